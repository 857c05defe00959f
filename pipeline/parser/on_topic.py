"""Whether a page is about promises to residents at all: on any other page nothing is forced.

It speaks of "löften"; or it names the police, and something is promised or, with a municipality,
followed up. Schools, swimming halls and councils promise and follow up, too, without the police.
"""

from collections.abc import Sequence

from pipeline.parser.blocks import Block
from pipeline.parser.evidence import Evidence

_PROMISE, _POLICE = "löfte", "polis"
_SOFT_HYPHEN = "\xad"
_MUNICIPALITY, _FOLLOW_UP = "names_municipality", "names_follow_up"
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
    text = " ".join(block.text for block in page if not block.outside)
    text = text.replace(_SOFT_HYPHEN, "").lower()
    if _PROMISE in text:
        return True
    names = [{item.name for item in items} for items in found]
    said = set[str]().union(*names)
    titled = any(
        _FOLLOW_UP in here and _may_be_title(block)
        for block, here in zip(weighed, names, strict=True)
    )
    follows_up = titled and _MUNICIPALITY in said
    return _POLICE in text and (follows_up or not _PROMISES.isdisjoint(said))


def _may_be_title(block: Block) -> bool:
    return not block.style.marker and block.ending != "."
