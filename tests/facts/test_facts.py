import re
from dataclasses import replace
from typing import cast

import pytest

from pipeline.codes import DocType, ReportType, Role
from pipeline.facts.model import Facts, SourceHint
from tests.facts.build import built, facts_of, layout, layouts, seed, written

# Names in -s, short names, ordinary words, two words, a hyphen, diacritics.
NAMES = ["Borås", "Ale", "Vara", "Upplands-Bro", "Malå", "Lidköping", "Upplands Väsby", "Köping"]


def swapped(name: str, words: str) -> str:
    genitive = name if name.endswith("s") else f"{name}s"
    return words.replace("Härjedalens", genitive).replace("Härjedalen", name)


def later(years: int, words: str) -> str:
    return re.sub(r"\b20[12]\d", lambda match: str(int(match[0]) + years), words)


def names(facts: Facts) -> list[str]:
    return [each.name for each in facts.municipalities]


def test_a_report_on_half_of_an_agreement() -> None:
    facts = facts_of(seed("A"))
    (place,) = facts.municipalities
    assert (place.code, place.county_code, place.police_region) == ("2361", "23", "Nord")
    assert facts.title == "Hur går det med medborgarlöftena?"
    assert facts.doc_type == DocType.BOTH
    assert (facts.agreement_period, facts.report_period) == ("2019/2020", "2019")
    assert facts.report_type == ReportType.INTERIM
    assert facts.published_at == facts.updated_at == "2020-01-28T10:32"
    assert facts.area is None and facts.problems == ()


def test_a_summary_of_a_whole_agreement() -> None:
    facts = facts_of(seed("B"))
    assert names(facts) == ["Härjedalen"]
    assert facts.title and facts.title.startswith("Sammanfattning av resultat")
    assert facts.agreement_period == facts.report_period == "2023/2024"
    assert facts.report_type == ReportType.FINAL
    assert facts.published_at is None and facts.updated_at is None
    assert facts.persons == () and facts.problems == ()


def test_persons_as_coded_by_hand() -> None:
    document, _ = built(seed("A"))
    persons = facts_of(seed("A")).persons
    assert [(p.role.value, p.span.start, p.span.of(document.text)) for p in persons] == [
        ("signatory", 7030, "Anders Häggkvist"),
        ("signatory", 7077, "Jana Solsten"),
        ("page_editor", 7211, "Åsa Evertsdotter"),
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("document", ["A", "B"])
def test_another_municipality(document: str, name: str) -> None:
    before = facts_of(seed(document))
    after = facts_of(seed(document, lambda words: swapped(name, words)))
    assert names(after) == [name]
    assert after.agreement_period == before.agreement_period
    assert after.report_period == before.report_period
    assert len(after.persons) == len(before.persons)


@pytest.mark.parametrize("years", [-3, 1, 5])
@pytest.mark.parametrize("document", ["A", "B"])
def test_other_years(document: str, years: int) -> None:
    before = facts_of(seed(document))
    after = facts_of(seed(document, lambda words: later(years, words)))
    assert after.agreement_period == later(years, before.agreement_period or "")
    assert after.report_period == later(years, before.report_period or "")
    assert after.report_type == before.report_type
    assert (after.published_at or "") == later(years, before.published_at or "")


@pytest.mark.parametrize("document", ["A", "B"])
def test_capitals(document: str) -> None:
    before, after = facts_of(seed(document)), facts_of(seed(document, str.upper))
    assert after.municipalities == before.municipalities
    assert after.agreement_period == before.agreement_period
    assert after.report_period == before.report_period


@pytest.mark.parametrize("name", list(layouts()))
def test_layouts(name: str) -> None:
    meta = cast(dict[str, str], layouts()[name]["meta"])
    url = cast(str, layouts()[name]["modelled_on"])
    facts = facts_of(layout(name), SourceHint(name, source_url=url))
    assert names(facts) == [meta["municipality"].partition(" (")[0]]
    assert facts.problems == ()
    period = facts.agreement_period or facts.report_period or ""
    first, _, last = period.partition("/")
    assert (first, last or first) == (meta["period_start"], meta["period_end"])


def test_layouts_without_an_address() -> None:
    found = {name: names(facts_of(layout(name))) for name in layouts()}
    # Two district pages name no municipality in their words.
    assert [name for name, places in found.items() if not places] == ["007.txt", "009.txt"]


@pytest.mark.parametrize(
    ("roles", "doc_type"),
    [
        ((Role.PROMISE,), DocType.PROMISES),
        ((Role.RESULT,), DocType.FOLLOW_UP),
        ((Role.PROMISE, Role.RESULT), DocType.BOTH),
        ((Role.BACKGROUND,), DocType.OTHER),
    ],
)
def test_doc_type(roles: tuple[Role, ...], doc_type: DocType) -> None:
    facts = facts_of(written(*((role, "Fler ska synas.") for role in roles)))
    assert facts.doc_type == doc_type
    assert facts.title is None


def test_an_empty_document() -> None:
    facts = facts_of([])
    assert facts == replace(facts_of(written((Role.BACKGROUND, "Text."))), problems=())
    assert facts.municipalities == () and facts.agreement_period is None
