"""A coded row never says more than its words: its values are found in, or follow from, its span."""

import re
from pathlib import Path

import pytest

from pipeline.codes import QuantityKind, TrendDirection
from pipeline.coding.code import code
from pipeline.coding.model import Coding
from pipeline.facts.facts import read_facts
from pipeline.facts.model import SourceHint
from pipeline.parser import parse
from pipeline.readers import read

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*(ROOT / "tests" / "layouts").glob("*.txt"), *(ROOT / "raw").rglob("*/*.*")])
BY_WORDS = {QuantityKind.VAGUE, QuantityKind.UNIVERSAL, QuantityKind.ZERO, QuantityKind.FREQUENCY}
"""Kinds whose value may follow from a word ("årligen") instead of a number."""


@pytest.fixture(scope="module")
def coded() -> list[tuple[str, Coding]]:
    found = []
    for path in TEXTS:
        document = read(path.read_bytes(), path.name)
        tree = parse(document)
        facts = read_facts(document, tree, SourceHint(path.name))
        found.append((document.text, code(document.text, tree, facts)))
    return found


def test_every_number_has_digits_or_a_word_for_it(coded: list[tuple[str, Coding]]) -> None:
    for text, coding in coded:
        for each in coding.quantities:
            quantity, words = each.quantity, each.quantity.span.of(text)
            if quantity.value is None or quantity.kind in BY_WORDS:
                assert words
                continue
            digits = re.search(r"\d", words)
            assert digits or re.search(r"[a-zåäö]{2}", words, re.IGNORECASE), words
            if digits and quantity.kind is QuantityKind.COUNT and "." in quantity.rule:
                said = {
                    re.sub(r"[\s.,]", "", number) for number in re.findall(r"\d[\d\s.,]*", words)
                }
                assert any(str(int(quantity.value)) in number for number in said) or not said, words


def test_no_vague_amount_has_a_number(coded: list[tuple[str, Coding]]) -> None:
    vague = [
        each.quantity
        for _, coding in coded
        for each in coding.quantities
        if each.quantity.kind is QuantityKind.VAGUE
    ]
    assert vague
    assert all(quantity.value is None and quantity.vague_term for quantity in vague)


def test_trends_and_their_strength_are_in_the_words(coded: list[tuple[str, Coding]]) -> None:
    trends = [(t, c.claim) for t, coding in coded for c in coding.claims if c.claim.trend]
    assert trends
    for text, claim in trends:
        assert claim.trend is not None
        assert claim.trend.direction in TrendDirection
        if claim.trend.strength:
            assert claim.trend.strength in claim.span.of(text)


def test_what_is_not_inherited_stands_in_the_text(coded: list[tuple[str, Coding]]) -> None:
    for text, coding in coded:
        for each in coding.mentions:
            if each.mention.span is None:
                assert each.mention.inherited
            else:
                assert each.mention.span.of(text) == each.mention.text


def test_a_time_that_is_stated_has_a_word_for_it(coded: list[tuple[str, Coding]]) -> None:
    word = re.compile(
        r"\d|år|vår|höst|som(?:mar|ras)|vint|jan|feb|mars|april|maj|jun|jul|aug|sep|okt|nov|dec|tertial|kvartal"
        r"|termin|månad|vecka|veckan|dag|sedan|sen|jul|påsk|lov|period|tid|slut|natt|kväll|helg|båda",
        re.IGNORECASE,
    )
    timed = [(t, c) for t, coding in coded for c in coding.claims if c.time]
    assert timed
    for text, claim in timed:
        assert word.search(claim.claim.span.of(text)), claim
