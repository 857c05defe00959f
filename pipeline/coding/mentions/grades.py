"""Grades and ages, with their codes: "åk 8" is grade_8, "årskurs 6-9" grades_6_9."""

from typing import NamedTuple

from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.wording import GROUPS

_LAST_GRADE = 9
_YEARS = ("år", "års")
_AGED = "åring"


class Years(NamedTuple):
    """Grades or ages.

    Attributes:
        code: Their code.
        end: Behind their last word.
        alone: They are a group without a noun: "16-åringar", not "13-17 år".
    """

    code: str
    end: int
    alone: bool


def grades_at(s: Sentence, i: int) -> Years | None:
    """Return the grades that begin at a word, None if none do."""
    if s.word(i) not in GROUPS["grade_words"]:
        return None
    first = i + 2 if s.word(i + 1) == "." else i + 1
    numbers, end = _numbers(s, first)
    if not numbers or max(numbers) > _LAST_GRADE:
        return None
    name = "grade" if len(numbers) == 1 else "grades"
    return Years("_".join([name, *map(str, numbers)]), end, True)


def ages_at(s: Sentence, i: int) -> Years | None:
    """Return the ages that begin at a word: "13-17 år", "16-åringar", "under 18 år"."""
    is_under, is_over = s.word(i) == "under", s.word(i) == "över"
    start = i + (is_under or is_over)
    if not s.word(start).isdecimal():
        return None
    numbers, end = _numbers(s, start)
    if not numbers:
        return None
    years = s.word(end + 1) if s.word(end) == "-" else s.word(end)
    behind = end + 2 if s.word(end) == "-" else end + 1
    if not (years in _YEARS or years.startswith(_AGED)):
        return None
    if is_under:
        return Years(f"age_under_{numbers[0]}", behind, False)
    if is_over:
        return Years(f"age_{numbers[0]}_up", behind, False)
    if s.word(behind) in ("och", "eller") and s.word(behind + 1) in ("äldre", "uppåt"):
        return Years(f"age_{numbers[0]}_up", behind + 2, True)
    return Years("_".join(["age", *map(str, numbers)]), behind, years.startswith(_AGED))


def _numbers(s: Sentence, i: int) -> tuple[list[int], int]:
    """Return the numbers of a range or a list, and the word behind them."""
    numbers: list[int] = []
    end = i
    while s.word(i).isdecimal() and len(s.word(i)) <= 2:
        numbers.append(int(s.word(i)))
        end = i + 1
        i = end + 1
        if s.word(end) not in GROUPS["between_numbers"]:
            break
        i += s.word(i) in GROUPS["grade_words"]
    return sorted(set(numbers)), end
