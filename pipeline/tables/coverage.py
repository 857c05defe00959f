"""What was seen of each municipality, year by year."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pipeline.codes import Seen
from pipeline.language.ends import ends
from pipeline.tables.registry import DocumentRow, MunicipalityRow, PromiseRow, ResultRow
from pipeline.tables.registry_derived import CoverageRow
from pipeline.tables.registry_linking import AgreementRow, PledgeRow
from pipeline.tables.schema import Tables, rows_of

_Told = Mapping[tuple[str, int], Counter[str]]
"""By municipality and year: how many rows of which document tell of it."""

_SEEN = {
    (True, True): Seen.BOTH,
    (True, False): Seen.PROMISES,
    (False, True): Seen.FOLLOW_UP,
    (False, False): Seen.NOTHING,
}


def coverage(tables: Tables) -> tuple[CoverageRow, ...]:
    """Return a row for each municipality with a document and each year that any document tells of.

    Args:
        tables: The rows of all documents, agreements and pledges.
    """
    names = {row.municipality_code: row.municipality for row in rows_of(tables, MunicipalityRow)}
    places = {
        row.document_id: [code for code in row.municipality_codes if code in names]
        for row in rows_of(tables, DocumentRow)
    }
    promised = _told(rows_of(tables, PromiseRow), places)
    reported = _told(rows_of(tables, ResultRow), places)
    agreements = _Agreements(tables)
    codes = sorted({code for held in places.values() for code in held})
    return tuple(
        CoverageRow(
            municipality_code=code,
            municipality=names[code],
            year=year,
            seen=_SEEN[(code, year) in promised, (code, year) in reported],
            agreement_id=(agreement := agreements.of(code, year)),
            n_documents=len({*promised.get((code, year), ()), *reported.get((code, year), ())}),
            n_pledges=agreements.sizes[agreement],
            n_results=sum(reported.get((code, year), Counter()).values()),
        )
        for code in codes
        for year in _all_years(promised, reported)
    )


def _told(rows: Iterable[PromiseRow | ResultRow], places: Mapping[str, list[str]]) -> _Told:
    told: defaultdict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for row in rows:
        for code in places.get(row.document_id, ()):
            for year in _years(row.period):
                told[code, year][row.document_id] += 1
    return dict(told)


def _years(period: str | None) -> Iterator[int]:
    first, last = ends(period) if period else (None, None)
    if first and last:
        yield from range(first.year, last.year + 1)


def _all_years(*told: _Told) -> range:
    years = [year for each in told for _, year in each]
    return range(min(years), max(years) + 1) if years else range(0)


class _Agreements:
    """The agreements of all municipalities, to be asked for a year.

    Attributes:
        sizes: Countable pledges by agreement; 0 for none.
    """

    def __init__(self, tables: Tables) -> None:
        self.sizes: Counter[str | None] = Counter(
            row.agreement_id for row in rows_of(tables, PledgeRow) if row.countable
        )
        self._periods: defaultdict[str, list[tuple[date, date, str]]] = defaultdict(list)
        for row in rows_of(tables, AgreementRow):
            first, last = ends(row.period)
            if first and last:
                self._periods[row.municipality_code].append((first, last, row.agreement_id))

    def of(self, code: str, year: int) -> str | None:
        """Return the agreement that covers most days of a year; of two alike, the earlier."""
        begin, end = date(year, 1, 1), date(year, 12, 31)
        covering = [
            ((max(first, begin) - min(last, end)).days, first, name)
            for first, last, name in self._periods.get(code, ())
            if first <= end and last >= begin
        ]
        return min(covering)[2] if covering else None
