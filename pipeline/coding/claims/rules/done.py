"""`was_done` and `stands_ready`: what was done, and what is there because it was."""

from pipeline.coding.claims.numbers import first_number
from pipeline.coding.claims.said import Said
from pipeline.coding.claims.verbs import DONE, TOLD, main_verb
from pipeline.language.tense import Tense


def was_done(said: Said) -> bool:
    """Tell whether a main clause, or what a report is about, tells what was done."""
    if said.tense in DONE or said.in_turn("said_of", "to_have"):
        return True
    reported = said.has("reports_that")
    told = (group for group in said.reading.found if group.tense in TOLD)
    return any(reported or not group.subordinate for group in told)


def stands_ready(said: Said) -> bool:
    """Tell whether a present states a result: "Skyltarna är uppe"."""
    if said.has("stands_ready", "ends_ready", "says_yes", "opens_yes", "opens_yes_and"):
        return True
    if said.reading.main is Tense.PRESENT and (_is_there(said) or _they_have(said)):
        return True
    if not said.has("is_on_the_spot"):
        return False
    return said.tense is not Tense.VERBLESS or bool(said.has("things"))


def _is_there(said: Said) -> bool:
    """Read "Lyktorna lyser sedan mars", "Protokoll finns", not "Utrustning finns att låna"."""
    since = said.has("stays_there") and said.has("since_then")
    seen = said.has("is_seen") and said.has("things")
    exists = said.has("exists") and not said.in_turn("exists", "to_borrow")
    return bool(since or seen or exists)


def _they_have(said: Said) -> bool:
    """Read "Tre av fyra skolor har en sådan"."""
    main = main_verb(said)
    if main is None or main.lemma != "ha" or not said.has("of_all"):
        return False
    at, _ = said.cues["of_all"]
    before = said.words.doc[said.words.start : at]
    return at < said.place(main) and first_number(before) is not None
