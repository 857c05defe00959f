"""Municipalities that an address or a file path names."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from pipeline.facts.model import Municipality
from pipeline.facts.municipalities import all_municipalities, ambiguous_forms
from pipeline.sources.names import slug

_LONGEST_NAME = 2
"""Words in the longest name of a municipality."""


@cache
def _slugs() -> dict[str, tuple[Municipality, ...]]:
    """Return slug → municipalities; Habo and Håbo share one."""
    found: dict[str, tuple[Municipality, ...]] = {}
    for each in all_municipalities():
        found[slug(each.name)] = (*found.get(slug(each.name), ()), each)
    return found


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(slug(form) for where in ("text", "address") for form in ambiguous_forms(where))


def in_address(address: str, named: frozenset[str]) -> tuple[Municipality, ...]:
    """Return the municipalities that an address or a file path names.

    A folder that is a municipality's name outweighs words of a file name; the deepest folder
    counts, and the host name is the outermost folder.

    Args:
        address: URL or path.
        named: Codes of municipalities that the text names; they decide between Habo and Håbo.
    """
    folders: tuple[Municipality, ...] = ()
    words: tuple[Municipality, ...] = ()
    for part in _parts(address):
        folders = folders or _chosen(_whole(part), named)
        words = words or _chosen(_within(part), named)
    if folders and not set(folders) & set(words):
        return folders
    return tuple(dict.fromkeys((*folders, *words)))


def _chosen(
    found: list[tuple[Municipality, ...]], named: frozenset[str]
) -> tuple[Municipality, ...]:
    """Return the municipalities of slugs that stand for one, or for one that the text names."""
    chosen: list[Municipality] = []
    for candidates in found:
        kept = [each for each in candidates if len(candidates) == 1 or each.code in named]
        chosen.extend(kept if len(kept) == 1 else ())
    return tuple(dict.fromkeys(chosen))


def _parts(address: str) -> Iterator[str]:
    """Yield the slugs of an address from end to host, without counties and news regions."""
    plain = unicodedata.normalize("NFC", unquote(address))
    _, scheme, rest = plain.rpartition("://")
    host, _, path = re.split(r"[?#]", rest)[0].partition("/") if scheme else ("", "", rest)
    names = [slug(re.sub(r"\.\w{2,5}$", "", part)) for part in path.split("/")]
    regions = {slug(each.police_region) for each in all_municipalities()}
    for above, name in reversed(list(zip(["", *names], names, strict=False))):
        region = name in regions and above in ("nyheter", "handelser")
        if not region and not name.endswith("-lan"):
            yield name
    yield from reversed([slug(label) for label in host.split(".")[:-1]])


def _whole(part: str) -> list[tuple[Municipality, ...]]:
    """Return the municipality that a part of an address is the name of, written as hosts do too."""
    bare = re.sub(r"^region-?|-?(?:kommun|stad)$", "", part)
    for form in (bare, bare.removesuffix("s"), part):
        owners = _slugs().get(form) or _compact().get(form)
        if owners:
            return [owners]
    return []


@cache
def _compact() -> dict[str, tuple[Municipality, ...]]:
    return {form.replace("-", ""): owners for form, owners in _slugs().items()}


def _within(part: str) -> list[tuple[Municipality, ...]]:
    """Return the municipalities that words of a part name; ambiguous ones need a neighbour."""
    words = part.split("-")
    found: list[tuple[Municipality, ...]] = []
    at = 0
    while at < len(words):
        size, owners = _longest(words, at)
        found.extend([owners] if owners else ())
        at += size
    return found


def _longest(words: list[str], at: int) -> tuple[int, tuple[Municipality, ...]]:
    for size in range(_LONGEST_NAME, 0, -1):
        form = "-".join(words[at : at + size])
        base = form if form in _slugs() else form.removesuffix("s")
        if base in _slugs() and (base not in _ambiguous() or _told(words, at, at + size)):
            return size, _slugs()[base]
    return 1, ()


def _told(words: list[str], start: int, end: int) -> bool:
    """Tell whether the words beside a name speak of a municipality or its promises."""
    beside = [*words[max(0, start - 1) : start], *words[end : end + 1]]
    return any(re.fullmatch(r"kommun(?:er)?|stad|(?:medborgar)?loft\w*", word) for word in beside)
