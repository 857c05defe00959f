"""The parser's one entrance: evidence per line, best path for the document, then the tree."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from pipeline.codes import Confidence, Role
from pipeline.document import Document, Span
from pipeline.language.nlp import annotate
from pipeline.language.phrases import load_cues
from pipeline.parser.blocks import Block, blocks
from pipeline.parser.evidence import WORDING, Evidence, gather, looks_like_heading
from pipeline.parser.path import Reading, read_path
from pipeline.parser.structure import Builder, Draft, Drafts, PromiseDraft, ResultDraft, Unit
from pipeline.parser.tree import Promise, Result, Segment, Theme, Tree
from pipeline.parser.weights import weights

_REASONS = 3


def parse(document: Document) -> Tree:
    """Read the structure of a document.

    Args:
        document: What a reader made of a file.

    Returns:
        The tree. Its segments hold every non-space character of the text exactly once.
    """
    units = read_units(document)
    drafts = Builder().build(units)
    owners = dict(_owners(drafts))
    segments = _segments(document, units, owners)
    by_start = {segment.span.start: segment for segment in segments}
    return Tree(
        segments=segments,
        themes=tuple(Theme(t.local_id, _words(t, by_start)) for t in drafts.themes),
        promises=tuple(_promise(p, by_start) for p in drafts.promises),
        results=tuple(_result(r, by_start) for r in drafts.results),
    )


def read_units(document: Document) -> list[Unit]:
    """Return the blocks of a document, each with its reading."""
    found = blocks(document)
    doc = annotate(document.text, [block.span for block in found])
    evidence = gather(found, doc)
    readings = read_path(evidence, _relations(found), [_look(block) for block in found])
    return [
        Unit(i, block, reading, _has(items, "sub_label"))
        for i, (block, reading, items) in enumerate(zip(found, readings, evidence, strict=True))
    ]


@cache
def describe_rule(rule_id: str) -> str:
    """Return what a rule says, in words; empty for an id that no rule has."""
    if rule_id.startswith("after_"):
        return f"stands after a {rule_id.removeprefix('after_')}"
    own = {
        "markup": "is mark-up of the format",
        "looks_alike": "looks like other lines that are the same thing",
        "nothing": "nothing speaks for any reading",
    }
    cues = {cue.name: cue.means for cue in load_cues(WORDING)}
    return (own | cues | dict(weights().means)).get(rule_id, "")


def _has(items: Sequence[Evidence], name: str) -> bool:
    return any(item.name == name for item in items)


def _look(block: Block) -> str:
    """Name how a block looks; empty for plain text, which looks like everything."""
    style = block.style
    parts = [
        f"h{style.heading}" if style.heading else "",
        "bold" if style.bold else "",
        "italic" if style.italic else "",
        "capitals" if block.capitals else "",
        "short" if looks_like_heading(block) else "",
    ]
    return " ".join(part for part in parts if part)


def _relations(found: Sequence[Block]) -> list[tuple[str, ...]]:
    first: list[tuple[str, ...]] = [()] if found else []
    return first + [tuple(_relation(above, below)) for above, below in pairwise(found)]


def _relation(above: Block, below: Block) -> Iterator[str]:
    if not below.gap:
        yield "close"
    if below.style.marker and above.style.marker and above.style.depth == below.style.depth:
        yield "same_list"
    elif below.style.marker and below.style.depth > above.style.depth:
        yield "list_opens"
    elif below.style.depth and not below.style.marker:
        yield "sub_line"


def _owners(drafts: Drafts) -> Iterator[tuple[int, str]]:
    for draft in (*drafts.results, *drafts.promises, *drafts.themes):
        for unit in reversed([*draft.heads, *draft.units]):
            yield unit.index, draft.local_id


def _segments(
    document: Document, units: Sequence[Unit], owners: Mapping[int, str]
) -> tuple[Segment, ...]:
    found: list[Segment] = []
    position, path = 0, "line 1"
    for unit in units:
        found += _markup(document.text, Span(position, unit.block.span.start), unit.block.path)
        found.append(_segment(unit, owners.get(unit.index, "")))
        position, path = unit.block.span.end, unit.block.path
    found += _markup(document.text, Span(position, len(document.text)), path)
    return tuple(
        Segment(i, s.role, s.span, s.path, s.rule, s.confidence, s.owner)
        for i, s in enumerate(found, start=1)
    )


def _segment(unit: Unit, owner: str) -> Segment:
    reading = unit.reading
    reasons = [name for name, weight in reading.reasons[:_REASONS] if weight > 0]
    return Segment(
        ordinal=0,
        role=unit.role,
        span=unit.block.span,
        path=unit.block.path,
        rule="+".join(reasons) or "nothing",
        confidence=_grade(reading.margin),
        owner=owner,
    )


def _grade(margin: float) -> Confidence:
    settings = weights().settings
    if margin < settings["medium_margin"]:
        return Confidence.LOW
    return Confidence.MEDIUM if margin < settings["high_margin"] else Confidence.HIGH


def _markup(text: str, between: Span, path: str) -> Iterator[Segment]:
    position = between.start
    for run in text[between.start : between.end].split():
        start = text.index(run, position)
        position = start + len(run)
        yield Segment(0, Role.MARKUP, Span(start, position), path, "markup", Confidence.HIGH)


def _words(draft: Draft, by_start: Mapping[int, Segment]) -> tuple[Segment, ...]:
    return tuple(by_start[unit.block.span.start] for unit in draft.units)


def _heading(draft: Draft, *roles: Role) -> str | None:
    words = [unit.block.text for unit in draft.heads if unit.role in roles]
    return "\n".join(words) or None


def _theme_id(draft: Draft) -> str | None:
    return draft.theme.local_id if draft.theme else None


def _promise(draft: PromiseDraft, by_start: Mapping[int, Segment]) -> Promise:
    return Promise(
        local_id=draft.local_id,
        segments=_words(draft, by_start),
        theme=_theme_id(draft),
        parent=draft.parent.local_id if draft.parent else None,
        level=draft.level,
        heading=_heading(draft, Role.PROMISE_HEADING),
        period=draft.period,
    )


def _result(draft: ResultDraft, by_start: Mapping[int, Segment]) -> Result:
    return Result(
        local_id=draft.local_id,
        segments=_words(draft, by_start),
        answers=tuple(promise.local_id for promise in draft.answers),
        tie=draft.tie,
        theme=_theme_id(draft),
        label=_heading(draft, Role.RESULT_LABEL),
        heading=_heading(draft, Role.RESULT_HEADING),
        period=draft.period,
    )
