"""Says at the end which programs were missing, and what was left out for it."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from pipeline.readers import ocr
from pipeline.readers.ocr import engine

NOTEBOOKS = "the packages of the notebooks"
PROGRAMS = {
    "Tesseract": (lambda: ocr.available() is not None, engine.MISSING.partition("; ")[2]),
    "LibreOffice": (
        lambda: shutil.which("soffice") is not None,
        "install it: sudo apt install libreoffice-writer.",
    ),
    NOTEBOOKS: (
        lambda: all(map(find_spec, ("ipykernel", "matplotlib", "nbclient", "nbconvert"))),
        "install them: make notebooks.",
    ),
}


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    yield  # all else is told before: the last lines are those that are read
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    for name, (is_there, install) in PROGRAMS.items():
        if not is_there():
            number = sum(name in reason for reason in skipped)
            terminalreporter.write_line(
                f"Left out: {number} tests that need {name}; {install}", yellow=True
            )
