"""Web archives are read as containers: each page or file in them is a document of its own."""

import gzip
import hashlib
import random
import re
import zlib
from pathlib import Path

import pytest

from pipeline.codes import DocumentStatus, Severity
from pipeline.explain import explain
from pipeline.explain.alternatives import render_alternatives
from pipeline.explain.image import draw
from pipeline.extraction import extract, extract_documents
from pipeline.sources import warc as warc_module
from pipeline.sources.containers import Member, members, read_bytes
from pipeline.sources.warc import Fault
from tests.sources.made_up import page, wacz, warc

FIXTURES = Path(__file__).parents[1] / "fixtures"
PDF = (FIXTURES / "pdf" / "bold-first.pdf").read_bytes()
PAGE = page("<h2>Resultat</h2><p>Polisen har patrullerat.</p>")
SITE = "https://are.se/trygg/"
MB = 1_000_000


def put(folder, name, data):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def found(path, max_bytes=MB):
    both = list(members(path, max_bytes))
    documents = [item for item in both if isinstance(item, Member)]
    return documents, [item for item in both if isinstance(item, Fault)]


def encoded(body, encoding, coded):
    return (SITE, coded, "200 OK", [("Content-Type", "text/html"), (encoding, body)])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.warc", warc((f"{SITE}lofte", PAGE), (f"{SITE}a.pdf", PDF), gzip=False)),
        ("X.WARC.GZ", warc((f"{SITE}lofte", PAGE), (f"{SITE}a.pdf", PDF))),
        ("x.wacz", wacz(warc((f"{SITE}lofte", PAGE)), warc((f"{SITE}a.pdf", PDF)))),
    ],
)
def test_each_answer_is_a_document_with_address_and_date(tmp_path, name, data):
    documents, faults = found(put(tmp_path, name, data))
    assert not faults
    assert [item.name for item in documents] == ["1-lofte.html", "2-a.pdf"]
    assert [item.data for item in documents] == [PAGE, PDF]
    assert [item.url for item in documents] == [f"{SITE}lofte", f"{SITE}a.pdf"]
    assert {item.retrieved_at for item in documents} == {"2021-05-04T10:00:00Z"}


def test_only_whole_documents_are_read(tmp_path):
    html = [("Content-Type", "text/html")]
    data = warc(
        (f"{SITE}moved", PAGE, "301 Moved", html),
        (f"{SITE}gone", PAGE, "404 Not Found", html),
        (f"{SITE}logo.png", b"\x89PNG\r\n\x1a\n\0", "200 OK", [("Content-Type", "image/png")]),
        ("https://are.se/robots.txt", b"User-agent: *", "200 OK", [("Content-Type", "text/plain")]),
        (f"{SITE}lofte", PAGE),
    )
    documents, faults = found(put(tmp_path, "x.warc.gz", data))
    assert [item.url for item in documents] == [f"{SITE}lofte"]
    assert not faults


def test_transfer_and_content_encodings_are_undone(tmp_path):
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    data = warc(
        encoded("gzip", "Content-Encoding", gzip.compress(PAGE)),
        encoded("deflate", "Content-Encoding", zlib.compress(PAGE)),
        encoded("chunked", "Transfer-Encoding", chunked),
    )
    documents, faults = found(put(tmp_path, "x.warc.gz", data))
    assert [item.data for item in documents] == [PAGE] * 3
    assert not faults


def test_an_encoding_that_is_not_known_is_told(tmp_path):
    data = warc(encoded("odd", "Content-Encoding", PAGE), (f"{SITE}b", PAGE))
    documents, (fault,) = found(put(tmp_path, "x.warc.gz", data))
    assert "content encoding 'odd' is not known" in fault.message
    assert [item.name for item in documents] == ["2-b.html"]


def test_a_name_of_a_server_never_gets_through(tmp_path):
    data = warc(("https://are.se/..%2f..%2fetc/../%E2%80%AEx%00" + "y" * 300, PAGE))
    ((document,), _) = found(put(tmp_path, "x.warc.gz", data))
    assert re.fullmatch(r"1-x-?y{46,47}\.html", document.name)


