"""Documents whose layout left the parser in doubt, in words for those who use the tables."""

from collections.abc import Iterator, Sequence

from pipeline.codes import Role, Severity, Stage
from pipeline.document import Problem
from pipeline.parser.drafts import Unit
from pipeline.parser.weights import weights

_LONGEST = 60
_TOLD = frozenset({Role.THEME, Role.PROMISE_HEADING, Role.PROMISE, Role.RESULT})
"""Roles that make the tables: doubt between two others changes no row."""


def doubts(units: Sequence[Unit]) -> Iterator[Problem]:
    """Yield a problem if many lines of a document could be read in two ways.

    Args:
        units: The units of the document whose roles were weighed.
    """
    settings = weights().settings
    doubtful = [unit for unit in units if is_doubtful(unit)]
    least = max(settings["doubtful_lines"], settings["doubtful_share"] * len(units))
    if len(doubtful) < least:
        return
    first = doubtful[0]
    ways = f"{_words(first.role)} or {_words(first.reading.runner_up.role)}"
    message = (
        f"The layout is uncertain: {len(doubtful)} of {len(units)} lines could be read in two "
        f"ways (first: «{_short(first.block.text)}», {ways}). To check them: `explain` with the "
        "document's id and --alternatives."
    )
    yield Problem(Stage.PARSING, Severity.WARNING, message, first.block.span)


def is_doubtful(unit: Unit) -> bool:
    """Tell whether a unit could be read in two ways, and the tables depend on which."""
    reading = unit.reading
    is_close = reading.margin < weights().settings["medium_margin"]
    return is_close and not _TOLD.isdisjoint((reading.state.role, reading.runner_up.role))


def _words(role: Role) -> str:
    return role.replace("_", " ")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
