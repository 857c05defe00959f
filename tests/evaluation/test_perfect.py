"""Tables made of the gold itself score 1.0 everywhere."""

from pipeline.evaluation import GoldKind, gold_kind, render
from pipeline.evaluation.blocks import CORE
from tests.evaluation.tables import GOLD, LAYOUTS, Tables, ten


def test_the_kind_of_gold_is_told_by_its_file() -> None:
    assert gold_kind(GOLD) is GoldKind.CODING
    assert gold_kind(LAYOUTS) is GoldKind.LAYOUTS


def test_full_coding_is_exact(coded: Tables) -> None:
    report = coded.report()
    assert report.differences == ()
    assert report.exact
    for name, rows in (("themes", 3), ("promises", 21), ("results", 23), ("persons", 3)):
        score = report.total.score(name)
        assert (score.hits, score.expected, score.found) == (rows, rows, rows)
    assert report.total.score("all roles").hits == 105
    assert {share.name: share.total for share in report.total.shares} == {
        "ties": 23,
        "parents": 21,
        "themes of promises": 21,
        "levels": 21,
        "promise headings": 21,
        "result labels": 23,
        "result headings": 23,
        "document facts": 10,
        "documents exact": 2,
    }


def test_layouts_are_exact(laid_out: Tables) -> None:
    report = laid_out.report()
    assert report.differences == ()
    assert report.exact
    # One block of 187 is a stub at a cut ("Polis och"), where anything is right.
    assert ten(report).score("all roles").expected == 186
    assert ten(report).score(CORE).expected == 1 + 8 + 46 + 65
    assert ten(report).share("ties").total == 65
    assert ten(report).share("documents exact").right == 10


def test_the_report_says_who_made_the_gold(coded: Tables, laid_out: Tables) -> None:
    assert "coded by one careful reader, not by a panel" in render([coded.report()])
    made = "test texts and gold written for this project, each by one author"
    assert made in render([laid_out.report()])


def test_documents_that_the_gold_does_not_hold_are_left_alone(coded: Tables) -> None:
    coded.gold = LAYOUTS
    report = coded.report()
    assert [d.found for d in report.differences] == ["no such document"] * len(report.documents)
    assert report.total.score("all roles").hits == 0
    assert report.total.score("all roles").found == 0
