"""Scans and pictures: the real Tesseract where it is installed, a stand-in everywhere."""

import io
import os
import stat
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pipeline.codes import DocumentStatus, Severity
from pipeline.document import Document
from pipeline.errors import ReadError
from pipeline.parser import parse
from pipeline.readers import ocr
from pipeline.readers.ocr import engine, quality, rows, scan
from pipeline.readers.ocr.hocr import Seen, SeenLine
from tests.dressed import FIXTURES
from tests.dresses import second
from tests.reading import Gist, gist, gist_of

FOLDER = FIXTURES / "scans"
CLEAN = FOLDER / "clean-second.png"
SCANS = ["clean-second.png", "clean-second.jpg", "skewed-second.tif"]
WORDS = gist(second())
LEAST_ALIKE, LEAST_PAIRS = 0.9, 0.9
VERSION = ocr.available()
needs_tesseract = pytest.mark.skipif(
    VERSION is None, reason=f"scans are left out. {engine.MISSING}"
)
# What the stand-in does: answer what it is asked, count the pages, then as told.
PROGRAM = """#!/bin/sh
case "$1" in
--version) echo "tesseract 9.9.9"; exit;;
--list-langs) printf 'List of available languages in "/none" (1):\\n{language}\\n'; exit;;
esac
cat > /dev/null
echo "$@" >> {log}
{action}
"""
FOUND = """cat <<'END'
<html><body><span class='ocr_line' title="bbox 60 60 400 90; baseline 0 -6; x_size 30">
<span class='ocrx_word' title='bbox 60 60 200 84; x_wconf 95'>Polisen</span>
<span class='ocrx_word' title='bbox 210 60 400 90; x_wconf 41'>patrullerar</span>
</span></body>
</html>
END"""


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Put a stand-in for Tesseract on the path; return the log of the pages it was given."""

    def install(action: str, language: str = "swe") -> Path:
        script, log = tmp_path / "tesseract", tmp_path / "log"
        script.write_text(PROGRAM.format(log=log, action=action, language=language))
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        return log

    return install


def picture(*pages: str, form: str = "PNG", **options) -> bytes:
    """Return a small picture with a black box for each page that is not blank."""
    images = []
    for page in pages:
        image = Image.new("L", (600, 400), 255)
        if page:
            ImageDraw.Draw(image).rectangle((60, 60, 80 + 10 * len(page), 90), fill=0)
        images.append(image)
    more = {"save_all": True, "append_images": images[1:]} if images[1:] else {}
    out = io.BytesIO()
    images[0].save(out, form, **more, **options)
    return out.getvalue()


def read(name: str) -> Document:
    return ocr.read_image((FOLDER / name).read_bytes(), name)


def failure(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        ocr.read_image(data, "a.png")
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
    return caught.value


def same_words(found: str, expected: str) -> bool:
    return SequenceMatcher(None, found, expected, autojunk=False).ratio() >= LEAST_ALIKE


def share_of_pairs(found: Gist, expected: Gist) -> float:
    """Return the share of results that are found with the promises they answer."""
    left = list(found.results)
    for result in expected.results:
        for other in left:
            ties = len(other[4]) == len(result[4]) and all(map(same_words, other[4], result[4]))
            if ties and same_words(other[0], result[0]):
                left.remove(other)
                break
    return (len(found.results) - len(left)) / len(expected.results)


@needs_tesseract
@pytest.mark.parametrize("name", SCANS)
def test_a_scan_gives_the_tree_of_its_text(name: str) -> None:
    document = read(name)
    found = gist_of(document, parse(document))
    assert len(found.results) == len(WORDS.results)
    assert len(found.promises) == len(WORDS.promises)
    assert share_of_pairs(found, WORDS) >= LEAST_PAIRS
    assert document.reader == f"ocr (tesseract {VERSION})"


@needs_tesseract
def test_boxes_of_a_page_set_straight_are_where_the_words_stand() -> None:
    """The page is turned by 1.5 degrees: long rows climb by half their height and more."""
    document = read("skewed-second.tif")
    line = max(document.lines, key=lambda line: line.end - line.start)
    first, last = line.origin.words[0], line.origin.words[5]
    assert last.box[1] < first.box[1] - 0.01 * (last.box[0] - first.box[0])


@needs_tesseract
def test_pages_of_a_pdf_file_are_read() -> None:
    reading = ocr.read_pages((FOLDER / "scan-first.pdf").read_bytes(), [2])
    (page,) = rows.pages(reading.scans)
    assert (page.number, round(page.width)) == (2, 595)
    words = {word.text for row in page.rows for word in row.words}
    assert {"Resultat", "Kommunen", "Polisen"} <= words
    sure = [word.confidence for line in reading.scans[0].lines for word in line.words]
    assert 0.8 < sum(sure) / len(sure) <= 1


@needs_tesseract
def test_a_page_on_its_side_is_turned() -> None:
    with Image.open(CLEAN) as image:
        out = io.BytesIO()
        image.convert("L").rotate(90, expand=True).save(out, "PNG", dpi=(200, 200))
    document = ocr.read_image(out.getvalue(), "a.png")
    assert "Polisen och kommunen lovar" in document.text
    long = max(document.lines, key=lambda line: line.end - line.start)
    assert long.origin.box is not None
    x0, y0, x1, y1 = long.origin.box
    assert y1 - y0 > x1 - x0


@needs_tesseract
def test_noise_is_not_read_as_words() -> None:
    error = failure((FOLDER / "bad-noise.png").read_bytes())
    assert error.status is DocumentStatus.NEEDS_OCR
    assert str(error).startswith("Page 1 is a picture, and ")
    assert "Scan it again" in str(error)


@pytest.mark.parametrize(
    ("name", "status", "told"),
    [
        ("bad-pixel.png", DocumentStatus.EMPTY, "1 × 1"),
        ("bad-white.png", DocumentStatus.EMPTY, "blank"),
        ("bad-huge.png", DocumentStatus.TOO_LARGE, "50 million"),
    ],
)
def test_pictures_without_words_are_a_clear_message(program, name, status, told) -> None:
    log = program(FOUND)
    error = failure((FOLDER / name).read_bytes())
    assert (error.status, told in str(error)) == (status, True)
    assert not log.exists()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_damaged_pictures_are_a_clear_message(program, form: str) -> None:
    program(FOUND)
    data = picture("a", form=form)
    assert ocr.recognise(data)
    assert failure(data[: len(data) // 2]).status is DocumentStatus.UNREADABLE


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"GIF89a", b"I was", "Löfte".encode()])
def test_other_files_are_no_pictures(data: bytes) -> None:
    assert not ocr.recognise(data)


def test_words_keep_place_and_confidence(program) -> None:
    program(FOUND)
    document = ocr.read_image(picture("a", dpi=(144, 144)), "a.png")
    assert document.text == "Polisen patrullerar\n"
    (line,) = document.lines
    assert [word.box[::2] for word in line.origin.words] == [(30.0, 100.0), (105.0, 200.0)]
    (problem,) = document.problems
    assert problem.severity is Severity.INFO
    assert "1 words may be misread: “patrullerar”" in problem.message


def test_a_picture_is_recognised_once(program) -> None:
    log = program(FOUND)
    data = picture("a", "aa", "", form="TIFF")
    once, again = (ocr.read_image(data, "a.tif") for _ in range(2))
    assert once == again
    assert once.n_pages == 3
    assert len(log.read_text().splitlines()) == 2
    ocr.read_image(picture("aaa"), "b.png")
    assert len(log.read_text().splitlines()) == 3


@pytest.mark.parametrize("damage", ["a file", "no zlib"])
def test_a_cache_that_cannot_be_used_is_harmless(program, cache, damage: str) -> None:
    log = program(FOUND)
    if damage == "a file":
        cache.write_text("")
    ocr.read_image(picture("a"), "a.png")
    if damage == "no zlib":
        (kept,) = (path for path in cache.rglob("*") if path.is_file())
        kept.write_bytes(b"damaged")
    ocr.read_image(picture("a"), "a.png")
    assert len(log.read_text().splitlines()) == 2


def test_a_page_of_noise_among_good_ones_is_told() -> None:
    good = SeenLine((Seen("Polisen", (30.0, 30.0, 100.0, 42.0), 0.9),), 12.0, 42.0)
    noise = scan.Scan(2, 595, 842, objection="no words were recognised on it")
    reading = scan.Reading((scan.Scan(1, 595, 842, (good,)), noise), "ocr")
    reading.check()
    (problem,) = reading.problems()
    assert problem.severity is Severity.WARNING
    assert problem.message == "Page 2 is a picture, and no words were recognised on it."


@pytest.mark.parametrize(
    ("words", "confidence", "is_text"),
    [
        ("Polisen har genomfört 80 kontroller", 0.9, True),
        ("Polisen har genomfört 80 kontroller", 0.4, False),
        ("|| ~~ -== ¥§ _/", 0.9, False),
        ("3", 0.9, True),
    ],
)
def test_words_are_told_from_noise(words: str, confidence: float, is_text: bool) -> None:
    seen = tuple(Seen(word, (0.0, 0.0, 9.0, 9.0), confidence) for word in words.split())
    assert (quality.objection([SeenLine(seen, 9.0, 9.0)]) == "") is is_text


def test_a_page_that_takes_too_long_is_ended(program, monkeypatch) -> None:
    program("exec sleep 30")
    monkeypatch.setattr(engine, "PAGE_SECONDS", 0.3)
    error = failure(picture("a"))
    assert error.status is DocumentStatus.TIMEOUT
    assert "too long" in str(error)


def test_an_engine_that_fails_is_told_and_not_remembered(program) -> None:
    log = program("exit 1")
    for _ in range(2):
        assert "Tesseract failed" in str(failure(picture("a")))
    assert len(log.read_text().splitlines()) == 2


def test_a_document_that_takes_too_long_is_ended(program, monkeypatch) -> None:
    program(FOUND)
    monkeypatch.setattr(scan, "MAX_SECONDS", -1.0)
    error = failure(picture("a"))
    assert error.status is DocumentStatus.TIMEOUT
    assert "remembered" in str(error)


@pytest.mark.parametrize("kind", ["no program", "no Swedish"])
def test_without_tesseract_the_command_that_installs_it_is_told(program, monkeypatch, kind) -> None:
    if kind == "no Swedish":
        program(FOUND, language="eng")
    else:
        monkeypatch.setenv("PATH", "")
    assert ocr.available() is None
    error = failure(picture("a"))
    assert error.status is DocumentStatus.NEEDS_OCR
    assert "sudo apt install tesseract-ocr tesseract-ocr-swe" in str(error)
