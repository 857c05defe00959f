"""What the verbs of a claim tell: what was done, what is done now, what lies ahead."""

from pipeline.coding.claims.said import Said
from pipeline.language.tense import Found, Tense

TOLD = frozenset(
    {Tense.PERFECT, Tense.PLUPERFECT, Tense.PRETERITE, Tense.PASSIVE_PAST, Tense.SUPINE}
)
"""Tenses of verbs that tell what was done."""
DONE = TOLD | {Tense.PARTICIPLE}
"""The same, with those of fragments: "Genomförd i maj"."""
PLAIN = frozenset({Tense.PRESENT, Tense.PASSIVE_PRESENT})
NOW = PLAIN | {Tense.INFINITIVE, Tense.PAST_MODAL, Tense.CONTINUES}
AHEAD = frozenset({Tense.DEONTIC, Tense.FUTURE, Tense.PROMISES})


def main_verb(said: Said) -> Found | None:
    """Return the first verb group of a main clause, None without one."""
    return next((group for group in said.reading.found if not group.subordinate), None)


def tells_of_done(said: Said) -> bool:
    """Tell whether any clause of a claim tells of something that was done."""
    return any(group.tense in DONE for group in said.reading.found)


def tells_behind(said: Said, at: int) -> bool:
    """Tell whether a main clause tells what was done, at a token or behind it."""
    return any(
        group.tense in TOLD and not group.subordinate and said.place(group) >= at
        for group in said.reading.found
    )
