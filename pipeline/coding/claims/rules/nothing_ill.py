"""Denials of what nobody wants, which are no failure: "Inga klagomål har kommit in"."""

from pipeline.coding.claims.said import Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.coding.claims.verbs import TOLD, main_verb
from pipeline.language.phrases import word_lists

_NEAR_ILL = 5
"""How many words may stand before what is ill in "Ingen av de kontrollerade var …"."""
_AGAINST = frozenset({"mot", "för", "om", "kring", "till", "kunnat", "förebygga"})
"""Words by which what is ill is what an effort is about."""
_COULD = frozenset({"kunde", "kunnat", "kan"})


def none_of_ill(said: Said) -> bool:
    """Read "Inga klagomål har kommit in", not "Inga insatser mot klotter har gjorts"."""
    if _nothing_happened(said):
        return True
    none = "denies" if said.has("denies") else "opens_with_none"
    if said.in_turn("of_ill", none, 0) and said.reading.main in TOLD:
        return True
    if not said.in_turn(none, "of_ill", _NEAR_ILL):
        return False
    between = said.words.doc[said.cues[none][1] : said.cues["of_ill"][0]]
    aims = _AGAINST - {"till"} if said.has("brings") else _AGAINST
    return not any(token.lower_ in aims for token in between)


def _nothing_happened(said: Said) -> bool:
    """Read "Inga våldsbrott anmäldes", "Klotter har inte förekommit", not "Ingen anmälde sig"."""
    if not said.has("denies", "opens_with_none") or not said.has("of_ill", "opens_with_none"):
        return False
    verb = main_verb(said)
    if verb is None or verb.tense not in TOLD:
        return False
    lists = word_lists(WORDING)
    happens = (verb.passive and verb.lemma in lists["märks"]) or verb.lemma in lists["händer"]
    return happens and not any(token.lower_ in _COULD for token in said.words)
