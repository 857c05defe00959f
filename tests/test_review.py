"""What deserves a look is listed in order, and the list becomes corrections."""

import csv
from dataclasses import replace

import pytest

from pipeline import cli
from pipeline.codes import (
    Confidence,
    DecidedBy,
    Relation,
    Role,
    RowStatus,
    Severity,
    Stage,
)
from pipeline.corrections.read import HEADER
from pipeline.explain import explain
from pipeline.explain import render as explained
from pipeline.extraction import extract, extract_documents
from pipeline.review import review
from pipeline.tables.load import load
from pipeline.tables.registry import (
    ProblemRow,
    PromiseRow,
    ResultRow,
    SegmentRow,
)
from pipeline.tables.registry_coding import ClaimRow
from pipeline.tables.registry_linking import LinkRow
from pipeline.tables.write import write_tables
from tests.corrections.made import NAME, SIGNED, TEXT

UNTOLD = "I samverkan där det har funnits anledning."
WORDS = TEXT.replace("Vandringarna ställdes in.", UNTOLD)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A project folder with one document, of which one claim tells no status."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / NAME).write_text(WORDS, "utf-8")
    extract(tmp_path / "raw", tmp_path / "processed", workers=1)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(home, monkeypatch, capsys):
    def call(*words):
        monkeypatch.setattr("sys.argv", ["medborgarloften", *words])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        output = capsys.readouterr()
        return caught.value.code or 0, output.out, output.err

    return call


