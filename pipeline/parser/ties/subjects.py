"""Results that name what they are about: their theme, or the subject of one promise alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.codes import Role, Tie
from pipeline.parser.drafts import Draft, PromiseDraft, ResultDraft
from pipeline.parser.lexicon import heading_words, label_words
from pipeline.parser.ties.vocabulary import subjects


def tie_by_theme(
    results: Sequence[ResultDraft], promises: Sequence[PromiseDraft], themes: Sequence[Draft]
) -> list[ResultDraft]:
    """Return the results, those that open with the name of a theme ("Trafik: …") put below it.

    Args:
        results: The results of a document.
        promises: Its promises.
        themes: Its themes.
    """
    named = {heading_words(theme.units[0].block.text): theme for theme in themes}
    return [part for result in results for part in _parts(result, promises, named)]


def _parts(
    result: ResultDraft, promises: Sequence[PromiseDraft], named: Mapping[str, Draft]
) -> Iterator[ResultDraft]:
    """Yield a result that is tied to no promise theme by theme, as its units name them."""
    owners = [named.get(label_words(unit.block.text)) for unit in result.units]
    if result.answers or not any(owners):
        yield result
        return
    starts = sorted({0, *(i for i, theme in enumerate(owners) if theme)})
    for start, end in pairwise([*starts, len(owners)]):
        theme = owners[start]
        part = replace(result, units=result.units[start:end], heads=[] if start else result.heads)
        if theme is None:
            yield part
        else:
            group = [promise for promise in promises if promise.theme is theme]
            only = group if len(group) == 1 and not group[0].has_result else []
            tie = Tie.ONE if only else Tie.THEME
            yield replace(part, theme=theme, tie=tie, answers=only, group=group)


def tie_by_subject(
    results: Sequence[ResultDraft], promises: Sequence[PromiseDraft]
) -> list[ResultDraft]:
    """Return the results, those below a theme tied to the one promise of its subject, if any.

    Args:
        results: The results of a document.
        promises: Its promises.
    """
    return [_tied(result, promises) for result in results]


def _tied(result: ResultDraft, promises: Sequence[PromiseDraft]) -> ResultDraft:
    theme = result.theme
    if result.answers or theme is None or any(promise.theme is theme for promise in promises):
        return result
    about = subjects(theme.units[0].block.text)
    alike = [promise for promise in promises if about & subjects(_words(promise))]
    if len(alike) != 1 or alike[0].has_result:
        return result
    return replace(result, answers=alike, tie=Tie.ONE)


def _words(promise: PromiseDraft) -> str:
    units = [*promise.heads, *promise.units]
    return " ".join(u.block.text for u in units if u.role in (Role.PROMISE, Role.PROMISE_HEADING))
