"""Whether a page is about promises to residents at all: on any other page nothing is forced.

It speaks of "löften"; or it names the police, and something is promised or, by a line that may be a
title and with a municipality, followed up. Schools, swimming halls and councils promise and follow
up, too, without the police. What stands outside the content of a page, as its menu, or below it, as
links to other pages, does not count.
"""

import re
from collections.abc import Sequence

from pipeline.parser.blocks import Block
from pipeline.parser.evidence import Evidence, has

_PROMISE = "löfte"
_POLICE = re.compile(r"(?<!metro)(?<!akro)polis")
_SOFT_HYPHEN = "\xad"
_MUNICIPALITY, _FOLLOW_UP = "names_municipality", "names_follow_up"
_BELOW_TEXT = "below_text"
_PROMISES = frozenset(
    {
        "announces_promises",
        "column_promise",
        "gives_promise",
        "retold_promise",
        "speaks_of_promises",
        "tells_of_promising",
    }
)


def is_on_topic(
    page: Sequence[Block], weighed: Sequence[Block], found: Sequence[Sequence[Evidence]]
) -> bool:
    """Tell whether a page is about promises of the police and a municipality.

    Args:
        page: The blocks of a document.
        weighed: Those of them whose role is weighed.
        found: What speaks for what each of these is.
    """
    links = {
        block.span for block, items in zip(weighed, found, strict=True) if has(items, _BELOW_TEXT)
    }
    inside = [block for block in page if not block.outside and block.span not in links]
    text = " ".join(block.text for block in inside).replace(_SOFT_HYPHEN, "").lower()
    if _PROMISE in text:
        return True
    named = [
        (block, {item.name for item in items}) for block, items in zip(weighed, found, strict=True)
    ]
    said = set[str]().union(*(names for block, names in named if block.span not in links))
    titled = any(_FOLLOW_UP in names and _may_be_title(block) for block, names in named)
    follows_up = titled and _MUNICIPALITY in said
    return bool(_POLICE.search(text)) and (follows_up or not _PROMISES.isdisjoint(said))


def _may_be_title(block: Block) -> bool:
    return not block.style.marker and block.ending != "."
