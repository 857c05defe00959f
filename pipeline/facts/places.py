"""Which municipalities a document concerns, decided by the clearest evidence there is.

In this order: the manifest's area, the title, the address, the file path, the text. A municipality
named in passing (a partner, the place of a festival) is not one the document concerns, so the text
decides only when one municipality, or one list of them, stands out.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

from pipeline.codes import Role, Severity, Stage
from pipeline.document import Document, Problem
from pipeline.facts.address import in_address
from pipeline.facts.model import Municipality, SourceHint
from pipeline.facts.municipalities import Mention, find_municipalities
from pipeline.facts.passages import Passage, passages
from pipeline.facts.wording import wording
from pipeline.parser.tree import Tree

_AS_SUCH, _CONCERNS = 1, 2
"""What "kommun" behind a name, and a sentence about the promises, add to a mention's 1."""

_ENOUGH = 3
_TIMES_THE_NEXT = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document belongs.

    Attributes:
        municipalities: The municipalities it concerns; empty when nothing tells.
        area: Area that the manifest or the title names below them.
        problems: What a reader of the table should know.
    """

    municipalities: tuple[Municipality, ...]
    area: str | None
    problems: tuple[Problem, ...]


def find_place(document: Document, tree: Tree, hint: SourceHint) -> Place:
    """Return the municipalities and the area that a document concerns."""
    found = list(passages(document.text, tree.segments))
    titles = [passage.text for passage in found if passage.role == Role.TITLE]
    body = _weighed(found)
    named = frozenset(each.code for each in body.scores)
    by_text = body.concerned()
    evidence = (
        ("the manifest", _in_area(hint.area)),
        ("the title", tuple(dict.fromkeys(m for title in titles for m in _in_title(title)))),
        ("the address", in_address(hint.source_url, named)),
        ("the file's path", in_address(hint.source_name, named)),
        ("the text", by_text),
    )
    source, chosen = next((each for each in evidence if each[1]), ("", ()))
    problems = _problems(source, chosen, by_text, body.scores)
    area = hint.area or next(filter(None, map(_district, titles)), None)
    return Place(chosen, area, problems)


def _problems(
    source: str,
    chosen: tuple[Municipality, ...],
    by_text: tuple[Municipality, ...],
    scores: Counter[Municipality],
) -> tuple[Problem, ...]:
    if not chosen and scores:
        message = f"No municipality stands out; the text names {_names(tuple(scores))}."
    elif by_text and not set(by_text) & set(chosen):
        message = f"The text is about {_names(by_text)}, but {source} names {_names(chosen)}."
    else:
        return ()
    return (Problem(Stage.FACTS, Severity.INFO, message),)


def _names(municipalities: tuple[Municipality, ...]) -> str:
    return ", ".join(each.name for each in municipalities)


def _in_area(area: str) -> tuple[Municipality, ...]:
    """Return the first municipality of every item of the manifest's area ("Göteborg Centrum")."""
    found: list[Municipality] = []
    for item in re.split(r"[,;/&]|\boch\b", unicodedata.normalize("NFC", area)):
        mentions = find_municipalities(item.strip())
        found.extend(m.municipality for m in mentions[:1] if not m.ambiguous or not m.span.start)
    return tuple(dict.fromkeys(found))


def _in_title(title: str) -> list[Municipality]:
    mentions = find_municipalities(title)
    meant = {m.group for m in mentions if not m.ambiguous or m.as_such or _is_named(title, m)}
    return [m.municipality for m in mentions if m.group in meant]


def _is_named(title: str, mention: Mention) -> bool:
    """Tell whether an ambiguous name stands where a title names its place."""
    before, after = title[: mention.span.start].strip(), title[mention.span.end :]
    if before:
        return _before_place().search(before) is not None
    return _after_place().match(after) is not None


@cache
def _before_place() -> re.Pattern[str]:
    return re.compile(r"(?:[:–—(|]|\b(?:i|för|till|med|\w*löft\w*|uppföljning))$", re.IGNORECASE)


@cache
def _after_place() -> re.Pattern[str]:
    after = r"\s*(?:$|[:–—,(|]|-\s|och polis|(?:\d{4}(?: års)?\s+)?\w*löft|uppföljning|\d{4})"
    return re.compile(after, re.IGNORECASE)


def _district(title: str) -> str | None:
    """Return the district of a title: "Göteborg (Centrum)", "… i stadsdelen Gottsunda"."""
    for mention in find_municipalities(title):
        inside = re.match(r"\s*\(([^\W\d_][^()\d]{2,})\)", title[mention.span.end :])
        if inside:
            return inside[1].strip()
    named = re.search(r"\b[Ss]tadsdelen\s+([A-ZÅÄÖ][\w-]+)", title)
    return named[1] if named else None


@dataclass(frozen=True, slots=True)
class _Body:
    """What the text says: a score per municipality, and lists of which promises speak."""

    scores: Counter[Municipality]
    lists: tuple[frozenset[Municipality], ...]

    def concerned(self) -> tuple[Municipality, ...]:
        """Return the municipality, or the list of them, that stands out; empty if none does."""
        if not self.scores:
            return ()
        best, score = self.scores.most_common(1)[0]
        chosen = next((each for each in self.lists if best in each), frozenset({best}))
        others = max((n for each, n in self.scores.items() if each not in chosen), default=0)
        if score < _ENOUGH or score < _TIMES_THE_NEXT * others:
            return ()
        return tuple(each for each in self.scores if each in chosen)


def _weighed(found: list[Passage]) -> _Body:
    scores: Counter[Municipality] = Counter()
    lists: list[frozenset[Municipality]] = []
    for passage in found:
        groups: dict[int, set[Municipality]] = {}
        for mention in find_municipalities(passage.text):
            group = groups.setdefault(mention.group, set())
            if mention.ambiguous and not mention.as_such:
                continue
            sentence = passage.sentence(mention.span.start, mention.span.end).of(passage.text)
            concerns = wording("places", "concerns").search(sentence) is not None
            score = 1 + _AS_SUCH * mention.as_such + _CONCERNS * concerns
            scores[mention.municipality] += score
            if concerns and mention.as_such:
                group.add(mention.municipality)
        lists.extend(frozenset(group) for group in groups.values() if group)
    return _Body(scores, tuple(sorted(lists, key=len, reverse=True)))
