"""Habits: a plain present that tells what is done in each case, not what goes on just now."""

from collections.abc import Callable, Sequence

from pipeline.coding.claims.said import Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.coding.claims.verbs import PLAIN
from pipeline.language.phrases import word_lists
from pipeline.language.tense import Found

_DEFINITE = ("en", "et", "an", "na")
_NEAR = 2
"""How many words may stand between "inom" and "timmar"."""
_LONGEST_WHO = 6
"""How many words may stand before "som" in "Unga under 21 år som …"."""
_JOINS = frozenset({"och", "samt", "men", "eller", ",", "–"})
_WHEN = frozenset({"när", "ifall"})
_ON = frozenset({"på", "om", "under"})
_AT, _WHO = "vid", "som"


def is_habit(said: Said) -> bool:
    """Tell whether it is done in each such case: "När tips kommer in åker patrullen ut"."""
    verb = _verb(said)
    if said.reading.main not in PLAIN or verb is None:
        return False
    return any(holds(said, verb) for holds in _SIGNS)


def _verb(said: Said) -> Found | None:
    main = (group for group in said.reading.found if not group.subordinate)
    return next((group for group in main if group.tense in PLAIN), None)


def _in_a_case(said: Said, verb: Found) -> bool:
    """Read "När tips kommer in …", "Då barn berörs görs anmälan", not "Då medel saknas …"."""
    if not said.has("opens_when") and not (said.has("opens_as") and _is_service(verb)):
        return False
    case = said.reading.found[0]
    return case.subordinate and case.tense in PLAIN


def _in_turned_case(said: Said, verb: Found) -> bool:
    """Read "Tipsar någon om langning åker polisen dit", not "Finns i foajén och visar …"."""
    behind = [each for each in said.reading.found if each.index > verb.index]
    then = next((each for each in behind if not each.subordinate and each.tense in PLAIN), None)
    if said.place(verb) != said.words.start or then is None:
        return False
    return said.words.doc[said.place(then) - 1].lower_ not in _JOINS


def _when_needed(said: Said, verb: Found) -> bool:
    """Read "Föräldrar kontaktas när elever skolkar", not "Lampan tänds när kabeln är dragen"."""
    behind = said.words.doc[said.place(verb) : said.words.end]
    needed = any(token.lower_ in _WHEN for token in behind)
    return needed and verb.passive and _is_of_any(said.words[0].lower_)


def _at_each(said: Said, verb: Found) -> bool:
    """Read "Vid klotter saneras väggen", not "Vid stationen finns", "Vid Bergaskolan pågår"."""
    before = said.words.doc[said.words.start : said.place(verb)]
    if len(before) < _NEAR or before[0].lower_ != _AT or not _is_act(verb):
        return False
    return all(_is_of_any(token.text) for token in before[1 : 1 + _NEAR])


def _is_of_any(word: str) -> bool:
    """Tell whether a word may name any of a kind: no name, number, form of "the" or "some"."""
    lists = word_lists(WORDING)
    if not word.isalpha() or not word.islower() or word in lists["viss"]:
        return False
    return not word.endswith(_DEFINITE) or word.endswith(lists["obestämt"])


def _to_whoever(said: Said, verb: Found) -> bool:
    """Read "Den som avböjt får en ny tid", "Alla nyanställda får en genomgång"."""
    if not said.has("whoever") or not _is_service(verb):
        return False
    subject = said.words.doc[said.words.start : said.place(verb)]
    given = verb.lemma in word_lists(WORDING)["ges"] and bool(said.has("opens_with_all"))
    to_all = given and not any(token.like_num for token in subject)
    return to_all or any(token.lower_ == _WHO for token in subject[:_LONGEST_WHO])


def _is_act(verb: Found) -> bool:
    return verb.lemma not in word_lists(WORDING)["står_så"]


def _is_service(verb: Found) -> bool:
    """Tell whether a verb tells what is done for or with somebody."""
    return verb.passive or verb.lemma in word_lists(WORDING)["ges"]


def _at_once(said: Said, verb: Found) -> bool:
    """Read "Samtal hålls inom 48 timmar"."""
    soon = said.has("at_once") or said.in_turn("within", "hours", _NEAR)
    return bool(soon) and _is_service(verb)


def _each_time(said: Said, verb: Found) -> bool:
    """Read "Passet ingår i varje kurs", not "En skylt sitter på varje dörr"."""
    return bool(said.has("each")) and _is_act(verb)


def _on_such_days(said: Said, _: Found) -> bool:
    """Read "på torsdagskvällarna", "torsdagar", not "Kvällarna är lugna"."""
    ends = word_lists(WORDING)["dagar_slut"]
    words = [token.lower_ for token in said.words]
    return any(
        word.endswith(ends) and (not word.endswith("na") or words[index - 1] in _ON)
        for index, word in enumerate(words)
    )


_SIGNS: Sequence[Callable[[Said, Found], bool]] = (
    _in_a_case,
    _in_turned_case,
    _when_needed,
    _at_each,
    _to_whoever,
    _at_once,
    _each_time,
    _on_such_days,
)
