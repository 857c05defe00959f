"""Where a row comes from: words, context, rule, source and place in the tree."""

import re
import shutil
from pathlib import Path

import pytest

from pipeline.codes import Relation, Wording
from pipeline.errors import UsageError
from pipeline.explain import explain, render, show
from pipeline.explain.alternatives import render_alternatives
from pipeline.explain.linked import render_link
from pipeline.extraction import extract
from pipeline.tables.load import load
from pipeline.tables.outline import outline
from pipeline.tables.registry import (
    DocumentRow,
    PromiseRow,
    ResultPromiseRow,
    ResultRow,
    SegmentRow,
    ThemeRow,
)
from pipeline.tables.registry_coding import ClaimRow, MentionRow
from pipeline.tables.registry_linking import LinkRow
from tests.tables.samples import sample, tables

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A raw folder and the tables made from it."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(ROOT / "raw", home / "raw")
    (home / "raw" / "empty.txt").touch()
    extract(home / "raw", home / "out")
    return home


def shown(made, row_id, width=80):
    return render(explain(row_id, made / "out", made / "raw"), width)


def ids(made, row_type):
    return [getattr(row, row.KEY[0]) for row in load(made / "out", row_type)]


@pytest.mark.parametrize("row_type", [DocumentRow, SegmentRow, ThemeRow, PromiseRow, ResultRow])
def test_every_row_can_be_explained(made, row_type):
    for row_id in ids(made, row_type):
        assert row_id in shown(made, row_id)


def test_a_claim_tells_its_topics_with_their_words_and_whom_it_names(made):
    (row,) = [row for row in load(made / "out", ClaimRow) if "80 trafik" in row.text]
    out = " ".join(shown(made, row.claim_id).split())
    assert "topics traffic (trafikkontroller)" in out
    assert "names actor: Polisen = police (opens)" in out


def test_a_topic_of_what_stands_above_says_so(made):
    rows = [row for row in load(made / "out", ClaimRow) if "av eleverna i årskurs 6-9" in row.text]
    out = " ".join(shown(made, rows[0].claim_id).split())
    assert "topics drugs (of what stands above it)" in out
    assert "names target_group: eleverna i årskurs 6-9 = grades_6_9 (named_group)" in out


def test_mentions_can_be_explained_also_inherited_ones(made):
    mentions = load(made / "out", MentionRow)
    for row in mentions:
        assert f"mention {row.mention_id}" in shown(made, row.mention_id)
    inherited = next(row for row in mentions if row.inherited)
    out = shown(made, inherited.mention_id)
    assert "inherited: its own sentence does not name it" in out
    assert "characters" not in out
    own = next(row for row in mentions if not row.inherited and row.code == "police")
    assert f"\ue000{own.text}\ue001" in shown(made, own.mention_id)


def test_the_row_s_words_are_marked_in_their_context(made, capsys):
    show(shown(made, _result(made).result_id))
    out = capsys.readouterr().out
    flat = " ".join(out.split())
    assert "»Polisen har genomfört 80 trafikkontroller" in flat
    assert "skoterövervakning våren 2019.«" in flat
    assert "Samverkan mot alkohol och droger, svegsmodellen" in flat
    assert "Polisen genomför trafikkontroller på väg" in flat


def _result(made):
    return next(row for row in load(made / "out", ResultRow) if "80 trafik" in row.text)


def test_line_numbers_are_those_of_the_file(made):
    row = _result(made)
    text = (made / "out" / "texts" / f"{row.document_id}.txt").read_text("utf-8")
    number = text[: row.start].count("\n") + 1
    out = shown(made, row.result_id)
    assert f", line {number}\n" in out
    assert f"{number:>5}  \ue000Polisen" in out


def test_rule_confidence_and_offsets_are_told(made):
    row = _result(made)
    out = shown(made, row.result_id)
    assert f"rule        {row.rule}" in out
    assert f"confidence  {row.confidence}" in out
    assert f"{row.start}-{row.end} of texts/{row.document_id}.txt" in out


def test_the_place_in_the_tree_is_told(made):
    row = _result(made)
    tree = shown(made, row.result_id).split("In the document\n")[1].splitlines()
    kinds = [line.lstrip("> ").split()[0] for line in tree]
    assert kinds == ["theme", "promise", "promise", "result"]
    assert [line for line in tree if line.startswith(">")] == [tree[-1]]


def test_a_row_of_several_segments_marks_each(made):
    row = next(row for row in load(made / "out", ResultRow) if row.text.count("\n") >= 2)
    assert shown(made, row.result_id).count("\ue000") == row.text.count("\n") + 1


@pytest.mark.parametrize("width", [60, 80, 110])
def test_lines_keep_to_the_width(made, width):
    out = shown(made, _result(made).result_id, width).split("\n\n", 2)[2]
    assert max(len(line.strip("\ue000\ue001")) for line in out.splitlines()) <= width


def test_a_source_that_changed_or_is_gone_is_told(made, tmp_path):
    row_id = ids(made, ThemeRow)[0]
    found = explain(row_id, made / "out", made / "raw")
    assert found.source_state == ""
    shutil.copytree(made / "raw", tmp_path / "raw")
    path = tmp_path / "raw" / found.document.source_name
    path.write_bytes(path.read_bytes() + b"x")
    assert "has changed" in render(explain(row_id, made / "out", tmp_path / "raw"), 80)
    path.unlink()
    assert "is gone" in render(explain(row_id, made / "out", tmp_path / "raw"), 80)
    assert "is gone" in render(explain(row_id, made / "out", tmp_path / "nowhere"), 80)


