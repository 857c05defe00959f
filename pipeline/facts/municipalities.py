"""The 290 municipalities and where a text names them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from pipeline.document import Span
from pipeline.facts.model import Municipality
from pipeline.facts.wording import wording

_BEFORE = 40
"""How many characters before a name are looked at."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A municipality named in a text.

    Attributes:
        municipality: The municipality.
        span: Its name, with a genitive -s and "kommun" or "stad" where they follow.
        as_such: "kommun" or "stad" follows, so that nothing but the municipality is meant.
        ambiguous: The name is also an ordinary word, a surname or a place elsewhere.
        group: Names in one list ("Nacka, Värmdö och Tyresö") share a number.
    """

    municipality: Municipality
    span: Span
    as_such: bool
    ambiguous: bool
    group: int


@cache
def all_municipalities() -> tuple[Municipality, ...]:
    """Return the 290 municipalities, ordered by code."""
    return tuple(
        Municipality(
            row["municipality_code"],
            row["municipality"],
            row["county_code"],
            row["county"],
            row["police_region"],
        )
        for row in _rows("municipalities.csv")
    )


@cache
def ambiguous_forms(where: str) -> dict[str, str]:
    """Return forms of a name that mean something else too, with the municipality's code.

    Args:
        where: `text` for forms in running text, `address` for spellings in addresses only.
    """
    rows = _rows("name_forms.csv")
    return {
        row["form"].casefold(): row["municipality_code"] for row in rows if row["where"] == where
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    table = files("pipeline.facts").joinpath(name).read_text("utf-8")
    yield from csv.DictReader(table.splitlines())


@cache
def _by_form() -> dict[str, Municipality]:
    """Return casefolded form → municipality; a hyphen inside a name may also be a space."""
    codes = {each.code: each for each in all_municipalities()}
    forms = {_form(each.name): each for each in all_municipalities()}
    return forms | {form: codes[code] for form, code in ambiguous_forms("text").items()}


def _form(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name.casefold())


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_by_form(), key=len, reverse=True)
    names = "|".join(form.replace(" ", r"[ \u00a0-]") for form in forms)
    kommun = wording("places", "kommun").pattern
    return re.compile(rf"(?<!\w)(?P<name>{names})s?(?!\w)(?P<kommun>\s+{kommun})?", re.IGNORECASE)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.split()[0] for form in _by_form())


def _may_name(text: str) -> bool:
    """Tell whether a text holds the first word of a name; most do not, which is told fast."""
    words = set(re.findall(r"\w+", text.casefold()))
    words |= {word.removesuffix("s") for word in words}
    return not words.isdisjoint(_first_words())


def find_municipalities(text: str) -> list[Mention]:
    """Return where a text names municipalities.

    A name with a small first letter is an ordinary word if it can be one; a county, a region or
    a police area with the name of a municipality is none. "Region Gotland" is a municipality.

    Args:
        text: Any text, NFC.

    Returns:
        In order. Whether an ambiguous name is meant is for the caller to judge.
    """
    found: list[Mention] = []
    for match in _pattern().finditer(text) if _may_name(text) else ():
        municipality = _by_form()[_form(match["name"])]
        ambiguous = match["name"].casefold() in ambiguous_forms("text")
        if _is_other(text, match, municipality) or (ambiguous and match["name"].islower()):
            continue
        span = Span(match.start(), match.end())
        joined = found and _list_joint().fullmatch(text[found[-1].span.end : span.start])
        group = found[-1].group if joined else len(found)
        found.append(Mention(municipality, span, bool(match["kommun"]), ambiguous, group))
    return _shared(text, found)


@cache
def _list_joint() -> re.Pattern[str]:
    return re.compile(r"\s*(?:,|/|&|,?\s*och|samt)\s*", re.IGNORECASE)


def _is_other(text: str, match: re.Match[str], municipality: Municipality) -> bool:
    """Tell whether the words around a name make it something else than a municipality."""
    if not match["kommun"] and wording("places", "not_after").match(text[match.end() :].lstrip()):
        return True
    before = text[max(0, match.start() - _BEFORE) : match.start()].rstrip()
    words = [each.group() for each in wording("places", "not_before").finditer(before)]
    if not words or not before.endswith(words[-1]):
        return False
    return not (municipality.name == "Gotland" and words[-1].casefold() == "region")


def _shared(text: str, found: list[Mention]) -> list[Mention]:
    """Let "kommuner" behind a list of names, or "kommunerna" before it, count for all of them."""
    plural = {
        mention.group
        for mention in found
        if mention.span.of(text).casefold().endswith(("kommuner", "kommuners", "kommunerna"))
        or _kommun_before().search(text[max(0, mention.span.start - _BEFORE) : mention.span.start])
    }
    return [replace(each, as_such=each.as_such or each.group in plural) for each in found]


@cache
def _kommun_before() -> re.Pattern[str]:
    return re.compile(r"\bkommun(?:en|erna)\s+$", re.IGNORECASE)
