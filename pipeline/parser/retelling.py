"""Whether a sentence says that something was promised, by its verbs and nouns of promising.

"Skolan utlovade samtal"; "På vykortet stod att polisen skulle synas mer"; "Kommunens del var att
laga lamporna"; "Vi gav vårt ord på att bilarna skulle sakta ner".
"""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Span as Words

from pipeline.language.phrases import word_lists
from pipeline.language.tense import Found, Tense, TenseReading, tense_of
from pipeline.parser.lexicon import WORDING
from pipeline.readers.canonical import visible

_PAST = frozenset({Tense.PRETERITE, Tense.PERFECT, Tense.PLUPERFECT, Tense.PASSIVE_PAST})
_TO_COME = frozenset({Tense.PAST_MODAL, Tense.DEONTIC})
_NEAR = 8
"""How many words may stand between a noun of promising and what was promised."""


def tells_of_promising(sentence: Words) -> bool:
    """Tell whether a sentence says that something was promised."""
    reading = tense_of(sentence)
    main = [group for group in reading.found if not group.subordinate]
    if any(each.lemma in _listed("lova") and each.tense in _PAST for each in main):
        return True
    contains = bool(main) and main[0].lemma in _listed("innehåller")
    says = any(each.lemma in _listed("säga") for each in main)
    if not (contains or says):
        return False
    words = [visible(token.text).lower() for token in sentence if not token.is_space]
    foresees = any(_is_foreseen(words, each) for each in reading.found)
    if foresees and (says or main[0].tense is Tense.PRETERITE):
        return True
    return contains and _names_what(words, main[0], reading)


def _is_foreseen(words: Sequence[str], group: Found) -> bool:
    """Tell whether a clause says what was to come, not what was feared, hoped or compared."""
    if group.tense is not Tense.PAST_MODAL or words[group.index + 1 : group.index + 2] == ["ha"]:
        return False
    att = max((i for i in range(group.index) if words[i] == "att"), default=0)
    opened_by = words[max(0, att - 1) : att]
    return _listed("jämför").isdisjoint(words[: group.index]) and _listed("för_att").isdisjoint(
        opened_by
    )


def _names_what(words: Sequence[str], verb: Found, reading: TenseReading) -> bool:
    """Tell whether a noun of promising is followed by what was promised."""
    is_past = verb.tense is Tense.PRETERITE
    noun = next((i for i in range(len(words)) if _is_promise(words, i, is_past)), len(words))
    for i in range(noun + 1, min(noun + 1 + _NEAR, len(words))):
        if words[i] == ":":
            return not any(each.index > i for each in reading.found if not each.subordinate)
        if words[i] == "att":
            is_infinitive = is_past and _is_infinitive(words, i + 1)
            return is_infinitive or any(
                each.index > i and each.tense in _TO_COME for each in reading.found
            )
    return False


def _is_promise(words: Sequence[str], i: int, is_past: bool) -> bool:
    """Tell whether a word is a noun of promising: in the past also "Kommunens del", "vårt ord"."""
    if words[i] in _listed("löftesord"):
        return True
    if not is_past:
        return False
    owned = i > 0 and (words[i - 1].endswith("s") or words[i - 1] in _listed("vår"))
    return words[i] in _listed("löftesord_då") or (owned and words[i] in _listed("någons_ord"))


def _is_infinitive(words: Sequence[str], i: int) -> bool:
    word = words[i] if i < len(words) else ""
    return word.endswith("a") or word in _listed("korta_infinitiv")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_lists(WORDING)[name])
