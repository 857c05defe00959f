"""Linking the promises of all municipalities over ten periods, made up from a seed."""

import random
from collections.abc import Iterator

from benchmarks.processes import run
from pipeline.codes import ClaimStatus, Level, Tie, Topic
from pipeline.facts.municipalities import all_municipalities
from pipeline.linking import Claimed, Material, Paper, Promised, Reported, Statement, link

PERIODS, PROMISES, CLAIMS = 10, 10, 25
FIRST_YEAR = 2005
KEPT = 0.6
"""Share of the promises that stay from one period to the next."""
AIM_SECONDS, AIM_MEGABYTES = 60, 2000

ACTS = """
besöka informera utbilda kontrollera patrullera kartlägga stötta följa samordna mäta belysa märka
föreläsa bjuda anordna utreda sanera bemanna erbjuda kontakta
"""
ABOUT = """
skol trafik ungdoms fritids kvälls brotts trygghets narkotika alkohol förenings bostads centrum
cykel vinter sommar station butiks krog familje grann polis kommun lands områdes miljö idrotts
"""
THINGS = """
gård torg park hall insats kontroll vandring möte belysning inbrott bedrägeri stöld skada jobb
medling bild plan vakt personal grupp märkning undersökning information utbildning samtal stöd
patrull tillsyn ledare förälder elev företag lokal kamera rutin samverkan dialog rond dag vecka
"""
STREETS = "Storgatan Norrbro Åparken Västra Östra Hamnen Backen Lövgärdet Sjöstaden"

TEMPLATE = """\
| what | figure |
|---|---|
| municipalities, periods of each | {municipalities}, {periods} |
| promises, claims of each period | {promises}, {claims} |
| linking them, the whole process (aim: at most {aim_seconds} s) | {seconds:.1f} s |
| its peak memory (aim: at most {aim_megabytes} MB) | {megabytes:.0f} MB |

The promises and claims are made up: words of the field put together by chance, {kept:.0%} of the
promises kept from one period to the next.
"""


def measured() -> str:
    """Return the figures as Markdown."""
    found = run(("-m", "benchmarks.linking"))
    return TEMPLATE.format(
        municipalities=len(all_municipalities()),
        periods=PERIODS,
        promises=PROMISES,
        claims=CLAIMS,
        aim_seconds=AIM_SECONDS,
        aim_megabytes=AIM_MEGABYTES,
        seconds=found.seconds,
        megabytes=found.megabytes,
        kept=KEPT,
    )


def material() -> Material:
    """Return the promises and results of all municipalities over the periods."""
    papers: list[Paper] = []
    promises: list[Promised] = []
    reports: list[Reported] = []
    for place in all_municipalities():
        chance = random.Random(place.code)
        words = [_promise(chance) for _ in range(PROMISES)]
        for period in range(PERIODS):
            key = f"d{place.code}-{period}"
            year = FIRST_YEAR + 2 * period
            years = f"{year}/{year + 1}"
            papers.append(Paper(key, key, (place.code,), (place.name,), years, years))
            words = [old if chance.random() < KEPT else _promise(chance) for old in words]
            given = [
                Promised(_said(f"{key}.p{n}", each, chance), key, years, Level.SPECIFIC)
                for n, each in enumerate(words, 1)
            ]
            promises += given
            reports += _reports(key, years, given, chance)
    return Material(tuple(papers), tuple(promises), tuple(reports))


def _reports(
    key: str, years: str, promises: list[Promised], chance: random.Random
) -> Iterator[Reported]:
    for n in range(CLAIMS):
        promise = promises[n % len(promises)]
        said = _said(f"{key}.r{n}", f"{_act(chance)} {promise.said.words}", chance)
        claim = Claimed(_said(f"{said.id}.c1", said.words, chance), ClaimStatus.COMPLETED)
        yield Reported(said, key, years, Tie.ONE, (promise.id,), (claim,))


def _said(row_id: str, words: str, chance: random.Random) -> Statement:
    topics = frozenset(chance.sample(tuple(Topic), 1))
    return Statement(row_id, words, topics=topics, actors=frozenset({"police"}))


def _promise(chance: random.Random) -> str:
    place, number = chance.choice(STREETS.split()), chance.randint(2, 40)
    return f"Polisen ska {_act(chance)} vid {place} minst {number} gånger."


def _act(chance: random.Random) -> str:
    verbs = chance.sample(ACTS.split(), 2)
    things = [chance.choice(ABOUT.split()) + each for each in chance.sample(THINGS.split(), 3)]
    return f"{verbs[0]} {things[0]} och {verbs[1]} {things[1]} med {things[2]}"


if __name__ == "__main__":
    link(material())
