"""A small document with its tree and facts, made by hand, and the tables built from it."""

import hashlib
from dataclasses import dataclass

from pipeline.codes import Confidence, DocType, Level, PersonRole, ReportType, Role, Tie
from pipeline.coding.code import code
from pipeline.document import Document, Line, Origin, Span, Style
from pipeline.facts.model import Facts, Municipality, Person
from pipeline.parser.tree import Promise, Result, Segment, Theme, Tree
from pipeline.sources import ManifestRow
from pipeline.tables.build import build
from pipeline.tables.known import Source, build_municipalities
from pipeline.tables.registry import TABLES, MunicipalityRow
from pipeline.tables.schema import Tables

TEXT = """\
TRYGGHET
Polisen lovar att vara närvarande i Åre, "ofta".
Polisen ska gå 10 rundor.
Resultat:
Polisen har gått 12 rundor.
Fler än i fjol.
Åsa Öberg
?
"""
ROLES = (
    (Role.THEME, "t1"),
    (Role.PROMISE, "t1.p1"),
    (Role.PROMISE, "t1.p2"),
    (Role.RESULT_LABEL, "t1.p2.r1"),
    (Role.RESULT, "t1.p2.r1"),
    (Role.RESULT, "t1.p2.r1"),
    (Role.SIGNATURE, ""),
    (Role.UNASSIGNED, ""),
)
ARE = Municipality("2321", "Åre", "23", "Jämtlands län", "Nord")


@dataclass(frozen=True)
class Sample:
    source: Source
    document: Document
    tree: Tree
    facts: Facts

    @property
    def texts(self) -> dict[str, str]:
        return {self.source.document_id: self.document.text}


def sample(name: str = "are/löften.txt", text: str = TEXT) -> Sample:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    manifest = ManifestRow(name, area="Åre", source_url="https://are.example/löften")
    document = Document(text, tuple(_lines(text)), "text/plain", "text")
    return Sample(
        Source(f"d{sha256[:16]}", name, sha256, manifest), document, _tree(text), _facts(text)
    )


def parts(s: Sample):
    return s.source, s.document, s.tree, s.facts, code(s.document.text, s.tree, s.facts)


def tables(*samples: Sample) -> Tables:
    """All tables of the registry, holding the samples."""
    built = [build(*parts(s)) for s in samples or (sample(),)]
    merged = {t: tuple(row for item in built for row in item.get(t, ())) for t in TABLES}
    return merged | {MunicipalityRow: build_municipalities([ARE])}


def _lines(text: str):
    start = 0
    for number, words in enumerate(text.splitlines(), 1):
        yield Line(start, start + len(words), Style(), Origin(f"line {number}"))
        start += len(words) + 1


def _tree(text: str) -> Tree:
    segments = tuple(
        Segment(
            n, role, Span(line.start, line.end), line.origin.path, "a_rule", Confidence.HIGH, owner
        )
        for n, (line, (role, owner)) in enumerate(zip(_lines(text), ROLES, strict=True), 1)
    )
    theme, umbrella, promise, _, first, second = segments[:6]
    return Tree(
        segments,
        (Theme("t1", (theme,)),),
        (
            Promise("t1.p1", (umbrella,), "t1", None, Level.UMBRELLA, None),
            Promise("t1.p2", (promise,), "t1", "t1.p1", Level.SPECIFIC, None, period="2020"),
        ),
        (Result("t1.p2.r1", (first, second), ("t1.p2",), Tie.ONE, "t1", "Resultat:", None),),
    )


def _facts(text: str) -> Facts:
    start = text.index("Åsa")
    return Facts(
        title=None,
        doc_type=DocType.BOTH,
        municipalities=(ARE,),
        area="Åre",
        agreement_period="2019/2020",
        report_period="2019",
        report_type=ReportType.INTERIM,
        published_at=None,
        updated_at=None,
        persons=(Person(PersonRole.SIGNATORY, Span(start, start + 9), "signature"),),
    )
