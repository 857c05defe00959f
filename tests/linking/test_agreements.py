"""Which documents belong to one agreement, and which agreement follows on which."""

from dataclasses import replace
from itertools import permutations

from pipeline.linking import link
from tests.linking.say import Doc, linked, material

WORDS = ("Polisen ska patrullera på torget.",)


def periods(*docs: Doc) -> list[tuple[str, str | None, bool | None]]:
    return [(a.period, a.previous, a.adjacent) for a in linked(*docs).agreements]


def test_a_page_and_its_follow_up_are_one_agreement():
    page = Doc("a", "2019/2020", promises=WORDS)
    report = Doc("b", None, "2019", results=(("Polisen har patrullerat.", ()),))
    [agreement] = linked(page, report).agreements
    assert agreement.id == "2361.2019_2020"
    assert [row.document_id for row in (*agreement.promises, *agreement.reports)] == ["a", "b"]


def test_a_report_without_an_agreement_stands_for_itself():
    report = Doc("b", None, "2019", results=(("Polisen har patrullerat.", ()),))
    assert periods(report) == [("2019", None, None)]


def test_periods_inside_one_another_are_one_and_overlapping_ones_are_two():
    inside = Doc("a", "2019", promises=WORDS), Doc("b", "2019/2020", promises=WORDS)
    assert [period for period, *_ in periods(*inside)] == ["2019/2020"]
    overlapping = Doc("a", "2018/2019", promises=WORDS), Doc("b", "2019/2020", promises=WORDS)
    assert periods(*overlapping) == [("2018/2019", None, None), ("2019/2020", None, None)]


def test_tertials_and_quarters_lie_inside_the_agreement_of_their_year():
    doc = Doc("a", "2024", promises=WORDS * 2, own_periods={1: "2024-37", 2: "2024-33"})
    assert [period for period, *_ in periods(doc)] == ["2024"]
    alone = Doc("a", None, promises=WORDS * 2, own_periods={1: "2024-37", 2: "2024-38"})
    assert [period for period, *_ in periods(alone)] == ["2024"]


def test_a_year_of_its_own_outside_the_agreement_is_another_agreement():
    doc = Doc("a", "2018", promises=WORDS * 2, own_periods={1: "2017"})
    assert [period for period, *_ in periods(doc)] == ["2017", "2018"]


def test_the_one_before_is_the_latest_that_was_seen_and_a_gap_is_told():
    docs = [Doc(year, year, promises=WORDS) for year in ("2017", "2018/2019", "2023")]
    assert periods(*docs) == [
        ("2017", None, None),
        ("2018/2019", "2361.2017", True),
        ("2023", "2361.2018_2019", False),
    ]


def test_periods_that_leave_the_summer_between_them_are_adjacent():
    docs = Doc("a", "2018-09/2019-05", promises=WORDS), Doc("b", "2019-08/2020-05", promises=WORDS)
    assert [adjacent for *_, adjacent in periods(*docs)] == [None, True]


def test_a_document_of_several_municipalities_has_an_agreement_in_each():
    found = linked(Doc("a", "2019", promises=WORDS, towns=("0182", "0120")))
    assert [agreement.id for agreement in found.agreements] == ["0120.2019", "0182.2019"]
    assert [pledge.id for pledge in found.pledges] == ["0120.2019.p1", "0182.2019.p1"]


def test_a_document_without_any_period_belongs_to_no_agreement():
    found = linked(Doc("a", promises=WORDS), Doc("b", "2019", promises=WORDS))
    assert found.unplaced == ("a",)
    assert [agreement.period for agreement in found.agreements] == ["2019"]


def test_a_result_with_a_period_of_its_own_may_lie_apart_from_its_promise():
    doc = Doc("a", promises=WORDS, results=(("Polisen har patrullerat.", (1,)),))
    doc.report = "2019"
    other = Doc("b", "2020", promises=WORDS)
    assert [agreement.period for agreement in linked(doc, other).agreements] == ["2019", "2020"]
    lost = material(doc, other)
    papers = tuple(replace(paper, report_period=None) for paper in lost.papers)
    found = link(replace(lost, papers=papers))
    assert [len(agreement.promises) for agreement in found.agreements] == [0, 1]


def test_the_order_of_the_documents_changes_nothing():
    docs = (
        Doc("a", "2019/2020", promises=WORDS),
        Doc("b", "2019/2020", "2020", WORDS, (("Polisen har patrullerat på torget.", (1,)),)),
        Doc("c", "2019/2020", "2019", WORDS, (("Polisen patrullerar på torget.", (1,)),)),
        Doc("d", "2021", promises=WORDS),
    )
    all_found = [linked(*order) for order in permutations(docs)]
    first = all_found[0]
    assert all(found == first for found in all_found)
    assert [p.document_id for p in first.pledges[0].promises] == ["a", "c", "b"]
