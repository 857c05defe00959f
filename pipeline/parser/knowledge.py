"""All that the parser reads a document by."""

from dataclasses import dataclass
from functools import cache

from pipeline.parser.path import Model, usual_model
from pipeline.parser.words_of_roles import RoleWords, usual_role_words


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the role of a line is chosen by.

    Attributes:
        role_words: What lines of each role say.
        model: What evidence and neighbours weigh.
    """

    role_words: RoleWords
    model: Model


@cache
def usual_knowledge() -> Knowledge:
    """Return what stands in the files."""
    return Knowledge(usual_role_words(), usual_model())
