"""Seen and held-out texts are scored apart, and nothing of a held-out text is ever shown."""

import re
from pathlib import Path

import pytest

from pipeline.codes import Confidence, DocType, Role
from pipeline.errors import UsageError
from pipeline.evaluation import evaluate, render
from pipeline.evaluation.blocks import CORE
from pipeline.evaluation.folders import evaluate_folders
from pipeline.evaluation.report import Report
from pipeline.tables.registry import DocumentRow, SegmentRow
from tests.evaluation.made_up import HIDDEN, MEETING, SEEN, write_gold
from tests.evaluation.tables import Tables, layout_tables, ten

SEEN_TEXT = {"family": "direct"}
HELD_OUT = {"family": "direct", "held_out": True}
SECRETS = ("hemlig", "h1.txt", "h2.txt", "Ånge")


def perfect(folder: Path, **entries) -> Tables:
    """Write made-up gold and return the tables that meet it."""
    write_gold(folder, {f"{name}.txt": entry for name, entry in entries.items()})
    return layout_tables(folder)


def misread(tables: Tables, words: str) -> None:
    """Read results with certain words as themes."""
    for row in tables.of(SegmentRow):
        if row.role is Role.RESULT and words in tables.texts[row.document_id]:
            tables.change(row, role=Role.THEME, confidence=Confidence.LOW)


def again(lines):
    return [*lines, ("background", "En rad till.")]


@pytest.fixture
def mixed(tmp_path: Path) -> Report:
    tables = perfect(
        tmp_path,
        ten=(SEEN, {}),
        s1=(again(SEEN), SEEN_TEXT),
        h1=(HIDDEN, HELD_OUT),
        h2=(again(HIDDEN), HELD_OUT),
    )
    misread(tables, "hemliga")
    return tables.report()


def test_each_set_is_scored_by_itself(mixed: Report) -> None:
    assert [(g.name, g.n_documents) for g in mixed.sets] == [
        ("layouts", 1),
        ("own_seen", 1),
        ("own_held_out", 2),
    ]
    f1 = {group.name: group.score(CORE).f1 for group in mixed.sets}
    assert f1["own_seen"] == 1.0
    assert f1["own_held_out"] == 0.5


def test_the_gap_is_told(mixed: Report) -> None:
    row = next(line for line in render([mixed]).splitlines() if "gap: seen less" in line)
    assert re.findall(r"[+–][\d.]*", row) == ["+0.500", "+0.000", "–", "+1.000", "–"]


def test_of_held_out_texts_only_totals_are_shown(mixed: Report) -> None:
    page = render([mixed])
    assert not any(secret in page for secret in SECRETS)
    assert not any(secret in str(mixed) for secret in SECRETS)
    assert "## Differences in the documents seen: 0" in page
    assert "| own, held out" in page


def test_held_out_in_meta_hides_as_well(tmp_path: Path) -> None:
    tables = perfect(tmp_path, h1=(HIDDEN, {"meta": {"held_out": True, "family": "direct"}}))
    misread(tables, "hemliga")
    found = tables.report()
    assert [group.name for group in found.sets] == ["own_held_out"]
    assert not found.exact
    assert not any(secret in render([found]) for secret in SECRETS)


def test_a_held_out_text_that_is_not_there_is_not_named(tmp_path: Path) -> None:
    write_gold(tmp_path, {"h1.txt": (HIDDEN, HELD_OUT)})
    found = evaluate(tmp_path, {}, {})
    assert found.differences == ()
    assert not found.exact
    assert "h1.txt" not in render([found])


def test_held_out_must_be_true_or_false(tmp_path: Path) -> None:
    write_gold(tmp_path, {"h1.txt": (HIDDEN, {"held_out": "yes"})})
    with pytest.raises(UsageError, match=r"line 1: 'held_out' is neither true nor false"):
        evaluate(tmp_path, {}, {})


def cells(found: Report, family: str) -> list[str]:
    section = render([found]).split("## Families of layouts")[1].split("## Roles")[0]
    row = next(line for line in section.splitlines() if line.startswith(f"| {family}"))
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_families_hold_seen_and_held_out_texts(mixed: Report) -> None:
    row = cells(mixed, "direct")
    assert row[1] == "3"
    assert row[-2:] == ["1.000", "0.500"]


def test_a_single_held_out_text_of_a_family_is_not_shown_apart(tmp_path: Path) -> None:
    tables = perfect(tmp_path, s1=(SEEN, SEEN_TEXT), h1=(HIDDEN, HELD_OUT))
    assert cells(tables.report(), "direct")[-2:] == ["–", "–"]


def test_without_families_none_are_shown(tmp_path: Path) -> None:
    page = render([perfect(tmp_path, a=(SEEN, {})).report()])
    assert "Families" not in page
    assert "gap" not in page
    assert "kept empty*" not in page


def test_texts_that_are_not_about_promises_must_give_none(tmp_path: Path) -> None:
    other = {"family": "other"}
    tables = perfect(tmp_path, a=(MEETING, other), b=(again(MEETING), other), c=(SEEN, SEEN_TEXT))
    for row in tables.of(DocumentRow)[:2]:
        tables.change(row, doc_type=DocType.OTHER)
    assert (tables.report().exact, cells(tables.report(), "other")[4]) == (True, "–")
    tables.change(tables.of(DocumentRow)[1], doc_type=DocType.PROMISES)
    found = tables.report()
    share = found.sets[0].share("kept empty")
    assert (share.right, share.total) == (1, 2)
    (told,) = found.differences
    assert told.document.endswith("b.txt")
    assert told.expected == "no promise, no result, type other"
    assert told.found == "0 promises, 0 results, type promises"
    assert "1 of 2 [" in render([found])


def test_a_promise_in_a_text_about_something_else_counts(tmp_path: Path) -> None:
    tables = perfect(tmp_path, a=(SEEN, {"family": "other"}))
    tables.change(tables.of(DocumentRow)[0], doc_type=DocType.OTHER)
    (told,) = tables.report().differences
    assert told.found == "1 promises, 1 results, type other"


def test_grades_of_confidence_are_held_against_the_gold(laid_out: Tables) -> None:
    group = ten(laid_out.report())
    assert [(g.name, g.total) for g in group.grades] == [("low", 0), ("medium", 0), ("high", 186)]
    assert group.grades[2].right == 186


def test_a_wrong_segment_lowers_its_grade(laid_out: Tables) -> None:
    row = next(s for s in laid_out.of(SegmentRow) if s.role is Role.BACKGROUND)
    laid_out.change(row, role=Role.RESULT, confidence=Confidence.LOW)
    report = laid_out.report()
    assert [(g.right, g.total) for g in ten(report).grades] == [(0, 1), (0, 0), (185, 185)]
    assert "0 of 1 [0.000, 0.793]" in render([report])


def test_the_fingerprint_is_that_of_gold_and_texts(tmp_path: Path) -> None:
    before = perfect(tmp_path, a=(SEEN, {})).report().sha256
    (tmp_path / "README.md").write_text("Words about the gold.", "utf-8")
    (tmp_path / "b.txt").write_text("A text without gold.", "utf-8")
    assert evaluate_folders([tmp_path])[0].sha256 == before
    (tmp_path / "a.txt").write_bytes((tmp_path / "a.txt").read_bytes() + b"x")
    assert evaluate_folders([tmp_path])[0].sha256 != before
    assert perfect(tmp_path, a=(SEEN, {"family": "direct"})).report().sha256 != before
