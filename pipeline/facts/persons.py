"""People whom a document names as signatories or page editors. Personal data.

A name is looked for beside an office or a label only, and never in promises and results, so that
nobody who is merely written about becomes a person of the tables.
"""

import re
from collections.abc import Iterator

from pipeline.codes import PersonRole, Role
from pipeline.document import Document, Span
from pipeline.facts.model import Person
from pipeline.facts.municipalities import find_municipalities
from pipeline.facts.wording import wording
from pipeline.parser.tree import Segment, Tree

_LONGEST_NAME = 4
_REACH = 120
"""How many characters before an office a name is looked for."""

_PARTICLES = frozenset({"af", "av", "von", "van", "de", "der", "den", "la", "le", "al", "el"})
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PARTY = re.compile(r"\s*\([A-ZÅÄÖ]{1,4}\)")


def find_persons(document: Document, tree: Tree) -> tuple[Person, ...]:
    """Return the people named, in order, each place once.

    Signatures are searched for offices beside names and for lines that are names; background for
    offices beside names; page information for labels of editors.
    """
    found: dict[Span, Person] = {}
    previous: Segment | None = None
    for segment in tree.segments:
        for person in _of(document.text, segment, previous):
            found.setdefault(person.span, person)
        previous = segment
    return tuple(sorted(found.values(), key=lambda person: person.span.start))


def names_beside_titles(text: str) -> list[Span]:
    """Return the names that stand beside an office anywhere in a text."""
    return [span for _, span in _beside_titles(text, Span(0, len(text)))]


def _of(text: str, segment: Segment, previous: Segment | None) -> Iterator[Person]:
    if segment.role in (Role.SIGNATURE, Role.BACKGROUND):
        for rule, span in _beside_titles(text, segment.span):
            yield Person(PersonRole.SIGNATORY, span, rule)
    if segment.role == Role.SIGNATURE:
        line = _name_line(text, segment.span)
        if line:
            yield Person(PersonRole.SIGNATORY, line, "signature_line")
    if segment.role == Role.PAGE_INFO:
        for rule, span in _editors(text, segment, previous):
            yield Person(PersonRole.PAGE_EDITOR, span, rule)


def _beside_titles(text: str, within: Span) -> Iterator[tuple[str, Span]]:
    """Yield names straight behind an office, or before it with a comma, a dash or a line break."""
    for title in wording("persons", "titles").finditer(text, within.start, within.end):
        after = _name_from(text, title.end(), within.end)
        before = _name_before(text, within.start, title.start())
        if after:
            yield "title_before_name", after
        if before:
            yield "name_before_title", before


def _name_from(text: str, start: int, end: int) -> Span | None:
    """Return the name that begins behind a label or an office."""
    gap = re.compile(r"[ \t\u00a0]*[:,]?\s*").match(text, start, end)
    first = gap.end() if gap else start
    words: list[re.Match[str]] = []
    at = first
    while len(words) < _LONGEST_NAME:
        word = _WORD.match(text, at, end)
        if word is None or not _fits(word.group(), bool(words)):
            break
        words.append(word)
        at = word.end() + 1
        if text[word.end() : at] not in (" ", "\u00a0"):
            break
    while words and words[-1].group() in _PARTICLES:
        words.pop()
    return _checked(text, Span(first, words[-1].end())) if len(words) > 1 else None


def _name_before(text: str, start: int, end: int) -> Span | None:
    """Return the name whose line or list item ends before an office."""
    start = max(start, end - _REACH)
    head = re.sub(r"\s*[,–—-]?\s*$", "", text[start:end])
    tail = text[start + len(head) : end]
    head = re.sub(_PARTY.pattern + "$", "", head)
    if not re.search(r"[,–—-]|\n", tail):
        return None
    opening = max(
        (m.end() for m in re.finditer(r"[\n:;,.]\s*|\b(?:och|samt|av)\s+", head)), default=0
    )
    return _whole_name(text, Span(start + opening, start + len(head)))


def _name_line(text: str, span: Span) -> Span | None:
    """Return the name that a line consists of, without a party behind it."""
    if span.end - span.start > _REACH:
        return None
    party = re.search(_PARTY.pattern + r"\s*$", span.of(text))
    return _whole_name(text, Span(span.start, span.start + party.start() if party else span.end))


def _whole_name(text: str, span: Span) -> Span | None:
    name = _name_from(text, span.start, span.end)
    return name if name == span else None


def _editors(text: str, segment: Segment, previous: Segment | None) -> Iterator[tuple[str, Span]]:
    span = segment.span
    for label in wording("persons", "editors").finditer(text, span.start, span.end):
        name = _name_from(text, label.end(), span.end)
        if name:
            yield "editor_label", name
    by = re.compile(r"(?:^|\n|\d\s*,?\s+)av\s+", re.IGNORECASE)
    for match in by.finditer(span.of(text)):
        # "av" alone on a line goes on from the line of page information above it.
        if match.group().strip().casefold() == "av" and not _follows(previous):
            continue
        name = _name_from(text, span.start + match.end(), span.end)
        if name:
            yield "by_line", name


def _follows(previous: Segment | None) -> bool:
    return previous is not None and previous.role == Role.PAGE_INFO


def _fits(word: str, inside: bool) -> bool:
    """Tell whether a word can be part of a name; particles stand inside one only."""
    if word in _PARTICLES:
        return inside
    parts = re.split(r"[-'’]", word)
    capital = all(part[:1].isupper() for part in parts)
    return capital and len(word) > 1 and not wording("persons", "not_names").fullmatch(word)


def _checked(text: str, span: Span) -> Span | None:
    """Leave out what is a place or an office rather than a name, and placeholders ("NN NN")."""
    words = span.of(text)
    if wording("persons", "titles").search(words):
        return None
    if any(not mention.ambiguous for mention in find_municipalities(words)):
        return None
    return None if all(len(set(word)) == 1 for word in words.split()) else span