def lines(path):
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def fill_in(home, found, **cells):
    """Put reviewed lines back as corrections, filled in."""
    with (home / "raw" / "corrections.csv").open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.DictWriter(handle, list(found[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(line | cells for line in found)


def test_a_review_is_filled_in_and_dropped_back(home, run):
    assert run("review", "--csv", "review.csv") == (0, "Lines to fill in: 1 (review.csv)\n", "")
    (line,) = lines(home / "review.csv")
    assert tuple(line)[: len(HEADER)] == HEADER
    assert (line["document"], line["quote"]) == (NAME, UNTOLD)
    assert (line["column"], line["expected"], line["new"]) == ("claims.status", "unclear", "")
    assert f"Resultat »{UNTOLD}«" in line["context"]
    assert "completed;recurring" in line["choices"]
    fill_in(home, [line], new="completed", **SIGNED)
    code, out, _ = run("extract")
    assert (code, "Corrections: 1 cell corrected\n" in out) == (0, True)
    (claim,) = [row for row in load(home / "processed", ClaimRow) if row.text == UNTOLD]
    assert (claim.status, claim.corrected) == ("completed", ("status",))
    promise = load(home / "processed", PromiseRow)[-1]
    assert promise.status is RowStatus.COMPLETED
    assert run("review")[1].startswith("Nothing that the program is in doubt about")
    shown = explained(explain(claim.claim_id, home / "processed", home / "raw"), 80)
    assert "corrected   status (by a person: corrections.csv)" in shown
    assert "says        completed" in shown


def test_a_review_that_is_not_filled_in_changes_nothing(home, run):
    before = (home / "processed" / "claims.csv").read_bytes()
    run("review", "--csv", "raw/corrections.csv")
    assert run("extract", "--quiet") == (0, "", "")
    assert (home / "processed" / "claims.csv").read_bytes() == before


def test_what_a_person_agrees_with_is_listed_no_more(home, run):
    run("review", "--csv", "review.csv")
    fill_in(home, lines(home / "review.csv"), new="unclear", **SIGNED)
    assert run("review")[1].startswith("Nothing that the program is in doubt about")


def test_a_file_that_may_be_filled_in_is_not_written_over(home, run):
    (home / "review.csv").write_text("mine")
    code, _, err = run("review", "--csv", "review.csv")
    assert (code, (home / "review.csv").read_text()) == (2, "mine")
    assert "review.csv is there already: name another file" in err
    assert run("review", "--csv", "nowhere/review.csv")[0] == 3


def test_lines_against_each_other_end_with_code_2(home, run):
    run("review", "--csv", "review.csv")
    (line,) = lines(home / "review.csv")
    fill_in(home, [line | {"new": "ongoing"}, line | {"new": "partial"}], **SIGNED)
    before = (home / "processed" / "run.json").read_bytes()
    code, _, err = run("extract", "--quiet")
    assert code == 2
    assert "lines 2 and 3 contradict each other: claims.status of " in err
    assert (home / "processed" / "run.json").read_bytes() == before


def test_a_stale_correction_is_told_by_the_run_and_listed_first(home, run):
    run("review", "--csv", "review.csv")
    fill_in(home, lines(home / "review.csv"), expected="ongoing", new="partial", **SIGNED)
    _, out, _ = run("extract")
    assert "Corrections: 0 cells corrected, 1 line not applied\n" in out
    assert "Problems: 1 warning" in out
    assert run("review")[1].startswith(f"Corrections that were not applied (1)\n  {NAME}\n")


def in_doubt(home):
    """Write tables in which there is something of everything to look at."""
    found = extract_documents(home / "raw", workers=1)
    tables = dict(found.tables)
    first, *rest = tables[ResultRow]
    tables[ResultRow] = (replace(first, confidence=Confidence.LOW), *rest)
    tables[SegmentRow] = tuple(
        replace(row, role=Role.UNASSIGNED) if row.role is Role.RESULT_LABEL else row
        for row in tables[SegmentRow]
    )
    one, two = (row.promise_id for row in tables[PromiseRow][:2])
    link = LinkRow(
        f"{one}~{two}", Relation.CANDIDATE, Relation.SAME_PROMISE, one, None, None, two, None,
        None, 0.5, 1, True, DecidedBy.RULE,
    )  # fmt: skip
    likelier = replace(link, link_id=f"{two}~{one}", score=0.7)
    tables[LinkRow] = (link, likelier)
    tables[ProblemRow] = (
        ProblemRow(
            "x1", first.document_id, NAME, Stage.PARSING, Severity.WARNING, "Uncertain.", None, None
        ),
    )
    write_tables(tables, found.texts, home / "processed", with_persons=False)
    return found, link, likelier


def test_what_deserves_a_look_most_comes_first(home):
    _, link, likelier = in_doubt(home)
    items = review(home / "processed", home / "raw")
    assert [item.reason.name for item in items] == [
        "uncertain_layout", "open_link", "open_link", "low_confidence", "unclear_status",
        "unassigned", "unassigned", "unassigned",
    ]  # fmt: skip
    assert [item.found.row for item in items[1:3]] == [likelier.link_id, link.link_id]
    assert items[1].found.choices == ("same_promise", "no_counterpart")
    assert "tio kontroller. | Kommunen ska rusta upp tre" in items[1].found.context
    assert items[3].found.column == "results.promise_id"
    assert items[5].found.quote == "Resultat"


def test_the_list_keeps_to_its_limit_and_width(home, run):
    in_doubt(home)
    _, out, _ = run("review", "--limit", "3")
    assert "3 of 8 shown" in out
    assert "Text that got no role (3, none shown)" in out
    assert "relation: candidate" in out
    assert max(map(len, out.splitlines())) <= 90
    _, out, _ = run("review", "--limit", "3", "--csv", "some.csv")
    assert len(lines(home / "some.csv")) == 3


def test_what_has_no_cell_cannot_be_corrected_by_mistake(home, run):
    in_doubt(home)
    run("review", "--csv", "review.csv")
    fill_in(home, lines(home / "review.csv")[:1], new="x", **SIGNED)
    code, _, err = run("extract", "--quiet")
    assert code == 2
    assert "line 2, column column: is empty" in err


def test_without_tables_it_says_to_make_them(home, run):
    code, _, err = run("review", "--out", "nowhere")
    assert code == 2
    assert "run `medborgarloften extract` first" in err