TWO = ((f"{SITE}a", PAGE), (f"{SITE}b", page("x" * 5_000)))


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("lost", [3, 40, 5_000])
def test_of_a_file_that_is_cut_off_what_is_whole_is_read(tmp_path, zipped, lost):
    body = bytes(random.Random(1).choices(b"abcdefgh", k=20_000))
    data = warc((f"{SITE}a", PAGE), (f"{SITE}b", page(body.decode())), gzip=zipped)
    documents, faults = found(put(tmp_path, "x.warc", data[: -lost - 4]))
    assert documents[0].data == PAGE
    if lost > 3:
        assert len(documents) == 1
        assert "cut off" in faults[0].message or "damaged" in faults[0].message
        assert faults[0].severity is Severity.ERROR


@pytest.mark.parametrize("seed", range(40))
def test_damage_is_told_or_does_no_harm(tmp_path, seed):
    dice = random.Random(seed)
    data = bytearray(warc(*TWO, gzip=bool(seed % 2)))
    for _ in range(3):
        data[dice.randrange(len(data))] = dice.randrange(256)
    documents, faults = found(put(tmp_path, "x.warc", bytes(data)))
    assert faults or len(documents) <= 2


@pytest.mark.parametrize("name", ["x.warc", "x.warc.gz", "x.wacz"])
@pytest.mark.parametrize(
    "data", [b"", b"no archive at all", PDF, gzip.compress(b"words"), b"PK\x03\x04 damaged"]
)
def test_what_is_no_archive_is_told(tmp_path, name, data):
    documents, faults = found(put(tmp_path, name, data))
    assert not documents
    assert faults[0].severity is Severity.ERROR
    assert any(words in faults[0].message for words in ("holds no WARC", "damaged"))


def test_a_file_gzipped_as_one_piece_is_told(tmp_path):
    data = gzip.compress(warc(*TWO, gzip=False))
    _, faults = found(put(tmp_path, "x.warc.gz", data))
    assert "gunzip" in faults[0].message


class TestLimits:
    def test_documents_that_are_too_large_are_told(self, tmp_path):
        bomb = gzip.compress(page(" " * 3 * MB))
        data = warc(
            encoded("gzip", "Content-Encoding", bomb),
            (f"{SITE}b", page("x" * 3 * MB)),
            (f"{SITE}c", PAGE),
        )
        documents, faults = found(put(tmp_path, "x.warc.gz", data))
        assert [item.name for item in documents] == ["3-c.html"]
        assert [fault.message for fault in faults] == [
            f"{SITE} is too large (the limit is 1 MB): not read.",
            f"{SITE}b is too large (the limit is 1 MB): not read.",
        ]

    def test_a_file_that_unpacks_to_too_much_is_not_read_on(self, tmp_path, monkeypatch):
        monkeypatch.setattr(warc_module, "MAX_UNPACKED", 2 * MB)
        data = warc((f"{SITE}a", PAGE), (f"{SITE}b", page(" " * 9 * MB)), (f"{SITE}c", PAGE))
        documents, (fault,) = found(put(tmp_path, "x.warc.gz", data))
        assert [item.url for item in documents] == [f"{SITE}a"]
        assert "larger than 0.002 GB" in fault.message

    @pytest.mark.parametrize("endless", [b"x", b"a: b\r\n"])
    def test_a_head_without_end_is_not_read_into_memory(self, tmp_path, endless):
        bomb = gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n" + endless * 3 * MB)
        documents, (fault,) = found(put(tmp_path, "x.warc.gz", bomb))
        assert not documents
        assert "head has no end" in fault.message

    def test_a_record_that_announces_no_length_is_told(self, tmp_path):
        head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://are.se/\r\n\r\n"
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
        documents, (fault,) = found(put(tmp_path, "x.warc", head + answer))
        assert not documents
        assert "Record 1 is cut off" in fault.message

    def test_too_many_records_are_not_read_on(self, tmp_path, monkeypatch):
        monkeypatch.setattr(warc_module, "MAX_RECORDS", 2)
        documents, (fault,) = found(put(tmp_path, "x.warc.gz", warc(*TWO)))
        assert len(documents) == 1
        assert "more than 2 records" in fault.message


