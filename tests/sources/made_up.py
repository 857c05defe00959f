"""Sources, captures and web archives made up for tests."""

import io
import zipfile
from datetime import UTC, datetime

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.sources.registry import Source
from pipeline.sources.store import Capture

PAGE = "<!doctype html><title>Medborgarlöften Åre</title><p>Polisen lovar att patrullera.</p>"
URL = "https://are.se/medborgarlofte"


def source(url=URL, area="Åre"):
    return Source(area, "2321", url, "promises", (), True, "", 2)


def page(words=""):
    return (PAGE + words).encode()


def capture(body=None, day="2025-03-01", url=URL, **changes):
    """A page as Åre would answer; `day` is a date, or a date with time."""
    when = datetime.fromisoformat(day)
    known = {
        "source": source(),
        "url": url,
        "final_url": url,
        "body": page() if body is None else body,
        "status": 200,
        "headers": {"content-type": "text/html; charset=utf-8", "etag": '"1"'},
        "retrieved_at": when if when.tzinfo else when.replace(tzinfo=UTC),
    }
    return Capture(**(known | changes))


def warc(*answers, gzip=True):
    """Bytes of a WARC; an answer is (url, body) or (url, body, status, headers)."""
    made = io.BytesIO()
    writer = WARCWriter(made, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "test"}))
    for url, body, *more in answers:
        status, headers = (*more, *("200 OK", [("Content-Type", "text/html")])[len(more) :])
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(body),
                http_headers=http,
                warc_headers_dict={"WARC-Date": "2021-05-04T10:00:00Z"},
            )
        )
    return made.getvalue()


def wacz(*warcs):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        for number, data in enumerate(warcs):
            archive.writestr(f"archive/{number}.warc.gz", data)
    return made.getvalue()
