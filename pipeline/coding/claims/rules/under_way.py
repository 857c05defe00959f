"""`has_begun`, `goes_on` and `is_being_done`: what has begun and is not done yet."""

from pipeline.coding.claims.said import Said
from pipeline.coding.claims.verbs import DONE, NOW, tells_behind
from pipeline.language.tense import Tense
from pipeline.language.tense_lexicon import Form, analyse

_NEAR_WORK = 8
"""How many words may stand between "arbetet" and "kom i gång"."""


def has_begun(said: Said) -> bool:
    """Tell whether it has begun and no more: not in "kom i gång i maj och har sedan gått bra"."""
    if _begins_to(said):
        return True
    begun = "has_begun" if said.has("has_begun") else "got_going"
    if begun == "got_going" and not said.in_turn("work", "got_going", _NEAR_WORK):
        return False
    start, end = said.cues[begun]
    if said.reading.main is Tense.PRESENT and said.words.doc[start].lower_ in ("under", "i"):
        return True
    return not tells_behind(said, end)


def _begins_to(said: Said) -> bool:
    """Read "Två bolag har börjat rapportera", not "Hon har börjat hos oss"."""
    if not said.has("begins") or said.reading.main not in DONE:
        return False
    _, end = said.cues["begins"]
    if end >= said.words.end or said.has("since_then"):
        return False
    return any(each.form is Form.INFINITIVE for each in analyse(said.words.doc[end].lower_))


def just_begun(said: Said) -> bool:
    """Read "Arbetet är påbörjat men inte klart"."""
    return said.in_turn("has_begun", "unfinished")


def goes_on(said: Said) -> bool:
    """Tell whether it goes on; not what else does: "Grindarna är satta, fast bråken fortsätter"."""
    runs = said.has("is_running") and said.tense is Tense.VERBLESS
    if not runs and not said.has("goes_on", "open_case"):
        return False
    return said.tense not in DONE or not said.in_turn("turns", "goes_on")


def is_being_done(said: Said) -> bool:
    """Read "Polisen patrullerar i parken", not "Se även på webben"."""
    return said.tense in NOW and not said.has("points_on")
