"""Main content or the page around it: by landmarks, else by where running text is dense."""

from collections import Counter
from collections.abc import Sequence

from pipeline.readers.html.draft import Draft, Holder

_ENOUGH_WORDS = 25
_MOST = 0.8
_MIN_TEASERS = 2
_TEASER_LINES = 3
_FEW_TEASERS = 0.35
_LEAST = 0.4
_RUNNING = 8
_LINE_COST = 6
_FEW_LINKS = 0.15
_TITLE_REACH = 6


def find_main(drafts: Sequence[Draft]) -> list[bool]:
    """Tell for each line whether it lies in the main content."""
    for i in _teasers(drafts):
        drafts[i].chrome = True
    main = _by_landmark(drafts) or _by_density(drafts)
    _take_in_title(drafts, main)
    return main


def _teasers(drafts: Sequence[Draft]) -> list[int]:
    """Return the lines that advertise other pages: headings that are links, and a line or two.

    A page whose own headings are links has more below each, and most of its words there.
    """
    heads = [i for i, draft in enumerate(drafts) if draft.style.heading and draft.style.link]
    found: list[int] = []
    for head in heads:
        below = head + 1
        while below < len(drafts) and not drafts[below].style.heading:
            below += 1
        if below - head <= _TEASER_LINES:
            found += range(head, below)
        elif drafts[head].style.depth:
            found += (i for i in range(head, below) if _in_same_item(drafts, head, i))
    words = sum(draft.n_words for draft in drafts if not draft.chrome)
    is_few = sum(drafts[i].n_words for i in found) < _FEW_TEASERS * words
    return found if len(heads) >= _MIN_TEASERS and is_few else []


def _in_same_item(drafts: Sequence[Draft], head: int, other: int) -> bool:
    items = (
        d.style.marker or d.style.depth < drafts[head].style.depth
        for d in drafts[head + 1 : other + 1]
    )
    return not any(items)


def _by_landmark(drafts: Sequence[Draft]) -> list[bool] | None:
    """Return the lines of the surest elements, narrowed to one that holds most of them."""
    words: Counter[Holder] = Counter()
    for draft in drafts:
        if not draft.chrome:
            words.update(dict.fromkeys(draft.holders, draft.n_words))
    for rank in sorted({holder.rank for holder in words}, reverse=True):
        inside = [
            not draft.chrome and any(holder.rank == rank for holder in draft.holders)
            for draft in drafts
        ]
        total = _words(drafts, inside)
        if total < _ENOUGH_WORDS or _running(drafts, inside) < _LEAST * _running(drafts):
            continue
        narrow = [holder for holder in words if words[holder] >= _MOST * total]
        if not narrow:
            return inside
        chosen = min(narrow, key=lambda holder: (words[holder], -holder.number))
        return [chosen in draft.holders and not draft.chrome for draft in drafts]
    return None


def _words(drafts: Sequence[Draft], inside: Sequence[bool]) -> int:
    return sum(draft.n_words for draft, counts in zip(drafts, inside, strict=True) if counts)


def _running(drafts: Sequence[Draft], inside: Sequence[bool] | None = None) -> int:
    """Return how many words stand in running text, links and short lines left out."""
    return sum(
        draft.n_words - draft.n_link_words
        for draft, counts in zip(drafts, inside or [True] * len(drafts), strict=True)
        if counts and not draft.chrome and draft.n_words >= _RUNNING
    )


def _by_density(drafts: Sequence[Draft]) -> list[bool]:
    """Return the stretch of lines with most running text; a line costs, words pay."""
    links = sum(draft.n_link_words for draft in drafts)
    if links < _FEW_LINKS * sum(draft.n_words for draft in drafts):
        return [not draft.chrome for draft in drafts]
    best, total, start, stretch = 0, 0, 0, (0, 0)
    for i, draft in enumerate(drafts):
        if total <= 0:
            total, start = 0, i
        if not draft.chrome:
            total += draft.n_words - 2 * draft.n_link_words - _LINE_COST
        if total > best:
            best, stretch = total, (start, i + 1)
    first, end = _widened(drafts, *stretch) if best else (0, len(drafts))
    return [first <= i < end and not draft.chrome for i, draft in enumerate(drafts)]


def _widened(drafts: Sequence[Draft], first: int, end: int) -> tuple[int, int]:
    """Widen a stretch over the lines beside it that are no links."""
    while first > 0 and not drafts[first - 1].chrome and not drafts[first - 1].n_link_words:
        first -= 1
    while end < len(drafts) and not drafts[end].chrome and not drafts[end].n_link_words:
        end += 1
    return first, end


def _take_in_title(drafts: Sequence[Draft], main: list[bool]) -> None:
    """Add the page's title where it stands above the main content."""
    first = next((i for i, inside in enumerate(main) if inside), 0)
    if any(drafts[i].style.heading == 1 for i, inside in enumerate(main) if inside):
        return
    titles = [i for i in range(first) if drafts[i].style.heading == 1]
    if titles:
        main[titles[-1]] = True
        return
    for i in range(first - 1, max(first - _TITLE_REACH, 0) - 1, -1):
        if drafts[i].style.heading and not drafts[i].chrome:
            main[i] = True
            return
