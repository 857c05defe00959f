"""Who did it, with whom, for whom, where, in which programme: one mention each."""

from typing import NamedTuple

from pipeline.codes import MentionKind
from pipeline.document import Span

GENERIC = "generic"
"""Code of a place without a name: "på skolgårdar", "i kommunen"."""


class Actor(NamedTuple):
    """Somebody who acts.

    Attributes:
        code: Normalised code (`police`), or None.
        text: The words, verbatim.
    """

    code: str | None
    text: str


class Mention(NamedTuple):
    """Somebody or something that a promise or a claim names.

    Attributes:
        kind: As what it is named.
        code: Normalised code: of an actor (`police`), of a group (`grade_8`, `grades_6_9`,
            `age_13_17`, `parents`), of a programme (`est`), `generic` for a place without a
            name; None for places with one, and for people whom a clause tells ("alla som …").
        text: The words, verbatim; of an inherited actor those that name it elsewhere.
        span: Where they stand, None when inherited.
        inherited: The sentence does not name it; see `inherit`.
        rule: How it was found.
    """

    kind: MentionKind
    code: str | None
    text: str
    span: Span | None
    inherited: bool
    rule: str


class Context(NamedTuple):
    """What a sentence without an actor of its own leans on.

    Attributes:
        heading_actors: Actors of the heading or lead-in above it.
        promise_actors: Actors of the promise that its result answers.
        previous_actors: Actors of the claim before it in the same result.
        publisher: Who published the document: "vi" and "man" where no heading names anybody.
        gazetteer: Names of places in the document; see `gazetteer`.
    """

    heading_actors: tuple[Actor, ...] = ()
    promise_actors: tuple[Actor, ...] = ()
    previous_actors: tuple[Actor, ...] = ()
    publisher: tuple[Actor, ...] = ()
    gazetteer: frozenset[str] = frozenset()


NO_CONTEXT = Context()
