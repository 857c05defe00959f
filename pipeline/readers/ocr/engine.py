"""Runs the program Tesseract: one page, one thread, a time limit."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.codes import DocumentStatus
from pipeline.errors import ReadError
from pipeline.readers.ocr import cache

PAGE_SECONDS = 20.0
"""Tesseract is ended when it takes longer; a full page takes three to six seconds."""

LANGUAGE = "swe"
MISSING = (
    "Words in pictures are read by Tesseract with Swedish; install it: "
    "sudo apt install tesseract-ocr tesseract-ocr-swe."
)

_SETTINGS = ("-l", LANGUAGE, "--psm", "3")
_ORIENTATION = ("-l", "osd", "--psm", "0")
_VERSION = re.compile(r"^tesseract v?(\S+)")
_FOLDER = re.compile(r'"(.+)"')
_ROTATE = re.compile(rb"^Rotate: (90|180|270)$", re.MULTILINE)
_ASK_SECONDS = 10.0


class PageError(Exception):
    """Tesseract did not finish a page.

    Attributes:
        is_late: It took too long.
    """

    def __init__(self, is_late: bool) -> None:
        super().__init__(
            "recognising its words took too long" if is_late else "Tesseract failed on it"
        )
        self.is_late = is_late


@dataclass(frozen=True, slots=True)
class Engine:
    """The installed Tesseract.

    Attributes:
        program: Where it is.
        version: Its version.
        model: What tells its Swedish model from others.
    """

    program: str
    version: str
    model: str

    def read(self, picture: bytes, dpi: int, seconds: float) -> bytes:
        """Return the words on a picture in the format hOCR, from the cache where it has them.

        Args:
            picture: A grey picture in the format PGM.
            dpi: Its dots per inch.
            seconds: How long it may take.

        Raises:
            PageError: It takes longer, or Tesseract fails.
        """
        settings = (*_SETTINGS, "--dpi", str(dpi), "hocr")
        key = cache.key(picture, self.version, self.model, *settings)
        found = cache.get(key)
        if found is None:
            found = self._run(picture, settings, min(seconds, PAGE_SECONDS))
            if not found.rstrip().endswith(b"</html>"):
                raise PageError(is_late=False)
            cache.put(key, found)
        return found

    def quarter_turns(self, picture: bytes, seconds: float) -> int:
        """Return how many quarter turns, clockwise, make a picture upright.

        Raises:
            PageError: It takes longer than it may.
        """
        match = _ROTATE.search(self._run(picture, _ORIENTATION, min(seconds, PAGE_SECONDS)))
        return int(match[1]) // 90 if match else 0

    def _run(self, picture: bytes, settings: tuple[str, ...], seconds: float) -> bytes:
        try:
            done = subprocess.run(
                [self.program, "-", "-", *settings],
                input=picture,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise PageError(is_late=True) from error
        return done.stdout


def available() -> str | None:
    """Return the version of the installed Tesseract; None without it or without Swedish."""
    engine = _installed(shutil.which("tesseract"))
    return engine.version if engine else None


def required() -> Engine:
    """Return the installed Tesseract.

    Raises:
        ReadError: It or its Swedish model is not installed; says how to install them.
    """
    engine = _installed(shutil.which("tesseract"))
    if engine is None:
        raise ReadError(DocumentStatus.NEEDS_OCR, MISSING)
    return engine


@lru_cache(maxsize=4)
def _installed(program: str | None) -> Engine | None:
    if program is None:
        return None
    version = _VERSION.match(_asked(program, "--version"))
    models = _asked(program, "--list-langs")
    if version is None or LANGUAGE not in models.split():
        return None
    return Engine(program, version[1], _model(models))


def _asked(program: str, question: str) -> str:
    try:
        done = subprocess.run(
            [program, question],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_ASK_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _model(models: str) -> str:
    """Return the size of the Swedish model: the fast and the best one have one version."""
    folder = _FOLDER.search(models)
    try:
        return str((Path(folder[1]) / f"{LANGUAGE}.traineddata").stat().st_size) if folder else ""
    except OSError:
        return ""
