"""A family is read again with weights that were learned without it."""

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.evaluation.blocks import CORE
from pipeline.evaluation.school import corrected
from pipeline.evaluation.transfer import Without, render_transfer, transfer
from pipeline.parser.knowledge import Knowledge
from pipeline.parser.path import Model
from pipeline.parser.ties.choose import usual_tie_weights
from pipeline.parser.words_of_roles import usual_role_words
from tests.evaluation.made_up import HIDDEN, SEEN, write_gold


def blind(family: str) -> Knowledge:
    """Learn that nothing is a promise; of the family of direct words, learn nothing."""
    learned = {} if family == "direct" else {("evidence", "always", "promise"): -100.0}
    return Knowledge(usual_role_words(), Model(corrected(learned)), usual_tie_weights())


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> dict[str, Without]:
    folder = tmp_path_factory.mktemp("layouts")
    texts = {
        "a.txt": (SEEN, {"family": "direct"}),
        "b.txt": (SEEN, {"family": "other_words"}),
        "c.txt": (HIDDEN, {"family": "other_words", "held_out": True}),
        "d.txt": (SEEN, {}),
    }
    write_gold(folder, texts)
    return {family.name: family for family in transfer(folder, blind)}


def test_each_family_is_left_out_once_and_held_out_texts_are_not_read(found) -> None:
    numbers = {name: family.without.n_documents for name, family in found.items()}
    assert numbers == {"direct": 1, "layouts": 1, "other_words": 1}


def test_a_family_is_read_with_what_was_learned_without_it(found) -> None:
    assert found["other_words"].usual.score(CORE).f1 > found["other_words"].without.score(CORE).f1


def test_the_page_tells_both_scores_and_no_hidden_words(found) -> None:
    page = render_transfer(list(found.values()))
    assert "| other_words " in page
    assert "| all " in page
    assert not any(name in page for name in ("c.txt", "hemlig"))


def test_a_text_that_is_gone_is_one_line(tmp_path: Path) -> None:
    write_gold(tmp_path, {"a.txt": (SEEN, {})})
    (tmp_path / "a.txt").unlink()
    with pytest.raises(UsageError, match=r"a\.txt: cannot be read"):
        transfer(tmp_path, blind)
