"""The noun that a quantity counts, and what is counted further."""

from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.coding.quantities.lemmas import known_head, lemma, noun_forms
from pipeline.coding.quantities.number_words import number_words
from pipeline.coding.quantities.reading import Reading
from pipeline.coding.quantities.wording import words
from pipeline.language.remembered import remembered
from pipeline.language.tense_lexicon import Form, analyse
from pipeline.language.tense_words import word_lists

_MOST_MODIFIERS = 4
_PLURAL = ("or", "ar", "er", "rna", "en", "ena", "na", "are")


class Counted(NamedTuple):
    """A counted noun.

    Attributes:
        noun: The word that is the noun, or None where a measure ("st") stands alone.
        end: The word behind its last.
        word: The noun as written.
    """

    noun: int | None
    end: int
    word: str | None

    @property
    def unit(self) -> str | None:
        """Lemma of the noun; looked up only when it is asked for, since that may take time."""
        return None if self.word is None else lemma(self.word)


@cache
def _closed() -> frozenset[str]:
    """Words that are no nouns and end what is counted."""
    lists = word_lists()
    closed = lists.prepositions | lists.conjunctions | lists.adverbs | lists.subordinators
    closed |= lists.pronouns | lists.subjects | lists.inverting | lists.modal | lists.deontic
    return (closed | words("never", "phrase")) - words("determiners", "phrase")


@remembered
def is_content(word: str) -> bool:
    """Tell whether a word can be a noun or stand before one."""
    if word in noun_forms():
        return True
    if not word or not word[0].isalpha() or word in _closed() or word in number_words():
        return False
    if known_head(word) or word in words("determiners", "phrase"):
        return True
    verbs = analyse(word)
    return not verbs or any(each.homograph or each.form is Form.PARTICIPLE for each in verbs)


def find_counted(reading: Reading, i: int, *, plural: bool = True) -> Counted | None:
    """Return the noun that begins at a word, behind measures and adjectives.

    Args:
        reading: The sentence.
        i: The word behind the number.
        plural: Whether the noun and its adjectives stand in the plural.
    """
    begin = _behind_measure(reading, i)
    at = begin
    while at < begin + _MOST_MODIFIERS and _modifies(reading, at, plural=plural):
        at += 1
    word = reading.word(at)
    if at < len(reading.words) and not reading.masked[at] and _is_noun(reading, at):
        return Counted(at, at + 1, word)
    return Counted(None, begin, None) if begin > i else None


def find_object(reading: Reading, i: int) -> str | None:
    """Return what is counted further, in the phrase that begins at a word."""
    if reading.word(i) not in words("objects", "phrase"):
        return None
    begin = i + 1
    while reading.word(begin) in ("en", "ett", "den", "det", "de"):
        begin += 1
    counted = find_counted(reading, begin)
    if counted is None or counted.noun is None:
        return None
    return reading.verbatim(begin, counted.end)


def looks_plural(word: str) -> bool:
    """Tell whether a noun looks like a plural."""
    return word.endswith(_PLURAL) or known_head(word) is not None


def _behind_measure(reading: Reading, i: int) -> int:
    if reading.word(i) not in words("measures", "phrase"):
        return i
    full_stop = reading.word(i + 1) == "." and reading.adjoins(i + 1)
    return i + 2 if full_stop and i + 2 < len(reading.words) else i + 1


def _is_noun(reading: Reading, i: int) -> bool:
    word = reading.word(i)
    # "72 år 2020": the year 2020, not 72 years.
    names_year = word == "år" and reading.word(i + 1)[:2] in ("19", "20")
    return is_content(word) and not names_year and word != "året" and not _only_describes(word)


@remembered
def _only_describes(word: str) -> bool:
    """Tell whether a word is a determiner or participle that names nobody by itself."""
    if known_head(word) or word in words("nouns_in_a", "phrase"):
        return False  # "75 unga från Ekebacken"
    if word in words("determiners", "phrase"):
        return True
    return any(each.form is Form.PARTICIPLE and not each.homograph for each in analyse(word))


def _modifies(reading: Reading, i: int, *, plural: bool) -> bool:
    """Tell whether a word is a determiner or adjective with more of the phrase behind it."""
    word = reading.word(i)
    if not is_content(word) or not is_content(reading.word(i + 1)):
        return False
    return word in words("determiners", "phrase") or _is_adjective(word, plural=plural)


@lru_cache(maxsize=4096)
def _is_adjective(word: str, *, plural: bool) -> bool:
    if known_head(word):
        return False
    if word.endswith(("are", "rna")):
        return False
    ends = ("a", "e", "ens", "ets", "nas") if plural else _singular_ends()
    return word.endswith(ends)


@cache
def _singular_ends() -> tuple[str, ...]:
    return tuple(words("singular_adjectives", "phrase"))
