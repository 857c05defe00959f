"""All that the parser reads a document by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.parser.path import Model, usual_model
from pipeline.parser.ties.choose import usual_tie_weights
from pipeline.parser.words_of_roles import RoleWords, usual_role_words


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the role of a line and the ties of results are chosen by.

    Attributes:
        role_words: What lines of each role say.
        model: What evidence and neighbours weigh.
        tie_weights: What each sign of a tie weighs.
    """

    role_words: RoleWords
    model: Model
    tie_weights: Mapping[str, float]


@cache
def usual_knowledge() -> Knowledge:
    """Return what stands in the files."""
    return Knowledge(usual_role_words(), usual_model(), usual_tie_weights())
