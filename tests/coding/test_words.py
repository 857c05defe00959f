"""A coded row never says more than its words: its values are found in, or follow from, its span."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.codes import QuantityKind, TrendDirection
from pipeline.coding.claims import describe_claim_rule
from pipeline.coding.code import code
from pipeline.coding.model import CodedQuantity, Coding
from pipeline.coding.quantities.lemmas import lemma
from pipeline.coding.quantities.number_words import about_words, word_value
from pipeline.coding.quantities.wording import money, tables
from pipeline.facts.facts import read_facts
from pipeline.facts.model import Facts, SourceHint
from pipeline.language.phrases import write_out
from pipeline.parser import parse
from pipeline.parser.tree import Tree
from pipeline.readers import read

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*(ROOT / "tests" / "layouts").glob("*.txt"), *(ROOT / "raw").rglob("*/*.*")])
INVISIBLE = re.compile(r"\u00ad|(?<=\w)-\s*\n\s*")
YEAR = re.compile(r"(?:19|20)\d\d")
OWN_UNIT = {"gång", "krona", "procentenhet"}
"""Units that follow from the kind: of what happens so often, of money, of a change of percent."""
NO_NUMBER = {QuantityKind.VAGUE, QuantityKind.UNIVERSAL}


@dataclass(frozen=True)
class Read:
    """A fixture with what was made of it."""

    text: str
    tree: Tree
    facts: Facts
    coding: Coding


@pytest.fixture(scope="module")
def coded() -> list[Read]:
    return [_read(path) for path in TEXTS]


def _read(path: Path) -> Read:
    document = read(path.read_bytes(), path.name)
    tree = parse(document)
    facts = read_facts(document, tree, SourceHint(path.name))
    return Read(document.text, tree, facts, code(document.text, tree, facts))


def quantities(coded: list[Read]) -> Iterator[tuple[Read, CodedQuantity, str]]:
    for each in coded:
        for row in each.coding.quantities:
            yield each, row, plain(row.quantity.span.of(each.text))


def plain(words: str) -> str:
    return " ".join(INVISIBLE.sub("", words.replace("*", " ").replace("_", " ")).split()).lower()


def numbers(words: str) -> set[float]:
    """The numbers that some words state, whatever they count."""
    found = {float(each.replace(",", ".")) for each in re.findall(r"\d+(?:[.,]\d+)?", words)}
    joined = re.sub(r"(?<=\d)[\s.](?=\d{3}(?!\d))", "", words)
    found |= {float(each.replace(",", ".")) for each in re.findall(r"\d+(?:[.,]\d+)?", joined)}
    tokens = [each for each in re.split(r"[^\w]+", words) if each]
    for i in range(len(tokens)):
        for j in range(i + 1, min(i + 7, len(tokens)) + 1):
            value = word_value("".join(tokens[i:j]))
            found |= {float(value)} if value is not None else set()
    found |= {float(about_words()[each]) for each in tokens if each in about_words()}
    named = {"ett par": 2.0, "noll": 0.0}
    return found | {value for word, value in named.items() if word in words}


def derived(words: str) -> set[float]:
    """What the named rules make of the numbers of some words: of tenths, dozens, halves, money."""
    found = numbers(words)
    if re.search(r"\bhalvt?\b", words):
        found |= {0.5} | {each + 0.5 for each in found}
    factors = [*tables("numbers")["multiples"].items(), *money().items()]
    for word, factor in factors:
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words):
            found |= {each * factor for each in found} | {factor}
    found |= {value for phrase, value in fixed() if phrase in words}
    shares = {each / whole for each in found for whole in (10, 100)}
    frequencies = {each / times for each in found for times in (2, 3, 4, 5, 6, 7, 8, 10, 14)}
    found |= shares | frequencies
    return found | {-each for each in found}


@cache
def fixed() -> tuple[tuple[str, float], ...]:
    """The phrases that are worth something by themselves: hälften, båda, årligen, inga."""
    worth = [
        (table, float(table["value"])) for table in tables("fixed").values() if "value" in table
    ]
    each = [(table, 1 / float(table["value"])) for table in tables("frequency").values()]
    named: list[tuple[Any, float]] = worth + each
    return tuple((words, value) for table, value in named for words in written(table))


def written(table: Any) -> Iterator[str]:
    lines = (line.strip() for line in str(table["phrases"]).splitlines())
    yield from (phrase.lower() for line in lines if line for phrase in write_out(line, {}))


def test_every_value_is_stated_or_follows_by_a_named_rule(coded: list[Read]) -> None:
    for _, row, words in quantities(coded):
        quantity = row.quantity
        if quantity.kind in NO_NUMBER:
            assert quantity.value is None, words
            continue
        known = derived(words)
        for value in (quantity.value, quantity.value_max):
            assert value is None or any(abs(value - each) < 1e-6 for each in known), (words, value)


def test_every_unit_is_counted_in_the_span_or_its_declared_context(coded: list[Read]) -> None:
    for each, row, words in quantities(coded):
        quantity = row.quantity
        if quantity.unit is None or quantity.unit in OWN_UNIT:
            continue
        named = nouns(f"{words} {plain(quantity.object or '')}") | nouns(label_of(each, row))
        if quantity.kind is QuantityKind.SHARE or {"elided", "of_whole"} & rules_of(quantity.rule):
            named |= nouns(sentence_of(each, row))
        assert set(quantity.unit.split(" eller ")) <= named, (words, quantity)


def rules_of(rule: str) -> set[str]:
    return set(rule.split("."))


def nouns(words: str) -> set[str]:
    return {lemma(word.rstrip(":-")) for word in re.findall(r"[^\W\d_][\w:-]*", words)}


def label_of(each: Read, row: CodedQuantity) -> str:
    """The word in front of a number that a colon, dash or bracket parts from it."""
    before = plain(each.text[max(0, row.quantity.span.start - 60) : row.quantity.span.start])
    label = re.search(r"([^\W\d_][\w-]*)\s*[:(–-]\s*$", before)
    return label[1] if label else ""


def sentence_of(each: Read, row: CodedQuantity) -> str:
    """The words around a quantity, of which it may take a noun that it leaves out."""
    span = row.quantity.span
    return plain(each.text[max(0, span.start - 250) : span.end + 60])


def test_a_time_names_no_year_that_neither_words_nor_document_name(coded: list[Read]) -> None:
    timed = 0
    for each in coded:
        document = _years_of_document(each)
        rows = [(c.claim.span.of(each.text), c.time) for c in each.coding.claims if c.time]
        rows += [
            (sentence_of(each, q), q.quantity.time)
            for q in each.coding.quantities
            if q.quantity.time
        ]
        for words, time in rows:
            timed += 1
            stated = {int(year) for year in YEAR.findall(words)} | document
            stated |= {year // 100 * 100 + int(two) for year in stated for two in _short(words)}
            near = stated | {year + step for year in document for step in (-3, -2, -1, 1)}
            assert {int(year) for year in YEAR.findall(time or "")} <= near, (words, time)
    assert timed > 100


def _years_of_document(each: Read) -> set[int]:
    """The years of what times are resolved against."""
    facts = each.facts
    told = [facts.report_period, facts.agreement_period, facts.published_at]
    told += [row.period for row in (*each.tree.promises, *each.tree.results)]
    return {int(year) for text in told if text for year in YEAR.findall(text)}


def _short(words: str) -> list[str]:
    """The second years of "2019/20"."""
    return re.findall(r"(?:19|20)\d\d\s?[-–/]\s?(\d\d)(?!\d)", words)


def test_a_time_that_is_stated_has_a_word_for_it(coded: list[Read]) -> None:
    word = re.compile(
        r"\d|år|vår|höst|som(?:mar|ras)|vint|jan|feb|mars|april|maj|jun|jul|aug|sep|okt|nov|dec|tertial|kvartal"
        r"|termin|månad|vecka|veckan|dag|sedan|sen|jul|påsk|lov|period|tid|slut|natt|kväll|helg|båda",
        re.IGNORECASE,
    )
    timed = [(each.text, c) for each in coded for c in each.coding.claims if c.time]
    assert timed
    for text, claim in timed:
        assert word.search(claim.claim.span.of(text)), claim


def test_no_vague_amount_has_a_number(coded: list[Read]) -> None:
    vague = [row.quantity for _, row, _ in quantities(coded) if row.quantity.kind == "vague"]
    assert vague
    assert all(quantity.value is None and quantity.vague_term for quantity in vague)


def test_every_status_names_its_rule(coded: list[Read]) -> None:
    assert all(describe_claim_rule(c.claim.rule) for each in coded for c in each.coding.claims)


def test_trends_and_their_strength_are_in_the_words(coded: list[Read]) -> None:
    trends = [(each.text, c.claim) for each in coded for c in each.coding.claims if c.claim.trend]
    assert trends
    for text, claim in trends:
        assert claim.trend is not None
        assert claim.trend.direction is None or claim.trend.direction in TrendDirection
        if claim.trend.strength:
            assert claim.trend.strength in claim.span.of(text)


def test_what_is_not_inherited_stands_in_the_text(coded: list[Read]) -> None:
    for each in coded:
        for row in each.coding.mentions:
            if row.mention.span is None:
                assert row.mention.inherited
            else:
                assert row.mention.span.of(each.text) == row.mention.text
