"""The two published documents, as they are and in other clothes, give the same tree."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dresses import (
    MARKDOWN,
    PLAIN,
    Dress,
    dressed,
    elsewhere,
    first,
    second,
    themes_reordered,
    without_item,
)
from tests.reading import Gist, gist, read_text

FIRST, SECOND = gist(first()), gist(second())


def test_the_documents_have_all_their_rows() -> None:
    counts = [(len(g.themes), len(g.promises), len(g.results)) for g in (FIRST, SECOND)]
    assert counts == [(3, 18, 20), (0, 3, 3)]


def test_umbrellas_stand_above_the_promises_of_their_theme() -> None:
    levels = [level for _, _, level, _ in FIRST.promises]
    assert levels.count("umbrella") == 3
    assert all(bool(parent) == (level == "specific") for _, _, level, parent in FIRST.promises)
    assert {level for _, _, level, _ in SECOND.promises} == {"specific"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda t: t.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(lambda t: t.replace("\n", "\r"), id="CR"),
        pytest.param(lambda t: t.replace("\n", "  \t\n"), id="trailing space"),
        pytest.param(lambda t: t.replace("\n\n", "\n\n\n"), id="more blank lines"),
        pytest.param(lambda t: unicodedata.normalize("NFD", t), id="NFD"),
        pytest.param(lambda t: "\ufeff" + t, id="BOM"),
        pytest.param(lambda t: t + "\n\n", id="newlines at the end"),
        pytest.param(lambda t: t.replace(" och ", "\u00a0och "), id="hard spaces"),
        pytest.param(lambda t: t.replace("arbete", "ar\u00adbete"), id="soft hyphens"),
    ],
)
@pytest.mark.parametrize(("text", "expected"), [(first(), FIRST), (second(), SECOND)])
def test_bytes_that_a_person_does_not_see_change_nothing(text, expected, change) -> None:  # type: ignore[no-untyped-def]
    assert gist(change(text)) == expected


@pytest.mark.parametrize("dress", MARKDOWN.values(), ids=MARKDOWN)
def test_headings_by_rank_tell_what_capitals_told(dress: Dress) -> None:
    assert gist(dressed(dress)) == FIRST


@pytest.mark.parametrize("dress", PLAIN.values(), ids=PLAIN)
def test_colons_and_bullets_change_nothing(dress: Dress) -> None:
    assert gist(dressed(dress)) == FIRST


@pytest.mark.parametrize("glyph", ["•", "*", "–", "+", "1."])
def test_another_bullet_changes_nothing(glyph: str) -> None:
    assert gist(second().replace("- **", f"{glyph} **")) == SECOND


def test_bold_labels_change_nothing() -> None:
    bold = dressed(lambda role, words: f"**{words}:**" if role == "result_label" else words)
    assert gist(bold) == FIRST


def test_another_place_and_other_years_change_only_themselves() -> None:
    for text, expected in ((first(), FIRST), (second(), SECOND)):
        found = gist(elsewhere(text))
        assert _shape(found) == _shape(expected)


def _shape(found: Gist) -> tuple[object, ...]:
    return (
        [elsewhere(words.title()).casefold() for words in found.themes],
        [(level, bool(heading), bool(parent)) for _, heading, level, parent in found.promises],
        [(label, tie, len(answers)) for _, label, _, tie, answers in found.results],
    )


def test_the_order_of_themes_does_not_matter() -> None:
    found = gist(themes_reordered())
    assert set(found.themes) == set(FIRST.themes)
    assert set(found.promises) == set(FIRST.promises)
    assert set(found.results) == set(FIRST.results)


@pytest.mark.parametrize(
    "heading", ["Tips som rör unga", "Trafikkontroller", "Besök hos alla åttor", "Tobaksfri duo"]
)
def test_an_item_removed_takes_only_its_own_rows(heading: str) -> None:
    found = gist(without_item(heading))
    gone = [p for p in FIRST.promises if p not in found.promises]
    assert [h for _, h, _, _ in gone] == [heading.casefold()]
    assert [r for r in FIRST.results if r not in found.results] == [
        r for r in FIRST.results if gone[0][0] in r[4]
    ]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["\n", "  \n", "\t\n", "\r\n"]), min_size=40, max_size=40))
def test_any_white_space_at_line_ends_changes_nothing(ends: list[str]) -> None:
    lines = second().split("\n")
    text = "".join(line + end for line, end in zip(lines, ends * 10, strict=False))
    assert gist(text) == SECOND


def test_parsing_twice_is_the_same() -> None:
    assert read_text(first()) == read_text(first())
