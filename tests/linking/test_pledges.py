"""One pledge per promise, however many documents repeat it, and what became of it."""

from pipeline.codes import ClaimStatus, Relation, RowStatus
from pipeline.linking import level_of
from tests.linking.say import Doc, linked, told

PROMISES = (
    "Polisen ska patrullera på torget varje helg.",
    "Kommunen ska se över belysningen vid stationen.",
    "Polisen ska besöka alla årskurs åtta och föreläsa om narkotika.",
)
AGAIN = (
    "Belysningen vid stationen ska ses över av kommunen.",
    "Polisen ska varje helg patrullera på torget.",
)


def page(promises: tuple[str, ...] = PROMISES) -> Doc:
    return Doc("page", "2019/2020", promises=promises)


def test_a_follow_up_that_rewords_the_promises_gives_none_twice():
    report = Doc(
        "report",
        "2019/2020",
        "2020",
        AGAIN,
        (("Belysningen har setts över.", (1,)), ("Polisen har patrullerat.", (2,))),
    )
    found = linked(page(), report)
    members = [[promise.id for promise in pledge.promises] for pledge in found.pledges]
    assert members == [["page.p1", "report.p2"], ["page.p2", "report.p1"], ["page.p3"]]
    assert [found.became[pledge.id].status for pledge in found.pledges] == [
        RowStatus.COMPLETED,
        RowStatus.COMPLETED,
        RowStatus.NOT_REPORTED,
    ]
    assert not told(found, Relation.ANSWERS), "the repeated promise has its answer already"


def test_two_reports_roll_up_to_one_status():
    interim = Doc(
        "interim",
        "2019/2020",
        "2019",
        PROMISES[:1],
        (("Polisen patrullerar.", (1,)),),
        status=ClaimStatus.ONGOING,
    )
    final = Doc("final", "2019/2020", "2020", PROMISES[:1], (("Polisen har patrullerat.", (1,)),))
    found = linked(page(), interim, final)
    assert [promise.id for promise in found.pledges[0].promises] == [
        "page.p1",
        "interim.p1",
        "final.p1",
    ]
    assert found.became[found.pledges[0].id].status is RowStatus.MIXED


def test_what_was_not_done_is_told():
    report = Doc(
        "report",
        "2019/2020",
        "2020",
        PROMISES[:1],
        (("Inga pass har gåtts.", (1,)),),
        status=ClaimStatus.NOT_DONE,
    )
    found = linked(page(), report)
    assert found.became[found.pledges[0].id].has_not_done


def test_a_page_alone_has_no_follow_up():
    found = linked(page())
    assert {status.status for status in found.became.values()} == {RowStatus.NO_FOLLOW_UP}
    assert not found.links


def test_results_for_the_document_as_a_whole_report_collectively():
    report = Doc("report", None, "2020", results=(("Mycket har blivit gjort.", ()),))
    found = linked(page(), report)
    assert {status.status for status in found.became.values()} == {RowStatus.REPORTED_COLLECTIVELY}


def test_an_umbrella_has_the_status_of_what_lies_below_it():
    umbrella = Doc(
        "page",
        "2019",
        "2019",
        ("Vi lovar ett tryggare centrum.", *PROMISES[:1]),
        (("Polisen har patrullerat.", (2,)),),
        parents={2: 1},
    )
    found = linked(umbrella)
    assert [level_of(pledge) for pledge in found.pledges] == ["umbrella", "specific"]
    assert found.became[found.pledges[0].id].status is RowStatus.COMPLETED


def test_two_promises_of_one_document_are_two_pledges_however_alike():
    found = linked(page((PROMISES[0], PROMISES[0])), Doc("again", "2019", promises=PROMISES[:1]))
    assert [len(pledge.promises) for pledge in found.pledges] == [2, 1]


def test_results_without_promises_answer_those_of_another_document():
    report = Doc(
        "report",
        None,
        "2020",
        results=(
            ("Belysningen vid stationen har bytts ut.", ()),
            ("Polisen har patrullerat på torget. Alla i årskurs åtta har fått besök", ()),
        ),
    )
    found = linked(page(), report)
    assert told(found, Relation.ANSWERS) == {
        ("report.r1", "page.p2"),
        ("report.r2", "page.p1"),
        ("report.r2", "page.p3"),
    }
    assert {status.status for status in found.became.values()} == {RowStatus.COMPLETED}


def test_a_result_about_something_else_answers_nothing():
    report = Doc("report", None, "2020", results=(("En ny brandbil har köpts in.", ()),))
    assert not linked(page(), report).links
