"""`comes_again`: what is done so often, on such days, or in each such case."""

from pipeline.coding.claims.rules.habits import is_habit
from pipeline.coding.claims.said import Said
from pipeline.coding.claims.sentences import WORDING
from pipeline.coding.claims.verbs import DONE, NOW
from pipeline.language.phrases import word_lists


def comes_again(said: Said) -> bool:
    """Tell whether a claim says that it is done again and again."""
    if _is_frequent(said) or (said.has("comes_again") and not _is_of_another(said)):
        return True
    return (said.reading.main in NOW and bool(said.has("on_some_days"))) or is_habit(said)


def _is_frequent(said: Said) -> bool:
    """Tell whether it says how often: "två pass per natt", not "46 besökare per kväll"."""
    if not said.has("per_period"):
        return said.is_frequent
    before = said.words.doc[max(said.cues["per_period"][0] - 1, said.words.start)]
    return said.reading.main in NOW or before.lower_.endswith(word_lists(WORDING)["hur_ofta"])


def _is_of_another(said: Said) -> bool:
    """Read "Flyttat stationen som ofta brann": what it tells of comes again, not what was done."""
    return said.in_relative("comes_again") and said.reading.main in DONE
