"""The raw store keeps every version once, under our own names, whatever stops it."""

import csv
import hashlib
import re
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError, UsageError
from pipeline.sources import discover, read_manifest
from pipeline.sources.store import Change, RawStore
from tests.sources.made_up import URL, capture, page, source

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
NAME = re.compile(r"[a-z0-9-]+/\d{4}-\d\d-\d\d-[a-z0-9-]+-[0-9a-f]{8}\.(html|pdf|docx|txt)")


def rows(raw):
    with (raw / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def agree(raw):
    """Assert that manifest and files agree and that nothing else is left; return the rows."""
    found = rows(raw) if (raw / "manifest.csv").exists() else []
    names = [row["source_name"] for row in found]
    assert len(names) == len(set(names))
    assert not read_manifest(raw / "manifest.csv").problems
    files = {p.relative_to(raw).as_posix() for p in raw.rglob("*") if p.is_file()}
    assert files - {"manifest.csv", ".fetch.lock"} == set(names)
    for row in found:
        data = (raw / row["source_name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row["sha256"]
    return found


def test_a_new_document_gets_a_file_and_a_row(tmp_path):
    body = page()
    sha256 = hashlib.sha256(body).hexdigest()
    found_on = "https://are.se/trygg"
    assert RawStore(tmp_path).keep(capture(body, found_on=found_on)) is Change.NEW
    (row,) = agree(tmp_path)
    assert row["source_name"] == f"are/2025-03-01-medborgarlofte-{sha256[:8]}.html"
    assert (tmp_path / row["source_name"]).read_bytes() == body
    assert "26 a §" in row.pop("licence")
    assert {name: row[name] for name in row if name not in ("source_name", "sha256")} == {
        "area": "Åre",
        "source_url": URL,
        "archive_url": "",
        "retrieved_at": "2025-03-01T00:00:00Z",
        "media_type": "text/html",
        "publisher": "are.se",
        "note": "",
        "final_url": URL,
        "identity": "are.se/medborgarlofte",
        "http_status": "200",
        "etag": '"1"',
        "last_modified": "",
        "content_type": "text/html; charset=utf-8",
        "found_on": found_on,
    }


def test_unchanged_content_stores_nothing_and_a_change_keeps_the_old(tmp_path):
    store = RawStore(tmp_path)
    days = ("2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01")
    bodies = (page("2023"), page("2023"), page("2025"), page("2023"))
    told = [store.keep(capture(body, day)) for body, day in zip(bodies, days, strict=True)]
    assert told == [Change.NEW, Change.UNCHANGED, Change.CHANGED, Change.CHANGED]
    found = agree(tmp_path)
    assert [row["retrieved_at"][:10] for row in found] == ["2023-01-01", "2025-01-01", "2026-01-01"]
    assert store.version_of(URL) == found[-1]["source_name"]
    assert RawStore(tmp_path).keep(capture(page("2023"), "2027-01-01")) is Change.UNCHANGED


def test_the_same_page_changed_twice_in_a_day_is_kept_twice(tmp_path):
    store = RawStore(tmp_path)
    for body, hour in ((b"a", 9), (b"b", 10), (b"a", 11)):
        store.keep(capture(page(body.decode()), f"2025-03-01T{hour:02}:00"))
    assert len(agree(tmp_path)) == 3


def test_the_same_bytes_at_two_addresses_are_two_rows(tmp_path):
    store = RawStore(tmp_path)
    for url in ("https://are.se/a/lofte", "https://are.se/b/lofte"):
        assert store.keep(capture(url=url)) is Change.NEW
    first, second = agree(tmp_path)
    assert first["sha256"] == second["sha256"]
    assert RawStore(tmp_path).keep(capture(url="https://are.se/b/lofte")) is Change.UNCHANGED


def test_a_document_published_anew_at_another_address_is_one_document(tmp_path):
    store = RawStore(tmp_path)
    node = "https://are.se/download/18.7bdef69515a371702b1b10a5"
    assert store.keep(capture(page("1"), url=f"{node}/1650/a.pdf")) is Change.NEW
    assert store.keep(capture(page("1"), "2026-01-01", f"{node}/1690/a.pdf")) is Change.UNCHANGED
    assert store.validators(f"{node}/1690/a.pdf").etag == '"1"'
    assert store.keep(capture(page("2"), "2027-01-01", f"{node}/1700/b.pdf")) is Change.CHANGED
    agree(tmp_path)


def test_two_documents_that_seem_to_be_one_do_not_change_each_other_for_ever(tmp_path):
    police = "https://polisen.se/contentassets"
    urls = (f"{police}/{'a' * 32}/lofte.pdf", f"{police}/{'b' * 32}/lofte.pdf")
    for _ in range(3):
        for url in urls:
            RawStore(tmp_path).keep(capture(page(url), url=url))
    assert len(agree(tmp_path)) == 2


def test_what_answered_after_a_redirect_is_the_document(tmp_path):
    store = RawStore(tmp_path)
    store.keep(capture(final_url="https://are.se/ny"))
    assert agree(tmp_path)[0]["identity"] == "are.se/ny"
    assert store.keep(capture(url="https://are.se/ny")) is Change.UNCHANGED
    assert store.validators(URL) == store.validators("https://are.se/ny")


def test_validators_are_the_latest(tmp_path):
    store = RawStore(tmp_path)
    assert store.validators(URL) is None
    when = "Mon, 06 Jan 2025 10:00:00 GMT"
    store.keep(capture())
    store.keep(capture(day="2025-04-01", headers={"etag": 'W/"2"', "last-modified": when}))
    found = RawStore(tmp_path).validators(URL)
    assert (found.etag, found.last_modified) == ('W/"2"', when)


def test_headers_that_could_do_harm_are_left_out(tmp_path):
    headers = {"etag": '"a"\r\nX: y', "last-modified": "å", "content-type": "text/html" + "x" * 999}
    store = RawStore(tmp_path)
    store.keep(capture(headers=headers))
    (row,) = agree(tmp_path)
    assert (row["etag"], row["last_modified"], row["content_type"]) == ("", "", "")


def archived(body, stamp):
    day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
    address = f"https://archive.example/web/{stamp}id_/{URL}"
    return replace(capture(body, day), archive_url=address, final_url=address)


def test_past_versions_find_their_place_in_time(tmp_path):
    store = RawStore(tmp_path)
    store.keep(capture(page("new")))
    assert store.keep(archived(page("old"), "20190102030405")) is Change.CHANGED
    assert store.keep(archived(page("new"), "20240102030405")) is Change.UNCHANGED
    assert store.captures_of(URL) == {"20190102030405", "20240102030405"}
    old, new = agree(tmp_path)
    assert old["source_name"].startswith("are/2019-01-02-medborgarlofte-")
    assert (old["identity"], old["publisher"], old["etag"]) == (new["identity"], "are.se", "")
    assert store.validators(URL).etag == '"1"'
    assert store.keep(capture(page("new"), "2026-01-01")) is Change.UNCHANGED


@pytest.mark.parametrize(
    ("path", "ending"),
    [
        ("pdf/bold-first.pdf", "pdf"),
        ("docx/styled-first.docx", "docx"),
        ("office/second.doc", "doc"),
        ("office/second.odt", "odt"),
        ("office/second.rtf", "rtf"),
        ("html/cms-sitevision-first.html", "html"),
    ],
)
def test_the_bytes_tell_what_a_file_is_whatever_the_server_says(tmp_path, path, ending):
    body = (FIXTURES / path).read_bytes()
    RawStore(tmp_path).keep(capture(body, headers={"content-type": "image/png"}))
    assert agree(tmp_path)[0]["source_name"].endswith(f".{ending}")


@pytest.mark.parametrize(
    ("body", "called", "ending"),
    [
        (b"Polisen lovar", "text/plain", "txt"),
        ("L\xf6ften".encode("latin-1"), "text/plain; charset=iso-8859-1", "txt"),
        (b"<div>Polisen lovar</div>", "text/html", "html"),
        (b"\xef\xbb\xbf\n<!-- a --><!DOCTYPE html><p>x", "text/plain", "html"),
        ("<html>ö".encode("utf-16"), "text/html", "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x"/>', "application/xhtml+xml", "html"),
    ],
)
def test_text_and_pages_are_told_apart(tmp_path, body, called, ending):
    RawStore(tmp_path).keep(capture(body, headers={"content-type": called}))
    assert agree(tmp_path)[0]["source_name"].endswith(f".{ending}")


@pytest.mark.parametrize(
    ("body", "called", "words"),
    [
        (b"", "text/html", "It is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png", "called image/png"),
        (b"\x89PNG\r\n\x1a\n\0\0", "text/html", "no page, PDF, Word or text file"),
        (b'{"a": 1}', "application/json", "no page"),
        (b"PK\x03\x04 damaged", "application/zip", "no page"),
        (b"\xd0\xcf\x11\xe0 a table", "application/vnd.ms-excel", "no page"),
        (b"just words", "", "called nothing"),
    ],
)
def test_what_is_no_document_is_not_stored_and_told(tmp_path, body, called, words):
    with pytest.raises(SourceError, match=words):
        RawStore(tmp_path).keep(capture(body, headers={"content-type": called}))
    assert agree(tmp_path) == []


BAD_NAMES = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="./\\%2e2f:~$ \0\n\u202eåÅ漢🚓-", max_size=300),
    st.sampled_from(
        ["../../etc/x", "..%2f..%2fetc%2fx", "x" * 300, "å" * 300, "con", "nul.pdf", ".", "a.warc"]
    ),
)


@given(name=BAD_NAMES, area=BAD_NAMES)
def test_no_name_of_a_server_or_register_gets_through(name, area, tmp_path_factory):
    raw = tmp_path_factory.mktemp("store") / "raw"
    url = f"https://are.se/{name}"
    try:
        RawStore(raw).keep(capture(source=source(area=area), url=url))
    except SourceError:
        assert re.search(r"\s", url)
        return
    (row,) = agree(raw)
    assert NAME.fullmatch(row["source_name"])
    assert all(len(part) <= 80 for part in row["source_name"].split("/"))
    assert {path.name for path in raw.parent.iterdir()} == {"raw"}
    assert [file.name for file in discover(raw, [".html"])[0]] == [row["source_name"]]


def test_rows_and_files_that_others_put_there_stay(tmp_path):
    (tmp_path / "own.txt").write_bytes(b"x")
    (tmp_path / "manifest.csv").write_text("source_name,area,note\nown.txt,Berg,mine\n", "utf-8")
    RawStore(tmp_path).keep(capture())
    found = {row["source_name"]: row for row in rows(tmp_path)}
    assert (found["own.txt"]["area"], found["own.txt"]["note"]) == ("Berg", "mine")
    assert len(found) == 2
    assert (tmp_path / "own.txt").read_bytes() == b"x"


def test_a_manifest_with_faults_is_never_written_over(tmp_path):
    text = "source_name,area,mine\nown.txt,Berg,x\n"
    (tmp_path / "manifest.csv").write_text(text, "utf-8")
    with pytest.raises(UsageError, match="column 'mine' is unknown"):
        RawStore(tmp_path)
    assert (tmp_path / "manifest.csv").read_text("utf-8") == text


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    (tmp_path / "raw").write_bytes(b"a file")
    with pytest.raises(UsageError, match="cannot be written to"):
        RawStore(tmp_path / "raw")


def test_another_file_of_the_same_name_is_not_written_over(tmp_path):
    RawStore(tmp_path).keep(capture())
    name = agree(tmp_path)[0]["source_name"]
    (tmp_path / "manifest.csv").unlink()
    RawStore(tmp_path).keep(capture())  # the same bytes: the file gets its row again
    assert agree(tmp_path)[0]["source_name"] == name
    (tmp_path / "manifest.csv").unlink()
    (tmp_path / name).write_bytes(b"other")
    RawStore(tmp_path).keep(capture())
    assert rows(tmp_path)[0]["source_name"] != name
    assert (tmp_path / name).read_bytes() == b"other"


def test_two_runs_at_once_lose_no_row(tmp_path):
    first, second = RawStore(tmp_path), RawStore(tmp_path)
    first.keep(capture(url="https://are.se/a"))
    second.keep(capture(url="https://are.se/b"))
    first.keep(capture(url="https://are.se/c"))
    assert len(agree(tmp_path)) == 3


RUN = """
import os, signal, sys
from pathlib import Path

left = int(sys.argv[2])

def dying(real):
    def call(*args, **more):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **more)
    return call

from pipeline.sources.store import RawStore
from tests.sources.made_up import capture, page

os.fsync, Path.replace, Path.unlink = map(dying, (os.fsync, Path.replace, Path.unlink))
store = RawStore(Path(sys.argv[1]))
for year in ("2024", "2025"):
    store.keep(capture(page(year * 1000), f"{year}-03-01"))
    print(year, flush=True)
print("steps", left)
"""


def run(raw, left):
    command = [sys.executable, "-c", RUN, str(raw), str(left)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
def test_whenever_a_run_is_killed_the_next_one_loses_and_doubles_nothing(tmp_path):
    whole = run(tmp_path / "whole", 10_000)
    steps = 10_000 - int(whole.stdout.split()[-1])
    assert steps >= 12
    expected = agree(tmp_path / "whole")
    for step in range(1, steps + 1):
        raw = tmp_path / str(step)
        killed = run(raw, step)
        assert killed.returncode == -signal.SIGKILL
        RawStore(raw)
        years = [row["retrieved_at"][:4] for row in agree(raw)]
        assert killed.stdout.split() in (years, years[:-1])
        store = RawStore(raw)
        for year in ("2024", "2025"):
            store.keep(capture(page(year * 1000), f"{year}-03-01"))
        assert agree(raw) == expected
