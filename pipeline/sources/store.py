"""The raw store: every version of every document, once, under a name that we made."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.errors import SourceError
from pipeline.sources.identity import identity_key, is_web_address
from pipeline.sources.ledger import Ledger
from pipeline.sources.manifest import ManifestRow
from pipeline.sources.media import Media, sniff
from pipeline.sources.names import file_name, folder_of, url_slug
from pipeline.sources.registry import Source

LICENCE = (
    "Published by an authority: may be reproduced (URL 26 a §, Swedish copyright act); "
    "photographs and logos are not covered"
)
"""What the manifest says of the ground for reuse."""

_LONGEST_HEADER = 300
_TIMESTAMP = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")


@dataclass(frozen=True, slots=True)
class Capture:
    """What an address gave.

    Attributes:
        source: The registered source that led to it.
        url: Address that was asked for; for an archive capture that of the original.
        final_url: Address that answered, after redirects.
        body: The bytes, without content encoding.
        status: HTTP status.
        headers: By lower-case name.
        retrieved_at: When it was fetched, or when the archive took it (with time zone).
        archive_url: Address in a web archive; empty if it comes from the publisher.
        found_on: Address of the page that links to it; empty for the source itself.
    """

    source: Source
    url: str
    final_url: str
    body: bytes
    status: int
    headers: Mapping[str, str]
    retrieved_at: datetime
    archive_url: str = ""
    found_on: str = ""


@dataclass(frozen=True, slots=True)
class Validators:
    """Headers by which a server can say that nothing has changed; empty where it gave none."""

    etag: str
    last_modified: str


class Change(StrEnum):
    """What a capture brought."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class RawStore:
    """The documents of a raw folder and their manifest.

    Several runs may use one folder at once. On opening, what a killed run left is put right.

    Raises:
        UsageError: The manifest has faults.
    """

    def __init__(self, raw: Path) -> None:
        self._ledger = Ledger(raw)

    def validators(self, url: str) -> Validators | None:
        """Return what to ask an address with, so that an unchanged document is not sent again.

        None if no version of it is stored.
        """
        latest = self._latest(url)
        return Validators(latest.etag, latest.last_modified) if latest else None

    def version_of(self, url: str) -> str:
        """Return the `source_name` of the latest version of an address; empty if none is stored."""
        latest = self._latest(url)
        return latest.source_name if latest else ""

    def captures_of(self, url: str) -> frozenset[str]:
        """Return the timestamps (14 digits) of the archive's captures that are stored.

        Of a capture whose address holds no timestamp, its address.
        """
        rows = _of_document(self._ledger.rows.values(), url, identity_key(url))
        archived = [row.archive_url for row in rows if row.archive_url]
        found = ((_TIMESTAMP.search(address), address) for address in archived)
        return frozenset(match[1] if match else address for match, address in found)

    def keep(self, capture: Capture) -> Change:
        """Store a capture, unless the versions before or after it hold the same bytes.

        Raises:
            SourceError: It is empty or no document that can be read.
            OSError: It cannot be written; what was stored before is whole.
        """
        row = _described(capture, _media(capture))
        with self._ledger.locked():
            versions = _of_document(self._ledger.rows.values(), row.source_url, row.identity)
            same = _same(versions, row)
            if same:
                self._ledger.renew(_refreshed(same, row), capture.body)
                return Change.UNCHANGED
            self._ledger.add(self._named(row, capture), capture.body)
        return Change.CHANGED if versions else Change.NEW

    def _latest(self, url: str) -> ManifestRow | None:
        rows = (row for row in self._ledger.rows.values() if url in (row.source_url, row.final_url))
        return max(rows, key=_time, default=None)

    def _named(self, row: ManifestRow, capture: Capture) -> ManifestRow:
        ending = _media(capture).ending
        day, words = capture.retrieved_at.astimezone(UTC).date(), url_slug(row.source_url)
        folder = folder_of(row.area)
        names = (f"{folder}/{file_name(day, words, row.sha256, ending, n)}" for n in count(1))
        free = next(name for name in names if self._ledger.is_free(name, row.sha256))
        return replace(row, source_name=free)


def _media(capture: Capture) -> Media:
    declared = capture.headers.get("content-type", "")
    media = sniff(capture.body, declared)
    if media is None:
        what = f"Its bytes are no page, PDF, Word or text file (called {declared or 'nothing'})"
        raise SourceError(f"{what}: not stored." if capture.body else "It is empty: not stored.")
    return media


def _described(capture: Capture, media: Media) -> ManifestRow:
    for url in (capture.url, capture.final_url):
        if not is_web_address(url):
            raise SourceError(f"'{url}' is no web address: not stored.")
    # What answered is the document, however it was asked for; an archive answers for another.
    address = capture.url if capture.archive_url else capture.final_url
    return ManifestRow(
        source_name="",
        area=capture.source.area,
        source_url=capture.url,
        archive_url=capture.archive_url,
        retrieved_at=capture.retrieved_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        media_type=media.media_type,
        sha256=hashlib.sha256(capture.body).hexdigest(),
        publisher=(urlsplit(address).hostname or "").removeprefix("www."),
        final_url=capture.final_url,
        identity=identity_key(address),
        http_status=str(capture.status),
        etag=_header(capture, "etag"),
        last_modified=_header(capture, "last-modified"),
        content_type=_header(capture, "content-type"),
        found_on=capture.found_on,
        licence=LICENCE,
    )


def _header(capture: Capture, name: str) -> str:
    """Return a header if it is a line of plain characters, as those that matter are.

    An archive's own `etag` and `last-modified` would mislead the publisher's server.
    """
    if capture.archive_url and name != "content-type":
        return ""
    value = capture.headers.get(name, "").strip()
    plain = value.isascii() and value.isprintable() and len(value) <= _LONGEST_HEADER
    return value if plain else ""


def _of_document(rows: Iterable[ManifestRow], url: str, identity: str) -> list[ManifestRow]:
    """Return the versions of what stands at an address, from the earliest on.

    Two addresses that seem to be one document may be two: an address with versions of its own
    is compared with those only.
    """
    near = [row for row in rows if row.identity == identity or row.source_url == url]
    own = [row for row in near if url in (row.source_url, row.final_url)]
    return sorted(own or near, key=_time)


def _same(versions: list[ManifestRow], row: ManifestRow) -> ManifestRow | None:
    """Return the version just before or just after, if it has the same bytes."""
    before = [version for version in versions if _time(version) <= _time(row)]
    beside = (*before[-1:], *versions[len(before) : len(before) + 1])
    return next((version for version in beside if version.sha256 == row.sha256), None)


def _refreshed(version: ManifestRow, row: ManifestRow) -> ManifestRow:
    """Return a version with what was learned by seeing it again."""
    if row.archive_url:
        return replace(version, archive_url=version.archive_url or row.archive_url)
    return replace(version, final_url=row.final_url, etag=row.etag, last_modified=row.last_modified)


def _time(row: ManifestRow) -> datetime:
    """Return when a version was fetched; before all others where that is unknown."""
    when = datetime.fromisoformat(row.retrieved_at or "0001-01-01")
    return when if when.tzinfo else when.replace(tzinfo=UTC)
