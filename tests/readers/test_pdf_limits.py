"""Files that would cost too much, and broken ones: a row each that says what to do."""

import io
import stat
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from pipeline.codes import DocumentStatus, Severity
from pipeline.extraction import extract_documents
from pipeline.extraction.reading import read_document
from pipeline.extraction.task import Reading, Task
from pipeline.readers import pdf
from pipeline.readers.ocr import engine
from pipeline.readers.pdf import streams
from pipeline.sources import ManifestRow
from pipeline.tables.registry import DocumentRow
from tests.dressed import FIXTURES
from tests.papers import FLATE, inflating, page, pages, paper, picture, stream

GOOD = "Medborgarlöften i Åre kommun 2024\n\nPolisen lovar att patrullera oftare.\n"
HUGE = 30_000
TWICE = b"/Filter[/FlateDecode/FlateDecode]"


def saved(form: str) -> bytearray:
    out = io.BytesIO()
    Image.new("L", (100, 100), 128).save(out, form)
    return bytearray(out.getvalue())


def huge_jpeg() -> bytes:
    data = saved("JPEG")
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", HUGE, HUGE)
    return bytes(data)


def huge_tiff() -> bytes:
    data = saved("TIFF")
    start = struct.unpack_from("<I", data, 4)[0]
    for entry in range(start + 2, start + 2 + 12 * struct.unpack_from("<H", data, start)[0], 12):
        if struct.unpack_from("<H", data, entry)[0] in (256, 257):  # width and height
            data[entry + 2 : entry + 12] = struct.pack("<HII", 4, 1, HUGE)
    return bytes(data)


def packed_objects() -> bytes:
    """Return a file whose font lies in a stream of objects, before a mountain of blanks."""
    blanks = inflating(60, b" ")
    packer = zlib.compressobj()
    font = packer.compress(b"5 0 <</Type/Font>>") + packer.flush(zlib.Z_FULL_FLUSH)
    return paper(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        stream(font + blanks[2:], b"/Type/ObjStm/N 1/First 4" + FLATE),
    )


def packed_font() -> bytes:
    return page(
        stream(b"BT /F2 12 Tf 50 700 Td (Polisen) Tj ET"),
        b"",
        b"<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 7 0 R>>",
        b"<</Type/FontDescriptor/FontName/X/Flags 32/FontFile2 8 0 R>>",
        stream(inflating(60, b"\0"), FLATE),
    )


TOO_LARGE = {
    "content.pdf": lambda: page(stream(inflating(300), FLATE)),
    "content-in-content.pdf": lambda: page(stream(zlib.compress(inflating(900), 9), TWICE)),
    "many.pdf": lambda: page(*[stream(b"")] * 2, *[stream(inflating(49), FLATE)] * 9),
    "objects.pdf": packed_objects,
    "font.pdf": packed_font,
    "picture-in-steps.pdf": lambda: picture(inflating(60), b"[/FlateDecode/DCTDecode]", 10),
    "picture-huge.pdf": lambda: picture(huge_jpeg(), b"/DCTDecode", HUGE),
    "pages.pdf": lambda: pages(10_000),
    "huge.png": (FIXTURES / "scans" / "bad-huge.png").read_bytes,
    "huge.jpg": huge_jpeg,
    "huge.tif": huge_tiff,
}
ADVICE = ("Split it", "Print it", "fewer dots")


def test_what_is_too_large_is_a_row_that_says_what_to_do(tmp_path: Path) -> None:
    for name, make in TOO_LARGE.items():
        (tmp_path / name).write_bytes(make())
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    extraction = extract_documents(tmp_path)
    found = {row.source_name: row.status for row in extraction.documents}
    wanted = dict.fromkeys(TOO_LARGE, DocumentStatus.TOO_LARGE)
    if not engine.available():  # pictures in PDF files are not even looked at
        wanted["picture-huge.pdf"] = DocumentStatus.NEEDS_OCR
        wanted |= {name: DocumentStatus.NEEDS_OCR for name in wanted if name.startswith("huge.")}
    assert found == wanted | {"good.txt": DocumentStatus.OK}
    errors = [each for each in extraction.problems if each.severity is Severity.ERROR]
    assert sorted(each.source_name for each in errors) == sorted(TOO_LARGE)
    for each in errors:
        told = ADVICE if wanted[each.source_name] is DocumentStatus.TOO_LARGE else ("install",)
        assert any(advice in each.message for advice in told), each


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux limits memory")
def test_a_bomb_that_nobody_finds_ends_its_own_process_only(tmp_path: Path) -> None:
    hidden = inflating(1_500, b" ").hex().encode()
    filters = b"/Filter[/ASCIIHexDecode/FlateDecode]"
    (tmp_path / "bomb.pdf").write_bytes(page(stream(hidden, filters)))
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    extraction = extract_documents(tmp_path)
    (failed,) = extraction.failed
    assert (failed.source_name, failed.status) == ("bomb.pdf", DocumentStatus.CRASHED)
    (told,) = (each for each in extraction.problems if each.severity is Severity.ERROR)
    assert "2 GB of memory, the limit" in told.message
    assert "split it or print it to a new file" in told.message


