"""Coverage tells what was seen of a municipality in a year, and what was not."""

from dataclasses import replace

from pipeline.codes import Seen
from pipeline.tables.coverage import coverage
from pipeline.tables.registry import DocumentRow, MunicipalityRow, PromiseRow, ResultRow
from pipeline.tables.registry_linking import AgreementRow
from pipeline.tables.schema import rows_of
from tests.tables.linked import CODE, NOW, THEN, linked, seeds


def test_years_between_two_agreements_are_told_as_not_seen():
    rows = coverage(linked())
    assert {row.municipality for row in rows} == {"Härjedalen"}
    assert [(row.year, row.seen) for row in rows] == [
        (2019, Seen.BOTH),
        (2020, Seen.PROMISES),
        (2021, Seen.NOTHING),
        (2022, Seen.NOTHING),
        (2023, Seen.BOTH),
        (2024, Seen.BOTH),
    ]


def test_the_numbers_are_those_of_the_year():
    first, second, gap, *_ = coverage(linked())
    assert (first.agreement_id, first.n_documents, first.n_pledges, first.n_results) == (
        THEN, 1, 15, 20,
    )  # fmt: skip
    assert (second.agreement_id, second.n_results) == (THEN, 0)
    assert (gap.agreement_id, gap.n_documents, gap.n_pledges, gap.n_results) == (None, 0, 0, 0)


def test_without_agreements_it_still_tells_what_was_seen():
    assert [row.seen for row in coverage(seeds())] == [row.seen for row in coverage(linked())]
    assert {row.n_pledges for row in coverage(seeds())} == {0}


def test_the_agreement_of_most_days_stands_for_a_year():
    half = AgreementRow(f"{CODE}.x", CODE, "2020-09/2022", THEN, True)
    tables = {**linked(), AgreementRow: (*linked()[AgreementRow], half)}
    agreements = {row.year: row.agreement_id for row in coverage(tables)}
    assert agreements[2020] == THEN
    assert agreements[2021] == half.agreement_id
    assert agreements[2023] == NOW


def test_every_municipality_has_the_same_years():
    first, last = rows_of(seeds(), DocumentRow)
    elsewhere = {
        **seeds(),
        DocumentRow: (first, replace(last, municipality_codes=("2321",))),
    }
    rows = coverage(elsewhere)
    years = list(range(2019, 2025))
    assert [row.year for row in rows] == years * 2
    assert [row.municipality_code for row in rows] == ["2321"] * 6 + [CODE] * 6
    assert rows[0].seen is Seen.NOTHING


def test_a_document_of_two_municipalities_counts_in_both():
    documents = rows_of(seeds(), DocumentRow)
    both = tuple(replace(row, municipality_codes=("2321", CODE)) for row in documents)
    rows = coverage({**seeds(), DocumentRow: both})
    assert {row.n_documents for row in rows if row.year == 2024} == {1}
    assert len(rows) == 12


def test_rows_without_a_period_count_in_no_year():
    def without(row_type):
        return tuple(replace(row, period=None) for row in rows_of(seeds(), row_type))

    rows = coverage({**seeds(), ResultRow: without(ResultRow)})
    assert {row.seen for row in rows} == {Seen.PROMISES, Seen.NOTHING}
    undated = {**seeds(), ResultRow: without(ResultRow), PromiseRow: without(PromiseRow)}
    assert coverage(undated) == ()


def test_no_documents_no_rows():
    assert coverage({MunicipalityRow: seeds()[MunicipalityRow]}) == ()