class TestRun:
    """`extract` and `explain` with web archives in the raw folder."""

    @pytest.fixture
    def raw(self, tmp_path):
        raw = tmp_path / "raw"
        page_ = (FIXTURES / "html" / "h2-h3-first.html").read_bytes()
        put(raw, "deep/x.warc.gz", warc((f"{SITE}lofte", page_), (f"{SITE}a.pdf", PDF)))
        put(raw, "bad.wacz", b"nonsense")
        put(raw, "cut.warc", warc((f"{SITE}y", page("y")), (f"{SITE}z", PAGE), gzip=False)[:-90])
        put(raw, "z.html", page("z"))
        head = "source_name,area,licence\n"
        put(raw, "manifest.csv", f"{head}deep/x.warc.gz,Åre,free\n".encode())
        return raw

    def test_documents_of_archives_are_rows_like_others(self, raw):
        extraction = extract_documents(raw)
        documents = {row.source_name: row for row in extraction.documents}
        assert set(documents) == {
            "bad.wacz",
            "cut.warc!/1-y.html",
            "deep/x.warc.gz!/1-lofte.html",
            "deep/x.warc.gz!/2-a.pdf",
            "z.html",
        }
        pdf = documents["deep/x.warc.gz!/2-a.pdf"]
        assert pdf.sha256 == hashlib.sha256(PDF).hexdigest()
        assert (pdf.source_url, pdf.retrieved_at) == (f"{SITE}a.pdf", "2021-05-04T10:00:00Z")
        assert (pdf.area, pdf.municipality) == ("Åre", "Åre")
        assert documents["bad.wacz"].status is DocumentStatus.UNREADABLE
        told = {problem.source_name: problem.message for problem in extraction.problems}
        assert "no WACZ file" in told["bad.wacz"]
        assert "cut off" in told["cut.warc"]
        assert "is not there" not in " ".join(told.values())

    def test_explain_finds_them_again(self, raw, tmp_path):
        out = tmp_path / "out"
        run = extract(raw, out)
        ids = {row.source_name: row.document_id for row in run.extraction.documents}
        name = "deep/x.warc.gz!/2-a.pdf"
        document = explain(ids[name], out, raw)
        assert document.source_state == ""
        assert document.source == f"{raw}/{name}"
        row = explain(f"{ids[name]}.t1", out, raw)
        assert draw(row, out).startswith(b"\x89PNG")
        assert "Readings of its lines" in render_alternatives(row, 80)

        put(raw, "deep/x.warc.gz", warc((f"{SITE}lofte", PAGE), (f"{SITE}a.pdf", PDF + b"\n")))
        assert "has changed" in explain(ids[name], out, raw).source_state
        put(raw, "deep/x.warc.gz", warc((f"{SITE}lofte", PAGE)))
        assert "gone from its web archive" in explain(ids[name], out, raw).source_state

    def test_the_tables_do_not_tell_where_they_were_unpacked(self, raw, tmp_path):
        extract(raw, tmp_path / "one", workers=1)
        extract(raw, tmp_path / "two", workers=2)
        for path in (tmp_path / "one").glob("*.csv"):
            assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_bytes_are_found_by_their_path(tmp_path):
    put(tmp_path, "x.warc.gz", warc((f"{SITE}a", PAGE)))
    put(tmp_path, "odd!/a.txt", b"x")
    assert read_bytes(tmp_path / "x.warc.gz!" / "1-a.html", MB) == PAGE
    assert read_bytes(tmp_path / "odd!" / "a.txt", MB) == b"x"
    for gone in ("x.warc.gz!/2-a.html", "y.warc!/1-a.html", "z.txt"):
        with pytest.raises(FileNotFoundError):
            read_bytes(tmp_path / gone, MB)


def test_a_wacz_without_warcs_is_told(tmp_path):
    _, (fault,) = found(put(tmp_path, "x.wacz", wacz()))
    assert "holds no WARC files" in fault.message


def test_damage_in_one_warc_of_a_wacz_does_not_harm_the_next(tmp_path):
    data = wacz(warc((f"{SITE}a", PAGE))[:-40], warc((f"{SITE}b", PAGE)))
    documents, faults = found(put(tmp_path, "x.wacz", data))
    assert [item.url for item in documents] == [f"{SITE}b"]
    assert len(faults) == 1


def test_documents_of_any_length_are_read_whole(tmp_path):
    bodies = [page("ö" * n) for n in (0, 8_000, 16_384, 70_000)]
    data = warc(*((f"{SITE}{n}", body) for n, body in enumerate(bodies)))
    documents, faults = found(put(tmp_path, "x.warc.gz", data))
    assert [item.data for item in documents] == bodies
    assert not faults
