"""From rows in the making to the tree: segments for every character, words for every row."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.codes import Confidence, Role
from pipeline.document import Document, Span
from pipeline.parser.drafts import Draft, Drafts, PromiseDraft, ResultDraft, Unit
from pipeline.parser.tree import Promise, Result, Segment, Theme, Tree
from pipeline.parser.weights import weights

_REASONS = 3


def assemble(document: Document, units: Sequence[Unit], drafts: Drafts) -> Tree:
    """Return the tree of a document.

    Args:
        document: The document.
        units: All its units, in order.
        drafts: The rows that the units form.
    """
    segments = _segments(document, units, dict(_owners(drafts)))
    at = {segment.span.start: segment for segment in segments}
    return Tree(
        segments=segments,
        themes=tuple(Theme(draft.local_id, _words(draft, at)) for draft in drafts.themes),
        promises=tuple(_promise(draft, at) for draft in drafts.promises),
        results=tuple(_result(draft, at) for draft in drafts.results),
    )


def _owners(drafts: Drafts) -> Iterator[tuple[int, str]]:
    for draft in (*drafts.results, *drafts.promises, *drafts.themes):
        # Of several rows under one heading the first owns it.
        for unit in draft.units:
            yield unit.index, draft.local_id
    for draft in reversed((*drafts.themes, *drafts.results, *drafts.promises)):
        for unit in draft.heads:
            yield unit.index, draft.local_id


def _segments(
    document: Document, units: Sequence[Unit], owners: Mapping[int, str]
) -> tuple[Segment, ...]:
    found: list[Segment] = []
    position, path = 0, ""
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
    reasons = [name for name, weight in unit.reading.reasons[:_REASONS] if weight > 0]
    return Segment(
        ordinal=0,
        role=unit.role,
        span=unit.block.span,
        path=unit.block.path,
        rule="+".join(reasons) or "nothing",
        confidence=_grade(unit.reading.margin, "medium_margin", "high_margin"),
        owner=owner,
    )


def _grade(margin: float, medium: str, high: str) -> Confidence:
    """Return the grade of a margin by the settings that name where medium and high begin."""
    settings = weights().settings
    if margin < settings[medium]:
        return Confidence.LOW
    return Confidence.MEDIUM if margin < settings[high] else Confidence.HIGH


def _markup(text: str, between: Span, path: str) -> Iterator[Segment]:
    position = between.start
    for run in between.of(text).split():
        start = text.index(run, position)
        position = start + len(run)
        yield Segment(0, Role.MARKUP, Span(start, position), path, "markup", Confidence.HIGH)


def _words(draft: Draft, at: Mapping[int, Segment]) -> tuple[Segment, ...]:
    return tuple(at[unit.block.span.start] for unit in draft.units)


def _heads(draft: Draft, role: Role) -> str | None:
    return "\n".join(unit.block.text for unit in draft.heads if unit.role is role) or None


def _theme_id(draft: Draft) -> str | None:
    return draft.theme.local_id if draft.theme else None


def _promise(draft: PromiseDraft, at: Mapping[int, Segment]) -> Promise:
    return Promise(
        local_id=draft.local_id,
        segments=_words(draft, at),
        theme=_theme_id(draft),
        parent=draft.parent.local_id if draft.parent else None,
        level=draft.level,
        heading=_heads(draft, Role.PROMISE_HEADING),
        period=draft.period,
    )


def _result(draft: ResultDraft, at: Mapping[int, Segment]) -> Result:
    return Result(
        local_id=draft.local_id,
        segments=_words(draft, at),
        answers=tuple(promise.local_id for promise in draft.answers),
        tie=draft.tie,
        theme=_theme_id(draft),
        label=_heads(draft, Role.RESULT_LABEL) or draft.units[0].label or None,
        heading=_heads(draft, Role.RESULT_HEADING),
        period=draft.period,
        tie_confidence=_grade(draft.margin, "tie_medium_margin", "tie_high_margin"),
    )
