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

_PAST = frozenset({Tense.PRETERITE, Tense.PERFECT, Tense.PLUPERFECT, Tense.PASSIVE_PAST})
_TO_COME = frozenset({Tense.INFINITIVE, Tense.PAST_MODAL, Tense.DEONTIC})
_INTRODUCES = frozenset({"att", ":"})
_NEAR = 8
"""How many words may stand between a noun of promising and what was promised."""


def tells_of_promising(sentence: Words) -> bool:
    """Tell whether a sentence says that something was promised."""
    reading = tense_of(sentence)
    main = [group for group in reading.found if not group.subordinate]
    if any(each.lemma in _listed("lova") and each.tense in _PAST for each in main):
        return True
    foresees = any(each.tense is Tense.PAST_MODAL for each in reading.found)
    if foresees and any(each.lemma in _listed("säga") for each in main):
        return True
    if not main or main[0].lemma not in _listed("vara_eller_ha"):
        return False
    if main[0].tense is Tense.PRETERITE and foresees:
        return True
    words = [token.lower_ for token in sentence if not token.is_space]
    return _names_what(words, main[0], reading)


def _names_what(words: Sequence[str], verb: Found, reading: TenseReading) -> bool:
    """Tell whether a noun of promising is followed by what was promised."""
    is_past = verb.tense is Tense.PRETERITE
    nouns = _listed("lovat_ord" if is_past else "lovar_ord")
    noun = next((i for i, word in enumerate(words) if word in nouns), len(words))
    near = range(noun + 1, min(noun + 1 + _NEAR, len(words)))
    mark = next((words[i] for i in near if words[i] in _INTRODUCES), "")
    foresees = any(each.index > verb.index and each.tense in _TO_COME for each in reading.found)
    return mark == ":" or (mark == "att" and (is_past or foresees))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_lists(WORDING)[name])
