"""What speaks for a tie is named, weighed and explained."""

import pytest

from pipeline.parser.parse import weighed_ties
from pipeline.parser.ties.choose import sign_means, usual_tie_weights
from pipeline.parser.ties.scope import speaks_of_all, was_not_promised
from pipeline.readers import read

POOLED = """\
Medborgarlöfte i Granvik 2019

Polisen och kommunen lovar att:
- ta fram en karta över cykelstölder
- byta lamporna på torget

Det här har gjorts:
- All belysning kring torget är ny.
- Kartan blev klar i maj.
- Det mesta av löftet är uppfyllt.
"""


def test_every_weighed_sign_says_what_it_means() -> None:
    assert usual_tie_weights().keys() <= sign_means().keys()


def test_what_is_told_of_the_same_thing_in_other_words_answers_it() -> None:
    page, weighed = weighed_ties(read(POOLED.encode(), "test.txt"))
    n_none = len(page.promises)
    answered = {each.told.unit.block.text.split()[0]: each.best for each in weighed}
    assert answered == {"All": 1, "Kartan": 0, "Det": n_none}


def test_signs_that_do_not_hold_are_left_out() -> None:
    page, weighed = weighed_ties(read(POOLED.encode(), "test.txt"))
    assert all(len(each.signs) == len(page.promises) + 1 for each in weighed)
    assert all(value for each in weighed for signs in each.signs for value in signs.values())
    assert not any("same_row" in signs for each in weighed for signs in each.signs)


@pytest.mark.parametrize(
    "text",
    [
        "Byalaget har fått en hjärtstartare, vilket inte ingick i löftet.",
        "Vid sidan av punkterna ovan deltog polisen i jubileet.",
        "Utan att det var utlovat skaffade kommunen en båt.",
        "Ungdomsrådet har på eget initiativ startat läxhjälp.",
        "En sak som vi aldrig lovade men som ändå blev av var märkningen.",
    ],
)
def test_what_nobody_promised_says_so(text: str) -> None:
    assert was_not_promised(text)


@pytest.mark.parametrize(
    "text",
    [
        "Polisen har hållit vad som lovades.",
        "Vi har inte hunnit med alla kontroller.",
        "Utöver polisen deltog räddningstjänsten.",
    ],
)
def test_what_was_promised_is_not_taken_for_more(text: str) -> None:
    assert not was_not_promised(text)


def test_several_promises_together_are_none_of_them() -> None:
    assert speaks_of_all("Tre av sju åtaganden är avslutade.")
    assert not speaks_of_all("Tre av sju lampor är bytta.")
