"""What only the lines around a block, and the document as a whole, tell of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise, takewhile

from pipeline.parser.blocks import Block
from pipeline.parser.looks import looks_like_heading, looks_like_sentence

Names = frozenset[str]
"""Names of the evidence of one block."""

PLEDGES = frozenset(
    {
        "tense_promises",
        "tense_deontic",
        "tense_future",
        "tense_infinitive",
        "gives_promise",
        "retold_promise",
        "tells_of_promising",
        "opens_with_att",
    }
)
"""Evidence of a promise by what its words say."""

PROMISED = frozenset({"tense_promises", "gives_promise", "retold_promise"})
"""Evidence of a promise in so many words, also where it is a heading."""

REPORTS = frozenset(
    {
        "tense_perfect",
        "tense_pluperfect",
        "tense_preterite",
        "tense_passive_past",
        "tense_supine",
        "tense_participle",
        "refers_to_result",
        "judges_promise",
    }
)
"""Evidence of a report by what its words say."""

_ABOVE = {
    "above_report": REPORTS,
    "above_pledge": PLEDGES,
    "above_promise_label": frozenset({"promise_label", "opens_with_promise_label"}),
    "above_result_label": frozenset({"result_label"}),
    "above_labelled_result": frozenset({"opens_with_result_label"}),
    "above_sub_label": frozenset({"sub_label"}),
    "above_period_columns": frozenset({"period_columns"}),
}
_BELOW = {
    "below_report": REPORTS,
    "below_pledge": PLEDGES,
    "below_context": frozenset({"section_context"}),
}
_ANNOUNCE = {
    "pledges": frozenset(
        {"announces_promises", "leads_in_promises", "section_pledge", "promise_label"}
    ),
    "reports": frozenset({"result_label", "leads_in_results", "section_outcome"}),
    "context": frozenset({"section_context", "background_label"}),
}
_LABELS = {
    "result_label": frozenset({"result_label"}),
    "promise_label": frozenset({"promise_label", "announces_promises"}),
}
_AGAIN = 2
_TURNS = 4
_COUNTS = frozenset({"number_first", "tense_verbless"})
_MIN_LIST = 2
_REACH = 3
_MIN_TEXTS = 4
_MOST = 0.5


def around(blocks: Sequence[Block], found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    """Yield evidence from the surroundings of blocks: (block, evidence).

    Args:
        blocks: The blocks of a document.
        found: The evidence of each by itself.
    """
    yield from _neighbours(found)
    yield from _lists(blocks, found)
    yield from _headings_named_before(blocks)
    yield from _unlabelled(blocks, found)
    yield from _before_pledges(blocks, found)
    yield from _before_labels(blocks, found)
    yield from _below_headings(blocks, found)
    yield from _two_markers(blocks)
    yield from _edges(blocks, found)
    yield from _others(found)


def _neighbours(found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    for i, (above, below) in enumerate(pairwise(found)):
        yield from ((i, name) for name, said in _ABOVE.items() if said & below)
        yield from ((i + 1, name) for name, said in _BELOW.items() if said & above)


def _lists(blocks: Sequence[Block], found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    """Yield what most items of a list say: its others, and what stands above, go with them."""
    runs = groupby(range(len(blocks)), key=lambda i: (blocks[i].style.depth, _bullet(blocks[i])))
    for (_, bullet), run in runs:
        items, is_list = list(run), bool(bullet)
        kind = _kind([found[i] for i in items]) if is_list and len(items) >= _MIN_LIST else ""
        if kind:
            yield from ((i, f"list_of_{kind}") for i in items)
            if items[0] and not looks_like_sentence(blocks[items[0] - 1]):
                yield items[0] - 1, f"heads_{kind}"
        if is_list and items[0]:
            kind = _announced(found[items[0] - 1])
            rows = takewhile(lambda i: not _is_heading(blocks[i]), items if kind else ())
            yield from ((i, f"announced_{kind}") for i in rows)


def _kind(items: Sequence[Names]) -> str:
    """Return what most of some items are: reports, pledges or counts; empty if nothing."""
    counts = {
        "reports": sum(bool(REPORTS & names) for names in items),
        "pledges": sum(bool(PLEDGES & names) for names in items),
        "counts": sum(names >= _COUNTS for names in items),
    }
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] >= _MOST * len(items) else ""


def _headings_named_before(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield the items of a list whose words are headings further down, and these headings."""
    named = {_words(b.text): i for i, b in enumerate(blocks) if _is_item(b) or b.style.link}
    for i, block in enumerate(blocks):
        first = named.get(_words(block.text), i)
        if first < i and looks_like_heading(block):
            yield first, "named_later"
            yield i, "named_before"


def _announced(heading: Names) -> str:
    """Return what a heading announces: pledges, reports or context; empty if nothing."""
    return next((kind for kind, names in _ANNOUNCE.items() if names & heading), "")