def test_large_pictures_and_fonts_of_sound_files_pass() -> None:
    scanned = inflating(45, b"\0")
    assert not streams.unpacks_to_too_much(picture(scanned, b"/FlateDecode", 6_700))
    assert not streams.unpacks_to_too_much(page(stream(inflating(40), FLATE)))
    for path in (*(FIXTURES / "pdf").glob("*.pdf"), *(FIXTURES / "scans").glob("*.pdf")):
        assert not streams.unpacks_to_too_much(path.read_bytes())


def reading(path: Path) -> Reading:
    return read_document(Task(path.name, path, ManifestRow(path.name)))


def status_of(found: Reading) -> DocumentStatus:
    (row,) = found.tables[DocumentRow]
    assert isinstance(row, DocumentRow)
    return row.status


CYCLE = paper(
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>",
    b"<</Type/Pages/Kids[2 0 R]/Parent 2 0 R/Count 900>>",
)
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
BAD = {
    "truncated.pdf": ("bad-truncated.pdf", DocumentStatus.UNREADABLE),
    "random.pdf": ("bad-random.pdf", DocumentStatus.UNREADABLE),
    "password.pdf": ("bad-password.pdf", DocumentStatus.ENCRYPTED),
    "zero.pdf": ("bad-zero-pages.pdf", DocumentStatus.EMPTY),
    "shapes.pdf": ("bad-no-unicode.pdf", DocumentStatus.NEEDS_OCR),
    "names.pdf": ("bad-other-unicode.pdf", DocumentStatus.NEEDS_OCR),
    "scan.pdf": ("../scans/scan-first.pdf", DocumentStatus.NEEDS_OCR),
    "signature.pdf": (b"%PDF-1.7", DocumentStatus.UNREADABLE),
    "cycle.pdf": (CYCLE, DocumentStatus.EMPTY),
    "blank.pdf": (pages(200), DocumentStatus.EMPTY),
    "itself.pdf": (page(stream(b"/X Do"), b"", stream(b"/X Do", FORM)), DocumentStatus.NEEDS_OCR),
    "noise.png": ("../scans/bad-noise.png", DocumentStatus.NEEDS_OCR),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_row_with_a_reason(name: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")  # without Tesseract, which would read some of them
    data, status = BAD[name]
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else (FIXTURES / "pdf" / data).read_bytes())
    found = reading(path)
    assert status_of(found) is status
    (problem,) = found.problems
    assert problem.severity is Severity.ERROR
    assert 30 < len(problem.message) < 300
    assert problem.message.endswith(".")
    if status is DocumentStatus.NEEDS_OCR:
        assert "sudo apt install tesseract-ocr tesseract-ocr-swe" in problem.message


def test_a_file_is_judged_by_itself(tmp_path: Path) -> None:
    """PDFium remembers what was wrong with the file before."""
    for name, status in [BAD["password.pdf"], BAD["zero.pdf"]]:
        assert status_of(reading(FIXTURES / "pdf" / str(name))) is status


def test_broken_cross_references_are_mended() -> None:
    data = (FIXTURES / "pdf" / "sizes-second.pdf").read_bytes()
    broken = data[: data.rindex(b"startxref")] + b"startxref\n99999999\n%%EOF\n"
    assert pdf.read(broken, "a.pdf").text == pdf.read(data, "a.pdf").text


def test_a_page_that_takes_too_long_to_recognise_is_a_row(tmp_path: Path, monkeypatch) -> None:
    script = tmp_path / "tesseract"
    answers = 'case "$1" in --version) echo tesseract 9.9.8; exit;; --list-langs) echo swe; exit;;'
    script.write_text(f"#!/bin/sh\n{answers} esac\nexec sleep 30\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(engine, "PAGE_SECONDS", 0.2)
    path = tmp_path / "scan.png"
    path.write_bytes((FIXTURES / "scans" / "clean-second.png").read_bytes())
    found = reading(path)
    assert status_of(found) is DocumentStatus.TIMEOUT
    (problem,) = found.problems
    assert "took too long" in problem.message
    assert "Scan it again" in problem.message
