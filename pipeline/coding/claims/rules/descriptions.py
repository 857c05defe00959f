"""Descriptions: a plain present that tells how something is, not what is done about it."""

from pipeline.coding.claims.said import Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.coding.claims.verbs import PLAIN, main_verb
from pipeline.language.phrases import word_lists
from pipeline.language.tense import Found

_ANY = frozenset({"en", "ett"})
_NEAR = 3
"""How many words the name of a kind may have: "En ordinarie ordningsvakt får avvisa"."""


def describes(said: Said) -> bool:
    """Read "Medling är frivillig", not "Gruppen leds numera av en samordnare"."""
    if said.reading.main not in PLAIN or said.has("by_now"):
        return False
    return bool(said.has("describes")) or _tells_of_kind(said)


def _tells_of_kind(said: Said) -> bool:
    """Read "En ordningsvakt får avvisa personer", not "En ordningsvakt får en bil"."""
    verb = main_verb(said)
    if verb is None or not _may(said, verb):
        return False
    before = said.words.doc[said.words.start : said.place(verb)]
    return 0 < len(before) <= _NEAR + 1 and before[0].lower_ in _ANY


def _may(said: Said, verb: Found) -> bool:
    """Tell whether a verb says what may, can or must be done."""
    modals = word_lists(WORDING)["får_göra"]
    return said.words.doc[said.place(verb)].lower_ in modals and verb.lemma != "få"
