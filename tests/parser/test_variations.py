"""What publishers change without meaning anything by it, and what an added line may change."""

import textwrap

import pytest

from tests.dresses import FIRST, dressed, first, piped, second
from tests.reading import gist, read_text

A, B = gist(first()), gist(second())
NUMBERED = "1. Trafik\n\n{}\n\nResultat\n{}\n\n2. Skola\n\n{}\n\nResultat\n{}\n"


@pytest.mark.parametrize("form", ["{}. {}", "{}) {}", "({}) {}", "{} {}", "Löfte {}: {}"])
def test_numbers_before_headings_change_nothing(form: str) -> None:
    count = iter(range(1, 99))

    def number(role: str, words: str) -> str:
        return form.format(next(count), words) if role == "promise_heading" else words

    found = gist(dressed(number))
    assert [(r[0], len(r[4])) for r in found.results] == [(r[0], len(r[4])) for r in A.results]
    assert [(p[0], p[2], p[3]) for p in found.promises] == [(p[0], p[2], p[3]) for p in A.promises]


def test_a_numbered_heading_is_no_part_of_the_result_above() -> None:
    words = (
        "Polisen lovar att kontrollera fler bilar.",
        "Polisen har kontrollerat 12 bilar.",
        "Polisen lovar att besöka skolan.",
        "Polisen har besökt skolan.",
    )
    found = gist(NUMBERED.format(*words))
    assert [r[0] for r in found.results] == [words[1].casefold(), words[3].casefold()]


def test_colons_behind_headings_change_nothing() -> None:
    found = gist(dressed(lambda role, words: words + ":" * (role == "promise_heading")))
    assert found == A


@pytest.mark.parametrize("width", [50, 60, 72, 79])
def test_hard_line_breaks_change_nothing(width: int) -> None:
    def wrap(text: str) -> str:
        return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))

    found = gist(wrap(first()))
    flat = [(p[0].replace("\n", " "), p[2]) for p in found.promises]
    assert flat == [(p[0], p[2]) for p in A.promises]
    assert len(found.results) == len(A.results)


@pytest.mark.parametrize(
    "added",
    [
        "Kommunen ska utvärdera insatsen.",
        "Polisen kommer att fortsätta med kontroller under 2020.",
        "Totalt 12 personer.",
        "Insatsen har genomförts tillsammans med Missing People.",
    ],
)
@pytest.mark.parametrize(
    "behind",
    ["Polisen besökte hösten 2019 alla åttondeklasser.", "i Härjedalen om bedrägerier."],
)
def test_a_paragraph_added_to_a_result_stays_in_it(behind: str, added: str) -> None:
    found = gist(first().replace(behind, f"{behind}\n\n{added}"))
    assert found.themes == A.themes
    assert found.promises == A.promises
    assert [r[3:] for r in found.results] == [r[3:] for r in A.results]


def test_a_second_labelled_result_leaves_the_first_alone() -> None:
    behind = "inför skolstart och skolslut."
    added = "\n\nResultat skoltid\nPolisen har varit på plats tre gånger."
    found = gist(first().replace(behind, behind + added))
    assert found.promises == A.promises
    assert len(found.results) == len(A.results) + 1
    assert {len(r[4]) for r in found.results if r[1]} == {1}


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_result_removed_takes_no_other_with_it(gone: int) -> None:
    paragraphs = second().split("\n\n")
    starts = [i for i, text in enumerate(paragraphs) if text.startswith("- **")]
    ends = [*starts[1:], starts[-1] + 3]
    text = "\n\n".join(paragraphs[: starts[gone] + 1] + paragraphs[ends[gone] :])
    found = gist(text)
    assert found.promises == B.promises
    assert [r[4] for r in found.results] == [r[4] for i, r in enumerate(B.results) if i != gone]


def test_plain_paragraphs_tell_by_tense_alone() -> None:
    plain = second().replace("**", "").replace("\n*", "\n").replace("*\n", "\n").rstrip("*")
    assert [p[0] for p in gist(plain).promises] == [p[0] for p in B.promises]


@pytest.mark.parametrize("bullet", ["-", "–", "•"])
def test_bullets_need_no_space_before_a_capital(bullet: str) -> None:
    found = gist(dressed(lambda role, words: bullet * (role == "result") + words))
    assert found == A


@pytest.mark.parametrize("label", ["Återkoppling", "Vad blev resultatet?", "Det här blev av"])
def test_a_line_that_stands_over_every_result_is_a_label(label: str) -> None:
    found = gist(dressed(lambda role, words: label if role == "result_label" else words))
    assert [r[0] for r in found.results] == [r[0] for r in A.results]


def test_a_label_on_the_line_of_its_result_is_a_label() -> None:
    inline = first().replace("Resultat\n", "Resultat: ")
    assert gist(inline) == A


def test_a_page_without_title_keeps_its_first_theme() -> None:
    text = FIRST.read_text("utf-8")
    found = gist(text[text.index("TRAFIKSÄKERHET") :])
    assert found.themes == A.themes
    assert found.promises == A.promises


def test_tables_of_bars_and_dashes_are_tables() -> None:
    found = gist(piped())
    assert [p[0] for p in found.promises] == [p[0] for p in B.promises]
    assert {r[4] for r in found.results} == {r[4] for r in B.results}
    assert {r[1] for r in found.results} == {"resultat"}


def test_a_column_for_each_tertial_is_a_result_for_each() -> None:
    document, tree = read_text(
        "# Uppföljning 2024\n\n"
        "| Aktivitet | Ansvarig | Tertial 1 | Tertial 2 |\n|---|---|---|---|\n"
        "| Fotpatrullering | Polisen | 12 pass | Åtta pass har genomförts |\n"
        "| Trygghetsvandring | Kommunen | | En vandring är genomförd |\n"
    )
    assert [p.words(document.text) for p in tree.promises] == [
        "Fotpatrullering",
        "Trygghetsvandring",
    ]
    found = [(r.answers, r.label, r.period) for r in tree.results]
    assert found == [
        (("p1",), "Tertial 1", "2024-37"),
        (("p1",), "Tertial 2", "2024-38"),
        (("p2",), "Tertial 2", "2024-38"),
    ]
