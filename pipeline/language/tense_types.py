"""The types that the reading of tense gives back."""

from dataclasses import dataclass
from enum import StrEnum


class Tense(StrEnum):
    """Tense and modality, told by the form of the verb group."""

    PROMISES = "promises"
    DEONTIC = "deontic"
    FUTURE = "future"
    CONTINUES = "continues"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRETERITE = "preterite"
    PASSIVE_PAST = "passive_past"
    PASSIVE_PRESENT = "passive_present"
    PRESENT = "present"
    INFINITIVE = "infinitive"
    SUPINE = "supine"
    PARTICIPLE = "participle"
    PAST_MODAL = "past_modal"
    VERBLESS = "verbless"


@dataclass(frozen=True, slots=True)
class Found:
    """One verb group.

    Attributes:
        tense: What it says.
        index: The token that decides: the finite verb, or the form that opens a fragment.
        lemma: The infinitive of the verb that carries the meaning: `genomföra` in
            "har genomfört", "ska ha genomförts" and "kommer att genomföras", but
            `lova` in "lovar att genomföra".
        passive: The meaning is passive ("har gjorts", "kommer att genomföras").
        subordinate: The group stands in a subordinate clause.
    """

    tense: Tense
    index: int
    lemma: str
    passive: bool = False
    subordinate: bool = False


@dataclass(frozen=True, slots=True)
class TenseReading:
    """The tense of a sentence or fragment.

    Attributes:
        main: The tense that stands for the whole.
        found: All verb groups in order, those of subordinate clauses too.
        negated: The main clause holds a negation ("inte", "inga").
    """

    main: Tense
    found: tuple[Found, ...]
    negated: bool
