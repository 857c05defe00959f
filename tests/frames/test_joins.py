"""The joins that everybody needs lose no row and double none that they should not."""

from dataclasses import replace

import pytest

import pipeline
from pipeline.codes import Relation, Tie
from pipeline.tables.registry import ResultPromiseRow, ResultRow
from pipeline.tables.registry_linking import LinkRow
from pipeline.tables.schema import rows_of
from pipeline.tables.write import write_tables
from tests.tables.linked import link, linked, row_id, texts


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    out = tmp_path_factory.mktemp("tables")
    write_tables(linked(), texts(), out, with_persons=False)
    return pipeline.load(out)


def test_every_promise_stands_there_with_its_results(data):
    joined = data.promises_with_results()
    assert set(joined.promise_id) == set(data.promises.promise_id)
    assert joined.result_id.nunique() == len(data.result_promises)
    [heading] = joined[joined.promise_id == row_id("A.P1.4")].heading.unique()
    assert heading == "Tryggare trafikmiljö"
    assert len(joined[joined.promise_id == row_id("A.P1.4")]) == 2


def test_a_promise_without_result_stands_there_once(data):
    joined = data.promises_with_results()
    umbrella = joined[joined.promise_id == row_id("A.T1.U")]
    assert umbrella.result_id.isna().tolist() == [True]
    assert umbrella.countable.tolist() == [False]


def test_every_claim_stands_there_once_with_what_it_answers(data):
    joined = data.claims_in_context()
    assert joined.claim_id.tolist() == data.claims.claim_id.tolist()
    percent = joined[joined.text.str.startswith("98 procent")].iloc[0]
    assert percent.promise_heading == "Tobaksfri duo"
    assert percent.result_period == "2019"
    assert (percent.municipality, percent.agreement_period) == ("Härjedalen", "2019/2020")


def test_claims_beyond_the_promises_have_no_promise(data):
    joined = data.claims_in_context()
    extra = joined[joined.result_tie == "extra"]
    assert len(extra) == 5
    assert extra.promise_text.isna().all()


@pytest.fixture
def across(tmp_path):
    """One result answers two promises, another a promise of the other document."""
    first, *others = rows_of(linked(), ResultPromiseRow)
    second = rows_of(linked(), ResultPromiseRow)[-1]
    kept = tuple(row for row in others if row is not second)
    results = tuple(
        replace(row, promise_id=None, tie=Tie.SEVERAL)
        if row.result_id in (first.result_id, second.result_id)
        else row
        for row in rows_of(linked(), ResultRow)
    )
    tables = {
        **linked(),
        ResultRow: results,
        ResultPromiseRow: (
            first,
            ResultPromiseRow(first.result_id, row_id("A.P1.2")),
            *kept,
        ),
        LinkRow: (
            *linked()[LinkRow],
            link(
                Relation.ANSWERS,
                from_result_id=second.result_id,
                to_promise_id=row_id("A.P3.4"),
            ),
        ),
    }
    write_tables(tables, texts(), tmp_path, with_persons=False)
    return pipeline.load(tmp_path), first.result_id, second.result_id


def test_a_result_in_another_document_is_joined_too(across):
    data, _, answering = across
    joined = data.promises_with_results()
    [row] = joined[joined.result_id == answering].itertuples()
    assert row.promise_id == row_id("A.P3.4")
    assert row.document_id != row.document_id_result
    claims = data.claims_in_context()
    assert set(claims[claims.result_id == answering].promise_id) == {row_id("A.P3.4")}


def test_a_result_of_two_promises_doubles_no_claim(across):
    data, shared, _ = across
    claims = data.claims_in_context()
    assert claims.claim_id.is_unique
    assert claims[claims.result_id == shared].promise_id.isna().all()
    assert len(data.promises_with_results().query("result_id == @shared")) == 2
