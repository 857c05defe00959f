"""Tables of promises and results, however their columns are named and ordered."""

import pytest

from pipeline.parser import parse
from pipeline.readers import read
from tests.reading import gist

PAIRS = [
    ("Polisen ska synas mer.", "Polisen har synts mer."),
    ("Bättre belysning vid stationen", "Klart i maj."),
]


def pairs(table: str) -> list[tuple[str, str]]:
    page = f"<html><body><h1>Uppföljning medborgarlöften 2019</h1>{table}</body></html>"
    document = read(page.encode(), "a.html")
    tree = parse(document)
    words = {p.local_id: p.words(document.text) for p in tree.promises}
    return [(words[i], r.words(document.text)) for r in tree.results for i in r.answers]


def rows(*lines: tuple[str, ...], cell: str = "td") -> str:
    return "".join(
        "<tr>" + "".join(f"<{cell}>{words}</{cell}>" for words in line) + "</tr>" for line in lines
    )


@pytest.mark.parametrize("cell", ["th", "td"])
@pytest.mark.parametrize(
    "names",
    [("Löfte", "Resultat"), ("Åtgärd", "Uppföljning"), ("Aktivitet", "Vad har gjorts?")],
)
def test_names_of_columns(names: tuple[str, str], cell: str) -> None:
    assert pairs(f"<table>{rows(names, cell=cell)}{rows(*PAIRS)}</table>") == PAIRS


def test_the_result_may_stand_before_the_promise() -> None:
    turned = [(result, promise) for promise, result in PAIRS]
    table = f"<table>{rows(('Resultat', 'Löfte'), cell='th')}{rows(*turned)}</table>"
    assert pairs(table) == PAIRS


def test_a_title_may_stand_over_the_heads() -> None:
    title = "<tr><th colspan=2>Medborgarlöften 2019</th></tr>"
    table = f"<table>{title}{rows(('Löfte', 'Resultat'), cell='th')}{rows(*PAIRS)}</table>"
    assert pairs(table) == PAIRS


def test_heads_may_come_again() -> None:
    head = rows(("Löfte", "Resultat"), cell="th")
    table = f"<table>{head}{rows(PAIRS[0])}{head}{rows(PAIRS[1])}</table>"
    assert pairs(table) == PAIRS


def test_heads_may_stand_at_the_side() -> None:
    tables = [rows(("Löfte", promise), ("Resultat", result)) for promise, result in PAIRS]
    assert pairs("".join(f"<table>{table}</table>" for table in tables)) == PAIRS


def test_details_are_no_part_of_the_pair() -> None:
    head = rows(("Nr", "Löfte", "Ansvarig", "Resultat", "Status"), cell="th")
    lines = [("1", p, "Polisen", r, "Klart") for p, r in PAIRS]
    assert pairs(f"<table>{head}{rows(*lines)}</table>") == PAIRS


def test_a_cell_with_a_dash_reports_nothing() -> None:
    rows = "| Fler poliser ska synas. | – |\n| Lampor ska lagas. | Lagade. |\n"
    page = f"| Löfte | Resultat |\n|---|---|\n{rows}"
    assert [result[0] for result in gist(page).results] == ["lagade."]