def test_a_document_that_failed_tells_why(made):
    (row,) = [row for row in load(made / "out", DocumentRow) if row.status == "empty"]
    out = shown(made, row.document_id)
    assert "status      empty" in out
    assert "Problems of the document\n  error: " in out


def test_an_unknown_id_names_its_neighbours(made):
    row_id = _result(made).result_id
    with pytest.raises(UsageError, match="Near it: ") as caught:
        shown(made, row_id + "9")
    assert row_id in str(caught.value)
    assert "\n" not in str(caught.value)
    with pytest.raises(UsageError, match="first column"):
        shown(made, "zzz")


def test_without_tables_it_says_to_make_them(tmp_path):
    with pytest.raises(UsageError, match="run `medborgarloften extract` first"):
        explain("d1", tmp_path, tmp_path)


def test_a_result_of_several_promises_stands_under_each():
    rows = tables()
    (result,) = rows[ResultRow]
    promises = rows[PromiseRow]
    ties = [ResultPromiseRow(result.result_id, row.promise_id) for row in promises]
    document_id = sample().source.document_id
    entries = outline(document_id, [*rows[ThemeRow], *promises, result], ties)
    assert [entry.kind for entry in entries] == ["theme", "promise", "promise", "result", "result"]


def alternatives(made, row_id, width=80, raw="raw"):
    return render_alternatives(explain(row_id, made / "out", made / raw), width)


def test_alternatives_name_the_runner_up_and_what_spoke_for_each(made):
    out = alternatives(made, _result(made).result_id)
    assert out.startswith("\nReadings of its lines\n\n  line ")
    assert "«Polisen har genomfört 80" in out
    assert "result, rather than " in " ".join(out.split())
    assert "the best path through the" in out
    assert "    for result\n" in out
    assert "tense_perfect: says what has been done (har gjort)" in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 80


def test_alternatives_of_every_row_and_segment(made):
    for row_type in (SegmentRow, ThemeRow, PromiseRow, ResultRow):
        for row in load(made / "out", row_type):
            out = alternatives(made, getattr(row, row.KEY[0]))
            assert "rather than" in out or "not weighed" in out or "None." in out


def test_what_spoke_adds_up_to_the_lead(made):
    readings = alternatives(made, _result(made).result_id).partition("What it answers")[0]
    out = " ".join(readings.split())
    lead = float(re.search(r"rather than \w+ by ([\d.]+)", out).group(1))
    best, _, other = out.partition("for result")[2].partition(" for ")
    weights = [float(n) for n in re.findall(r"(?<!\S)\d+\.\d(?!\S)", best)]
    against = [float(n) for n in re.findall(r"(?<!\S)\d+\.\d(?!\S)", other)]
    assert sum(weights) - sum(against) == pytest.approx(lead, abs=0.3)


def test_alternatives_of_a_document_are_its_lines_in_doubt(made):
    ids_in_doubt = [i for i in ids(made, DocumentRow) if shown(made, i).count("status      ok")]
    for row_id in ids_in_doubt:
        assert alternatives(made, row_id).startswith("\nLines in doubt\n")


def test_alternatives_need_the_source_as_it_was(made, tmp_path):
    with pytest.raises(UsageError, match="cannot be read again"):
        alternatives(made, _result(made).result_id, raw="nowhere")


def test_alternatives_need_tables_of_this_version(made, tmp_path):
    shutil.copytree(made / "out", tmp_path / "out")
    row = _result(made)
    path = tmp_path / "out" / "segments.csv"
    lines = path.read_text("utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if f",result,{row.result_id}," in line)
    lines[at] = lines[at].replace(",result,", ",promise,", 1)
    path.write_text("\n".join(lines), "utf-8")
    segment_id = lines[at].split(",")[0]
    with pytest.raises(UsageError, match="run `medborgarloften extract` again"):
        render_alternatives(explain(segment_id, tmp_path / "out", made / "raw"), 80)


def test_a_link_shows_both_texts_and_who_decided(made):
    links = load(made / "out", LinkRow)
    link = next(row for row in links if row.wording is Wording.VERBATIM)
    shown = render_link(link.link_id, made / "out", 80)
    assert shown.startswith(f"link {link.link_id}\n")
    assert "relation    same_promise, verbatim" in shown
    assert "lie apart" in shown
    assert "decided by  rule" in shown
    assert shown.count("förebyggande med ungdomars") == 2
    assert "Härjedalen, 2019/2020" in shown
    assert "Härjedalen, 2023/2024" in shown


def test_a_candidate_shows_what_it_would_be(made):
    link = next(row for row in load(made / "out", LinkRow) if row.proposed)
    shown = render_link(link.link_id, made / "out", 80)
    assert f"relation    candidate, perhaps {link.proposed}" in shown


def test_a_promise_without_counterpart_does_not_look_ended(made):
    links = load(made / "out", LinkRow)
    link = next(row for row in links if row.relation is Relation.NO_COUNTERPART)
    shown = render_link(link.link_id, made / "out", 80)
    assert "does not show that it ended" in " ".join(shown.split())


def test_an_unknown_link_is_wrong_use(made):
    with pytest.raises(UsageError, match="There is no link a~b in"):
        render_link("a~b", made / "out", 80)


def test_alternatives_of_a_result_tell_what_it_could_answer_instead(made):
    out = " ".join(alternatives(made, _result(made).result_id).split())
    answers = out.partition("What it answers")[2]
    assert "rather than" in answers or "not weighed" in answers
    assert "said: headings, lists, numbers or names tie the result to it" in answers
