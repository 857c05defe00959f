"""Office files through LibreOffice: a stand-in program everywhere, the real one where it is."""

import os
import shutil
import stat
import time
from pathlib import Path

import pytest

from pipeline.codes import DocumentStatus
from pipeline.errors import ReadError
from pipeline.readers import docx, office
from tests.dressed import FIXTURES

FOLDER = FIXTURES / "office"
WORD = FIXTURES / "docx" / "styled-second.docx"
FILES = {
    "second.doc": "application/msword",
    "second.odt": "application/vnd.oasis.opendocument.text",
    "second.rtf": "application/rtf",
}
# What the stand-in does: find the folder behind --outdir, note the call, then as told.
PROGRAM = """#!/bin/sh
echo "$@" > {log}
while [ "$1" != "--outdir" ]; do shift; done
mkdir -p "$2"
{action}
"""


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Put a stand-in for LibreOffice on the path, which does what it is told."""

    def install(action: str) -> Path:
        script, log = tmp_path / "soffice", tmp_path / "log"
        script.write_text(PROGRAM.format(log=log, action=action))
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        return log

    return install


def failure(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        office.read(data, "a.doc")
    assert str(caught.value).endswith(".")
    return caught.value


@pytest.mark.parametrize("name", FILES)
def test_files_are_recognised_by_what_they_hold(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    assert office.recognise(data)
    assert not docx.recognise(data)


@pytest.mark.parametrize("data", [WORD.read_bytes(), b"", b"PK\x03\x04", "Löfte".encode()])
def test_others_are_not(data: bytes) -> None:
    assert not office.recognise(data)


@pytest.mark.parametrize(("name", "media_type"), FILES.items())
def test_the_document_is_read_as_libreoffice_saves_it(name, media_type, program) -> None:
    log = program(f'cp {WORD} "$2/document.docx"')
    document = office.read((FOLDER / name).read_bytes(), name)
    assert document.text == docx.read(WORD.read_bytes(), "a.docx").text
    assert (document.media_type, document.reader) == (media_type, "docx via LibreOffice")
    call = log.read_text()
    assert "--headless" in call
    room = Path(call.split("-env:UserInstallation=file://")[1].split()[0]).parent
    assert not room.exists()


def test_a_file_that_libreoffice_cannot_open_is_unreadable(program) -> None:
    program("exit 1")
    error = failure(rb"{\rtf1 cut")
    assert error.status is DocumentStatus.UNREADABLE
    assert "password" in str(error)


def test_a_hang_is_ended_with_all_helpers(program, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(office, "TIMEOUT_SECONDS", 1)
    helper = tmp_path / "helper"
    program(f"sleep 60 & echo $! > {helper}; wait")
    begin = time.monotonic()
    assert failure(rb"{\rtf1}").status is DocumentStatus.TIMEOUT
    assert time.monotonic() - begin < 20
    assert not is_running(int(helper.read_text()))


def is_running(process: int) -> bool:
    """Tell whether a process runs: one that has ended may wait for its parent to notice."""
    for _ in range(50):
        state = Path(f"/proc/{process}/stat")
        if not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return False
        time.sleep(0.1)
    return True


def test_without_libreoffice_the_message_says_what_to_do(monkeypatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    error = failure((FOLDER / "second.doc").read_bytes())
    assert error.status is DocumentStatus.UNREADABLE
    assert "install LibreOffice" in str(error)
    assert ".doc " in str(error)


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
    ],
)
def test_sheets_and_slides_are_no_text(data: bytes) -> None:
    assert office.recognise(data)
    assert failure(data).status is DocumentStatus.UNREADABLE


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", FILES)
def test_libreoffice_itself_gives_the_same_words(name: str) -> None:
    document = office.read((FOLDER / name).read_bytes(), name)
    plain = docx.read(WORD.read_bytes(), "a.docx")
    assert document.text.split() == plain.text.split()
    assert document.lines[0].style.heading == 1
    bullets = [line.style.bold for line in document.lines if line.style.marker == "•"]
    assert bullets == [True, True, True]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_itself_refuses_noise() -> None:
    noise = (FOLDER / "second.doc").read_bytes()[:4000]
    assert isinstance(failure(noise), ReadError)
