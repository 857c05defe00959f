"""Documents made up of promises and results, and what linking says of them."""

from dataclasses import dataclass, field

from pipeline.codes import ClaimStatus, Level, Relation, Tie
from pipeline.linking import Claimed, Linked, Material, Paper, Promised, Reported, Statement, link

TOWN = "2361"


@dataclass
class Doc:
    """A document; promises and results are told by their words, results by what they answer."""

    name: str
    period: str | None = None
    report: str | None = None
    promises: tuple[str, ...] = ()
    results: tuple[tuple[str, tuple[int, ...]], ...] = ()
    towns: tuple[str, ...] = (TOWN,)
    own_periods: dict[int, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)
    dated: str = ""
    status: ClaimStatus = ClaimStatus.COMPLETED

    def said(self, row: str, words: str) -> Statement:
        places = frozenset(place for part, place in self.places.items() if part in words)
        groups = frozenset(code for part, code in self.groups.items() if part in words)
        return Statement(f"{self.name}.{row}", words, places=places, named=places, groups=groups)


def material(*docs: Doc) -> Material:
    return Material(
        tuple(Paper(d.name, d.name, d.towns, ("Åby",), d.period, d.report, d.dated) for d in docs),
        tuple(promise for doc in docs for promise in _promises(doc)),
        tuple(report for doc in docs for report in _reports(doc)),
    )


def linked(*docs: Doc, across: bool = False) -> Linked:
    return link(material(*docs), across)


def told(found: Linked, relation: Relation) -> set[tuple[str | None, str | None]]:
    """The pairs of a relation."""
    return {(each.source, each.target) for each in found.links if each.relation is relation}


def _promises(doc: Doc) -> list[Promised]:
    return [
        Promised(
            doc.said(f"p{n}", words),
            doc.name,
            doc.own_periods.get(n, doc.period),
            Level.UMBRELLA if n in doc.parents.values() else Level.SPECIFIC,
            f"{doc.name}.p{doc.parents[n]}" if n in doc.parents else None,
        )
        for n, words in enumerate(doc.promises, 1)
    ]


def _reports(doc: Doc) -> list[Reported]:
    found = []
    for n, (words, answers) in enumerate(doc.results, 1):
        said = doc.said(f"r{n}", words)
        claims = tuple(
            Claimed(doc.said(f"r{n}.c{m}", sentence), doc.status)
            for m, sentence in enumerate(words.split(". "), 1)
        )
        ids = tuple(f"{doc.name}.p{answer}" for answer in answers)
        tie = (Tie.DOCUMENT, Tie.ONE, Tie.SEVERAL)[min(len(ids), 2)]
        found.append(Reported(said, doc.name, doc.report, tie, ids, claims))
    return found
