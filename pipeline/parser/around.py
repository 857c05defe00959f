"""What only the lines around a block, and the document as a whole, tell of it."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pipeline.parser.blocks import Block
from pipeline.parser.looks import looks_like_sentence

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
    }
)
"""Evidence of a promise by what its words say."""

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

SPEAKS = frozenset(
    {"speaks_of_promises", "column_promise", "gives_promise", "names_the_promises", "repeated"}
)
_FOLLOWS_UP = ("names_follow_up", "names_police", "names_municipality")
_MIN_LIST = 3
_MOST = 0.5


def around(blocks: Sequence[Block], found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    """Yield evidence from the surroundings of blocks: (block, evidence).

    Args:
        blocks: The blocks of a document.
        found: The evidence of each by itself.
    """
    if not _is_on_topic(found):
        yield from ((i, "off_topic") for i in range(len(blocks)))
    yield from _neighbours(found)
    yield from _lists(blocks, found)
    yield from _edges(blocks)
    yield from _others(found)


def _is_on_topic(found: Sequence[Names]) -> bool:
    """Tell whether a page speaks of promises, or of what police and municipality follow up."""
    said = frozenset[str]().union(*found)
    return not SPEAKS.isdisjoint(said) or said.issuperset(_FOLLOWS_UP)


def _neighbours(found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    for i, (above, below) in enumerate(pairwise(found)):
        if REPORTS & below:
            yield i, "above_report"
        if PLEDGES & below:
            yield i, "above_pledge"
        if REPORTS & above:
            yield i + 1, "below_report"
        if PLEDGES & above:
            yield i + 1, "below_pledge"


def _lists(blocks: Sequence[Block], found: Sequence[Names]) -> Iterator[tuple[int, str]]:
    """Yield what most items of a list say: its others are likely to say the same."""
    runs = groupby(range(len(blocks)), key=lambda i: (blocks[i].style.depth, _is_item(blocks[i])))
    for (_, is_list), run in runs:
        items = list(run)
        if not is_list or len(items) < _MIN_LIST:
            continue
        reports = sum(bool(REPORTS & found[i]) for i in items)
        pledges = sum(bool(PLEDGES & found[i]) for i in items)
        if max(reports, pledges) > _MOST * len(items):
            name = "list_of_reports" if reports > pledges else "list_of_pledges"
            yield from ((i, name) for i in items)


def _is_item(block: Block) -> bool:
    return bool(block.style.marker)


def _edges(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield which lines stand above all sentences, and which below the last of them."""
    texts = [i for i, block in enumerate(blocks) if looks_like_sentence(block) or _is_item(block)]
    if not texts:
        return
    yield from ((i, "above_text") for i in range(texts[0]))
    yield from ((i, "below_text") for i in range(texts[-1] + 1, len(blocks)))
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
