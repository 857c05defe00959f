"""What speaks for a tie is named, weighed and explained."""

from pipeline.parser.parse import weighed_ties
from pipeline.parser.ties.choose import sign_means, usual_tie_weights
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
