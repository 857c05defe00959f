"""A small follow-up and corrections of it."""

import csv
import io
from pathlib import Path

from pipeline.corrections.read import HEADER
from pipeline.extraction import extract_documents

TEXT = """\
Medborgarlöften i Åre kommun 2022

Trafik

Polisen ska göra tio kontroller.

Resultat
Polisen har gjort sju kontroller. Arbetet fortsätter.

Kommunen ska rusta upp tre busshållplatser.

Resultat
Kommunen har rustat upp tre busshållplatser.

Trygghet

Polisen ska gå trygghetsvandringar i centrum.

Resultat
Vandringarna ställdes in.
"""
NAME = "are.txt"
SIGNED = {"reason": "read again", "by": "Ann", "date": "2025-01-31"}


def put(raw: Path, *lines: dict[str, str], text: str = TEXT, **how: str) -> Path:
    """Make a raw folder with the follow-up and corrections of it."""
    raw.mkdir(exist_ok=True)
    (raw / NAME).write_text(text, "utf-8")
    if lines:
        (raw / "corrections.csv").write_bytes(as_csv(*lines, **how))
    return raw


def as_csv(*lines: dict[str, str], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Return corrections as a file; what a line does not say is filled in."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADER, delimiter=delimiter, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({"document": NAME, **SIGNED, **line} for line in lines)
    return text.getvalue().encode(encoding)


def corrected(raw: Path):
    """Return what a run with corrections finds in a folder."""
    return extract_documents(raw, workers=1, corrections=True)


def row(extraction, row_type, words):
    """Return the one row of a table with these words."""
    (found,) = [each for each in extraction.tables[row_type] if each.text == words]
    return found


def told(extraction) -> list[str]:
    """Return what the run tells of corrections: how much it matters, and what."""
    return [
        f"{each.severity}: {each.message}"
        for each in extraction.problems
        if each.stage == "corrections"
    ]
