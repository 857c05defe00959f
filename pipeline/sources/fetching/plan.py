"""Which sources a run is about, and what it would ask for. Nothing is sent from here."""

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.sources.registry import Source, read_sources


def chosen(path: Path, area: str | None) -> tuple[Source, ...]:
    """Return the enabled sources of a register, of one area if it is named.

    Args:
        path: The register.
        area: Municipality or district, as the register writes it; capitals do not matter.

    Raises:
        UsageError: The register has faults, or nothing of the area is enabled in it.
    """
    sources = tuple(source for source in read_sources(path) if source.enabled)
    if area is None:
        return sources
    found = tuple(source for source in sources if _plain(source.area) == _plain(area))
    if found:
        return found
    areas = {_plain(source.area): source.area for source in sources}
    close = [areas[name] for name in get_close_matches(_plain(area), areas)]
    hint = f" Did you mean {' or '.join(close)}?" if close else ""
    raise UsageError(f"No enabled source of '{area}' stands in {path}.{hint}")


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold().strip()


def lines(sources: tuple[Source, ...], cdx: str | None) -> Iterator[str]:
    """Yield what a run would ask for, one line per source and one in sum."""
    for source in sources:
        yield f"{source.area}\t{source.url}"
    what = f"past versions of each, from the archive at {cdx}" if cdx else "what each links to"
    yield f"{len(sources)} addresses, then {what}. Nothing was sent."
