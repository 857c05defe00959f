"""The hand coding of the two seed documents, and the sentences of what was coded."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spacy.tokens import Span as Words

from pipeline.coding.times import Context
from pipeline.document import Span
from pipeline.language.nlp import annotate

GOLD = Path(__file__).parents[1] / "gold"
RAW = Path(__file__).parents[2] / "raw" / "harjedalen"
SOURCES = {
    "000_15414438df6b0594.txt": (
        RAW / "2020-01-28-hur-gar-det-med-medborgarloftena.txt",
        Context("2019", "2019/2020", "2020-01-28T10:32"),
    ),
    "002_c80bb0288b1fd850.txt": (
        RAW / "2023-2024-sammanfattning-av-resultat.md",
        Context("2023/2024", "2023/2024", None),
    ),
}


def rows(table: str, source: str) -> list[dict[str, str]]:
    with (GOLD / f"{table}.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["source_name"] == source]


@cache
def text_of_source(source: str) -> str:
    return SOURCES[source][0].read_text("utf-8")


@cache
def sentences(source: str) -> list[Words]:
    """The claims and promises of a document, a sentence each."""
    doc = annotate(text_of_source(source), _blocks(source))
    return [words for words in doc.sents if words.text.strip()]


def _blocks(source: str) -> Iterator[Span]:
    coded = rows("claims", source) + rows("promises", source)
    end = 0
    for start, stop in sorted({(int(row["start"]), int(row["end"])) for row in coded}):
        if start >= end:
            yield Span(start, stop)
            end = stop
