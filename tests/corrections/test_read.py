"""A file of corrections is read as spreadsheets write it, or refused with all its faults."""

import pytest

from pipeline.corrections.columns import CORRECTABLE
from pipeline.corrections.read import HEADER, read_corrections
from pipeline.errors import UsageError
from pipeline.tables.registry import DocumentRow
from pipeline.tables.registry_coding import ClaimRow
from tests.corrections.made import as_csv

LINE = {"quote": "Polisen  har\ngjort", "column": "claims.status", "expected": "", "new": "ongoing"}


@pytest.fixture
def read(tmp_path):
    def call(data: bytes):
        path = tmp_path / "corrections.csv"
        path.write_bytes(data)
        return read_corrections(path)

    return call


@pytest.fixture
def refused(read):
    def call(data: bytes) -> str:
        with pytest.raises(UsageError) as caught:
            read(data)
        return str(caught.value)

    return call


@pytest.mark.parametrize(
    "how",
    [
        {},
        {"encoding": "utf-8-sig"},
        {"delimiter": ";"},
        {"delimiter": ";", "encoding": "utf-8-sig"},
    ],
)
def test_files_of_spreadsheets_are_read(read, how):
    (found,) = read(as_csv(LINE, **how).replace(b"\n", b"\r\n"))
    assert (found.tables, found.column, found.new) == ((ClaimRow,), "status", "ongoing")
    assert found.quote == "Polisen har gjort"
    assert found.line == 2


def test_lines_that_are_not_filled_in_are_passed_over(read):
    empty = {"column": "nothing", "new": "", "reason": "", "by": "", "date": ""}
    found = read(as_csv(LINE, empty, LINE) + b",,,,,,,,\n\n")
    assert [each.line for each in found] == [2, 5]


def test_other_columns_are_not_read(read):
    assert (
        len(read(as_csv(LINE).replace(b"date\n", b"date,mine\n").replace(b"-31\n", b"-31,x\n")))
        == 1
    )


def test_letters_may_be_composed_or_not(read):
    decomposed = as_csv({**LINE, "quote": "i Åre"})
    (found,) = read(decomposed)
    assert found.quote == "i Åre"


def test_a_file_in_another_encoding_is_refused(refused):
    assert "is not UTF-8: save it as CSV UTF-8" in refused(
        as_csv({**LINE, "quote": "å"}, encoding="cp1252")
    )


@pytest.mark.parametrize("data", [b"", b"\n", b"document,row\nx,y\n", b"a;b\n"])
def test_a_header_that_lacks_columns_is_refused(refused, data):
    message = refused(data)
    assert "line 1: the header lacks " in message
    assert ",".join(HEADER) in message


def test_broken_csv_is_refused_with_its_line(refused):
    assert "line 3: this is no CSV" in refused(
        as_csv(LINE).replace(b"Polisen  har\ngjort", b"x") + b'"open'
    )
    assert "line 3: 2 cells" in refused(as_csv({**LINE, "quote": "x"}) + b"a,b\n")


def test_all_faults_are_listed_at_once(refused):
    message = refused(
        as_csv(
            {**LINE, "quote": "x", "column": "claims.colour"},
            {**LINE, "quote": "x", "column": "pages.status"},
            {**LINE, "quote": "x", "new": "done"},
            {**LINE, "quote": "x", "date": "31/1 2025", "by": "", "reason": ""},
            {**LINE, "quote": "", "document": ""},
            {**LINE, "quote": "x", "column": "value", "new": "0,98"},
            {**LINE, "quote": "x", "column": "topics", "new": "null"},
            {**LINE, "quote": "x", "column": "text"},
            {**LINE, "quote": "x", "column": "report_period", "new": "2022-2023"},
            {**LINE, "quote": "x", "column": "municipality_codes", "new": "Åre"},
            {**LINE, "quote": "x", "column": "links.relation", "new": "candidate"},
        )
    )
    for fault in (
        "line 2, column column: 'claims.colour' is no column that can be corrected;",
        "line 3, column column: 'pages' is no table that can be corrected; these are: documents,",
        "line 4, column new: claims.status: 'done' is no value of it; valid are: completed,",
        "line 5, column reason: is empty",
        "line 5, column by: is empty",
        "line 5, column date: '31/1 2025' is no date (write 2025-01-31)",
        "line 6, column document: is empty",
        "line 6, columns row and quote: both are empty",
        "line 7, column new: quantities.value: '0,98' is no number (write 0.98)",
        "line 8, column new: themes.topics: may not be empty; valid are: traffic",
        "line 9, column column: 'text' is no column that can be corrected; these are: documents:",
        "line 10, column new: documents.report_period: '2022-2023' is no period",
        "line 11, column new: documents.municipality_codes: 'Åre' is no code of a municipality",
        "line 12, column row: is empty: a link is named by its id",
    ):
        assert f"\n  {fault}" in message
    assert "nothing was written" in message


@pytest.mark.parametrize("words", ["2022-13", "2023/2022", "22", "2022/..", "våren 2022"])
def test_a_period_is_checked(refused, words):
    assert "is no period in EDTF" in refused(
        as_csv({**LINE, "column": "results.period", "new": words})
    )


@pytest.mark.parametrize(
    "words", ["2022", "2022-21", "2019/2020", "2021/..", "../2019-11", "2022-03-01"]
)
def test_times_in_edtf_are_read(read, words):
    assert len(read(as_csv({**LINE, "column": "claims.time", "new": words}))) == 1


def test_what_the_words_or_the_program_say_cannot_be_corrected():
    for row_type, named in CORRECTABLE.items():
        fixed = {
            *row_type.KEY,
            "document_id",
            "start",
            "end",
            "text",
            "rule",
            "confidence",
            "corrected",
        }
        assert fixed.isdisjoint(named)
    assert "sha256" not in CORRECTABLE[DocumentRow]
    assert "status" not in CORRECTABLE[DocumentRow]
    assert "result_id" not in CORRECTABLE[ClaimRow]
