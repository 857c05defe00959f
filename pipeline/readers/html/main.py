"""Main content or the page around it: by landmarks, else by where running text is dense."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.readers.html.draft import Draft, Holder

_ENOUGH_WORDS = 25
_MOST = 0.8
_MIN_TEASERS = 2
_TEASER_REACH = 4
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


def _teasers(drafts: Sequence[Draft]) -> Iterator[int]:
    """Yield the lines that advertise other pages: headings that are links, and what follows."""
    heads = [i for i, draft in enumerate(drafts) if draft.style.heading and draft.style.link]
    if len(heads) < _MIN_TEASERS:
        return
    for head, following in zip(heads, [*heads[1:], len(drafts)], strict=True):
        yield head
        for i in range(head + 1, min(following, head + _TEASER_REACH)):
            if drafts[i].style.heading or drafts[i].style.depth != drafts[head].style.depth:
                break
            yield i


def _by_landmark(drafts: Sequence[Draft]) -> list[bool] | None:
    """Return the lines of the surest element, narrowed to the innermost that holds most of it."""
    words: Counter[Holder] = Counter()
    inside: dict[Holder, set[Holder]] = defaultdict(set)
    for draft in drafts:
        if not draft.chrome:
            for i, holder in enumerate(draft.holders):
                words[holder] += draft.n_words
                inside[holder].update(draft.holders[i:])
    claims = [holder for holder in words if words[holder] >= _ENOUGH_WORDS]
    if not claims:
        return None
    surest = max(claims, key=lambda holder: (holder.rank, words[holder], -holder.number))
    enough = _MOST * words[surest]
    narrow = [holder for holder in inside[surest] if words[holder] >= enough]
    chosen = min(narrow, key=lambda holder: (words[holder], -holder.number))
    return [chosen in draft.holders and not draft.chrome for draft in drafts]


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
