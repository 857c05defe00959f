"""What recurs from one agreement to the next, and what does not."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.codes import Relation, Wording
from pipeline.linking import link
from tests.linking.say import Doc, linked, material, told

ROOT = Path(__file__).parents[2]


def over(then: str | tuple[str, ...], now: str | tuple[str, ...], **more):
    """What linking says of promises of 2019 and 2020."""
    before, after = ((each,) if isinstance(each, str) else each for each in (then, now))
    return linked(
        Doc("a", "2019", promises=before, **more), Doc("b", "2020", promises=after, **more)
    )


def one(found, relation=Relation.SAME_PROMISE):
    [only] = [each for each in found.links if each.relation is relation]
    return only


@pytest.mark.parametrize(
    ("then", "now", "wording"),
    [
        ("Polisen ska patrullera på torget.", "POLISEN ska patrullera på torget", "verbatim"),
        (
            "Polisen ska göra 40 kontroller av hastigheten på väg 84.",
            "Hastighetskontroller ska göras på väg 84.",
            "reworded",
        ),
        (
            "98 procent av eleverna ska ha skrivit på för Tobaksfri duo.",
            "Nästan alla elever ska vara med i Tobaksfri duo.",
            "reworded",
        ),
        (
            "Två gånger per år ska trygghetsvandringar göras i centrum.",
            "Kommunen kommer återkommande att anordna trygghetsvandringar i centrum.",
            "reworded",
        ),
    ],
)
def test_a_promise_recurs(then, now, wording):
    found = over(then, now)
    link = one(found)
    assert (link.source, link.target, link.wording) == ("a.p1", "b.p1", Wording(wording))
    assert link.adjacent
    assert [each.relation for each in found.links] == [Relation.SAME_PROMISE]


@pytest.mark.parametrize(
    ("then", "now", "named"),
    [
        ("Polisen ska besöka alla skolor.", "Polisen ska besöka alla äldreboenden.", {}),
        (
            "Polisen ska öka trafikkontrollerna på väg 84.",
            "Polisen ska öka trafikkontrollerna vid skolor.",
            {"places": {"väg 84": "väg 84", "skolor": "skolor"}},
        ),
        (
            "Tunga fordon på väg 812 ska kontrolleras.",
            "Tunga fordon på väg 27 ska kontrolleras.",
            {"places": {"väg 812": "väg 812", "väg 27": "väg 27"}},
        ),
        (
            "Polisen ska informera elever om bedrägerier på nätet.",
            "Polisen ska informera pensionärer om bedrägerier på nätet.",
            {"groups": {"elever": "pupils", "pensionärer": "elderly"}},
        ),
    ],
)
def test_the_same_frame_with_another_object_is_not_decided(then, now, named):
    found = over(then, now, **named)
    assert {each.relation for each in found.links} <= {
        Relation.CANDIDATE,
        Relation.NO_COUNTERPART,
        Relation.NEW,
    }


def test_of_two_look_alikes_the_right_one_is_taken():
    found = over(
        ("Polisen ska besöka alla skolor.", "Polisen ska besöka alla krogar."),
        ("Polisen besöker alla krogar.", "Polisen besöker alla skolor."),
    )
    assert told(found, Relation.SAME_PROMISE) == {("a.p1", "b.p2"), ("a.p2", "b.p1")}


def test_a_promise_is_split():
    found = over(
        "Polis och fältare ska finnas i centrum på helger och vid badplatsen på sommaren.",
        (
            "Polisen ska finnas i centrum på helger.",
            "Fältare ska finnas vid badplatsen på sommaren.",
        ),
    )
    assert told(found, Relation.SAME_PROMISE) == {("a.p1", "b.p1"), ("a.p1", "b.p2")}
    assert sorted(each.rank for each in found.links) == [1, 2]


def test_two_promises_are_merged():
    found = over(
        ("Städdagar ska hållas i Norrberga.", "Hyresgäster ska bjudas in till dialog i Sörgården."),
        "Städdagar i Norrberga och dialog med hyresgäster i Sörgården ska hållas.",
    )
    assert told(found, Relation.SAME_PROMISE) == {("a.p1", "b.p1"), ("a.p2", "b.p1")}


def test_what_is_dropped_and_what_is_new_is_told_but_not_that_it_ended():
    found = over("Kommunen ska sanera klotter.", "Polisen ska utbilda personal i hemtjänsten.")
    assert told(found, Relation.NO_COUNTERPART) == {("a.p1", None)}
    assert told(found, Relation.NEW) == {(None, "b.p1")}
    assert {each.id for each in found.links} == {"a.p1~", "~b.p1"}


def test_a_gap_is_told_and_only_the_next_seen_agreement_is_compared():
    words = ("Polisen ska patrullera på torget.",)
    docs = [Doc(year, year, promises=words) for year in ("2017", "2019", "2023")]
    links = {each.id: each.adjacent for each in linked(*docs).links}
    assert links == {"2017.p1~2019.p1": False, "2019.p1~2023.p1": False}
    found = linked(docs[0], Doc("2018", "2018", promises=words))
    assert [each.adjacent for each in found.links] == [True]


def test_likeness_that_does_not_stand_out_is_left_to_a_person():
    found = over(
        "Polisen ska göra trafikkontroller.",
        (
            "Trafikkontroller ska göras på Norra vägen.",
            "Trafikkontroller ska göras på Södra vägen.",
        ),
    )
    asked = [(each.relation, each.proposed, each.rank) for each in found.links]
    assert asked == [(Relation.CANDIDATE, Relation.SAME_PROMISE, rank) for rank in (1, 2)]


def test_an_old_promise_that_is_only_done_now_is_an_activity():
    found = linked(
        Doc("a", "2019", promises=("Kommunen ska erbjuda sommarjobb till unga.",)),
        Doc(
            "b",
            "2020",
            "2020",
            ("Polisen ska patrullera på torget.",),
            (("Kommunen har erbjudit alla unga sommarjobb.", ()),),
        ),
    )
    link = one(found, Relation.SAME_ACTIVITY)
    assert (link.source, link.target) == ("a.p1", "b.r1.c1")
    assert told(found, Relation.NO_COUNTERPART) == set()


def test_what_goes_on_beyond_the_promises_is_an_activity_of_claims():
    extra = ("Föräldrar har bjudits in till kvällar om nätdroger.", ())
    before = Doc("a", "2019", "2019", ("Polisen ska patrullera på torget.",), (extra,))
    after = Doc("b", "2020", "2020", ("Klotter ska saneras.",), (extra,))
    link = one(linked(before, after), Relation.SAME_ACTIVITY)
    assert (link.source, link.target) == ("a.r1.c1", "b.r1.c1")


def test_what_was_done_unpromised_may_be_promised_next():
    before = Doc(
        "a",
        "2019",
        "2019",
        ("Polisen ska patrullera på torget.",),
        (("Kommunen har börjat erbjuda avhopparstöd till kriminella.", ()),),
    )
    after = Doc("b", "2020", promises=("Kommunen ska erbjuda avhopparstöd till kriminella.",))
    found = linked(before, after)
    link = one(found, Relation.SAME_ACTIVITY)
    assert (link.source, link.target) == ("a.r1.c1", "b.p1")
    assert (None, "b.p1") in told(found, Relation.NEW)


def test_a_municipality_is_not_linked_with_another_unless_asked():
    words = ("Trygghetsvandringar ska göras i centrum.",)
    here = Doc("a", "2019", promises=words)
    there = Doc("b", "2019", promises=words, towns=("1440",))
    assert not linked(here, there).links
    [link] = linked(here, there, across=True).links
    assert (link.relation, link.wording) == (Relation.ELSEWHERE, Wording.VERBATIM)
    assert (link.adjacent, link.id) == (None, "b.p1~a.p1")


def test_what_other_municipalities_say_changes_no_score():
    here = (
        Doc("a", "2019", promises=("Polisen ska göra trafikkontroller på väg 84.",)),
        Doc("b", "2020", promises=("Trafikkontroller ska göras längs väg 84.",)),
    )
    crowd = [
        Doc(f"x{n}", f"{2000 + n}", promises=("Trafikkontroller på alla vägar.",), towns=("1440",))
        for n in range(9)
    ]
    alone = linked(*here).links
    assert [link for link in linked(*here, *crowd).links if link.source == "a.p1"] == list(alone)


def test_one_document_loads_nothing_that_compares():
    script = """
import sys
from tests.linking.say import Doc, linked
linked(Doc("a", "2019", promises=("Polisen ska patrullera.",)))
print({"numpy", "simplemma", "spacy", "pandas"} & set(sys.modules))
"""
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout == "set()\n"


def test_the_same_material_is_linked_the_same_way():
    docs = material(
        Doc("a", "2019", promises=("Polisen ska patrullera på torget.", "Klotter saneras.")),
        Doc("b", "2020", promises=("Klotter saneras inom två dygn.", "Polisen på torget.")),
    )
    assert link(docs) == link(docs)