def _below_headings(blocks: Sequence[Block], found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    """Yield what the heading above a text announces, and the last one that announces anything."""
    under = since = outer = ""
    for i, block in enumerate(blocks):
        if since:
            yield i, f"since_{since}"
        if _is_heading(block):
            under = _announced(found[i])
            since = under or since
            outer = _list_around(blocks, i)
        elif under:
            # The next item of the list that the heading stands in ends what it announces.
            under = "" if outer and _bullet(block) == outer else under
            if under:
                yield i, f"under_{under}"


def _list_around(blocks: Sequence[Block], heading: int) -> str:
    """Return the bullet of the list that a heading stands in, empty if in none."""
    bullets = [_bullet(block) for block in blocks[heading - 1 : heading + 2 : 2]]
    above, below = bullets if len(bullets) == len("ab") else ("", "")
    return above if above != below else ""


def _two_markers(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield which bullets open, and which answer, where two kinds take turns in a list."""
    marked = [(i, _bullet(b) if b.cell is None else "") for i, b in enumerate(blocks)]
    for is_list, run in groupby(marked, key=lambda each: bool(each[1])):
        bullets = list(run) if is_list else []
        turns = [marker for marker, _ in groupby(marker for _, marker in bullets)]
        if len(turns) >= _TURNS and len(set(turns)) == len("ab"):
            outer = turns[0]
            yield from ((i, "outer_bullet" if m == outer else "inner_bullet") for i, m in bullets)


def _unlabelled(blocks: Sequence[Block], found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    """Yield what stands below other headings where a page labels what it says, again and again."""
    heads = list(map(_is_heading, blocks))
    for kind, names in _LABELS.items():
        labels = [i for i, head in enumerate(heads) if head and names & found[i]]
        if max(Counter(_words(blocks[i].text) for i in labels).values(), default=0) < _AGAIN:
            continue
        is_below = False
        for i, block in enumerate(blocks):
            if heads[i]:
                is_below = i in labels
            elif not is_below and block.cell is None:
                yield i, f"not_below_{kind}"


def _before_pledges(blocks: Sequence[Block], found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    """Yield what stands between a heading that promises nothing and the first promise below it."""
    waiting: list[int] | None = None
    for i, block in enumerate(blocks):
        if _is_heading(block):
            waiting = None if PROMISED & found[i] else []
        elif waiting is not None and PLEDGES & found[i]:
            yield from ((j, "before_pledges") for j in waiting)
            waiting = None
        elif waiting is not None and block.cell is None:
            waiting.append(i)


def _before_labels(blocks: Sequence[Block], found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    """Yield the lines above which nothing is named where a label of promises comes again."""
    labels = [i for i, names in enumerate(found) if _LABELS["promise_label"] & names]
    labels = [i for i in labels if _is_heading(blocks[i])]
    if len({_words(blocks[i].text) for i in labels}) == len(labels):
        return
    for label in labels:
        above = range(label - 1, max(-1, label - 1 - _REACH), -1)
        heads = (i for i in above if looks_like_heading(blocks[i]) and not _is_item(blocks[i]))
        yield from ((i, "before_promise_label") for i in islice(heads, 1))


def _words(text: str) -> str:
    return " ".join(text.casefold().strip(" .:,").split())


def _is_heading(block: Block) -> bool:
    """Tell whether a block heads what follows; an item of a list does if it is bold."""
    return block.run_in or (looks_like_heading(block) and (block.style.bold or not _is_item(block)))


def _bullet(block: Block) -> str:
    """Return the bullet of an item, `1` for any number and `a` for any letter; empty if none."""
    mark = block.style.marker.strip(" .):(")
    return "1" if mark.isdigit() else "a" if mark.isalpha() else block.style.marker


def _is_item(block: Block) -> bool:
    return bool(block.style.marker)


def _edges(blocks: Sequence[Block], found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    """Yield which lines stand above all sentences, and which below the last of them.

    What stands below a promise in so many words opens no page.
    """
    texts = [i for i, block in enumerate(blocks) if looks_like_sentence(block) or _is_item(block)]
    if not texts:
        return
    yield from ((i, "above_text") for i in range(texts[0]))
    yield from ((i, "below_text") for i in range(texts[-1] + 1, len(blocks)))
    if len(texts) >= _MIN_TEXTS:
        if blocks[texts[0]].cell is None and not any(PROMISED & n for n in found[: texts[0]]):
            yield texts[0], "first_text"
        yield texts[-1], "last_text"


def _others(found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    """Yield which lines say neither, on a page that says elsewhere what shall be done."""
    pledges = sum(bool(PLEDGES & names) for names in found)
    reports = sum(bool(REPORTS & names) for names in found)
    for i, names in enumerate(found):
        if not (PLEDGES | REPORTS) & names and "tense_verbless" not in names:
            if pledges < 2:
                yield i, "no_pledges_elsewhere"
            if reports < 2:
                yield i, "no_reports_elsewhere"
