"""Links against the coded texts of seven fictional municipalities, and of the two documents."""

import pytest

from pipeline.codes import Relation
from pipeline.evaluation.linked_files import FOLDER, GivenLink, read_linked
from pipeline.evaluation.linked_page import PAGE, linked_page, linked_tables, together
from pipeline.evaluation.linked_scores import score_links
from pipeline.evaluation.linked_seeds import score_seeds

MUNICIPALITIES, PERIODS = 7, 3


@pytest.fixture(scope="module")
def scores():
    return score_links(read_linked(FOLDER)[1], linked_tables())


def test_the_set_holds_municipalities_over_three_periods():
    texts, links = read_linked(FOLDER)
    periods: dict[str, set[str]] = {}
    for text in texts:
        periods.setdefault(text.municipality, set()).add(text.agreement_period)
    assert [len(each) for each in periods.values()] == [PERIODS] * MUNICIPALITIES
    assert {"same_promise", "new", "no_counterpart"} <= {link.relation for link in links}


def test_decided_links_are_right_and_most_are_found(scores):
    whole = together(scores.values())
    assert whole.right / whole.decided >= 0.97
    assert whole.right / whole.coded >= 0.85


def test_no_pledge_and_no_answer_is_wrong(scores):
    assert not scores[Relation.SAME_PLEDGE].wrong
    assert not scores[Relation.ANSWERS].wrong


def test_what_is_not_coded_is_wrong_unless_it_is_uncertain():
    tables = linked_tables()
    found = score_links((), tables)
    assert found[Relation.SAME_PROMISE].wrong, "what is decided is not coded here"
    first = found[Relation.SAME_PROMISE].wrong[0]
    coded = GivenLink(*first, "same_promise", "")
    again = score_links([coded], tables)[Relation.SAME_PROMISE]
    assert (again.right, first in again.wrong) == (1, False)
    open_ = score_links([GivenLink(*first, "uncertain", "")], tables)[Relation.SAME_PROMISE]
    assert first not in open_.wrong, "what is coded as uncertain counts neither way"


def test_the_two_documents_are_linked_as_coded():
    found = score_seeds()
    assert found.same_promise == found.coded_promises == 2
    assert found.ranked_first >= 10
    assert found.sources == 12
    assert not found.wrong
    assert found.alone == found.coded_alone == 7


def test_the_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == linked_page(), "run `make evaluate`"
