"""What a word is in its sentence: verb, noun or preposition, by its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.language.tense_lexicon import Analysis, Form, analyse
from pipeline.language.tense_words import WordLists, word_lists

FINITE = frozenset({Form.PRESENT, Form.PRESENT_S, Form.PRETERITE, Form.PRETERITE_S})
_DEFINITE = ("en", "et", "na", "an", "ön", "yn", "ån")
# "samverkan", "anmälan", "ansökan" are indefinite.
_INDEFINITE = ("verkan", "mälan", "sökan", "början", "önskan")
_GENITIVE = ("ens", "ets", "nas", "ans")
_HAVE = frozenset({"har", "hade", "ha"})
_YEARS = range(1900, 2100)
_SHORTEST_DEFINITE = 4
_LONGEST_SUBJECT = 6


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence in lower case, and what each can be as a verb.

    Attributes:
        words: Tokens in lower case.
        verbs: For each token its analyses.
        names: Whether the token is capitalised inside the sentence.
        lists: The word lists.
        finites: What `finite` found for each token that was asked for.
    """

    words: tuple[str, ...]
    verbs: tuple[tuple[Analysis, ...], ...]
    names: tuple[bool, ...]
    lists: WordLists
    finites: dict[int, Analysis | None] = field(default_factory=dict)

    def word(self, index: int) -> str:
        """Return the word at an index, empty outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def of(self, index: int, *forms: Form) -> Analysis | None:
        """Return the first analysis of the token that has one of the forms."""
        for each in self.verbs[index] if 0 <= index < len(self.verbs) else ():
            if each.form in forms:
                return each
        return None

    def subject(self, index: int) -> bool:
        """Tell whether the token may be a subject: pronoun, definite noun or name."""
        word = self.word(index)
        if word in self.lists.subjects or word in self.lists.agents:
            return True
        if not word.isalpha() or self.verbs[index]:
            return False
        return self.names[index] or _is_definite(word)

    def noun(self, index: int) -> bool:
        """Tell whether the token may be a noun or an adjective: no function word, no verb."""
        word, lists = self.word(index), self.lists
        if not word or not word[0].isalpha() or word in lists.adverbs or word in lists.conjunctions:
            return False
        if word.endswith("."):  # "v.", "t.o.m.", "kl."
            return False
        closed = word in lists.prepositions or word in lists.pronouns or word in lists.numerals
        if closed or word in lists.singular_determiners or word in lists.subordinators:
            return False
        finite = self.of(index, *FINITE)
        return (
            finite is None or bool(finite.homograph) or self.of(index, Form.PARTICIPLE) is not None
        )


def sentence(words: Sequence[str]) -> Sentence:
    """Look every word up."""
    lower = tuple(word.lower() for word in words)
    names = tuple(_is_name(words, index) for index in range(len(words)))
    verbs = tuple(() if name else analyse(word) for word, name in zip(lower, names, strict=True))
    return Sentence(lower, verbs, names, word_lists())


def _is_name(words: Sequence[str], index: int) -> bool:
    """Tell whether a word is capitalised inside a sentence that is not all capitals."""
    if index == 0 or not words[index].istitle():
        return False
    before = words[index - 1]
    return before[-1:].isalpha() or before == ","


def _is_definite(word: str) -> bool:
    definite = len(word) >= _SHORTEST_DEFINITE and word.endswith(_DEFINITE)
    return definite and not word.endswith(_INDEFINITE)


def finite(s: Sentence, index: int) -> Analysis | None:
    """Return the finite verb that the token is in its context, if it is one."""
    if not s.verbs[index]:
        return None
    if index not in s.finites:
        found = s.of(index, *FINITE)
        is_verb = found is not None and not _is_other_word(s, index, found)
        s.finites[index] = found if is_verb else None
    return s.finites[index]


def _is_other_word(s: Sentence, index: int, found: Analysis) -> bool:
    word = s.words[index]
    if word in s.lists.prepositional_verbs:
        return not _is_prepositional_verb(s, index)
    if word == "var" and s.word(index + 1) in s.lists.after_each:
        return True
    if found.homograph and found.lemma not in s.lists.performative and _is_plural_noun(s, index):
        return True
    if s.of(index, Form.SUPINE, Form.SUPINE_S) and _is_behind_have(s, index):
        return True
    if found.form is Form.PRETERITE and s.of(index, Form.PARTICIPLE):
        return _is_participle(s, index)
    if found.form is Form.PRETERITE and s.of(index, Form.SUPINE):
        return not s.subject(index - 1)
    # "ges", "fås": an infinitive behind "att" or a modal verb.
    return bool(s.of(index, Form.INFINITIVE, Form.INFINITIVE_S)) and _is_governed(s, index)


def _is_behind_have(s: Sentence, index: int) -> bool:
    """Tell "har också satt upp" from "och satt"."""
    before = index - 1
    while before >= 0 and s.words[before] in s.lists.adverbs:
        before -= 1
    return s.word(before) in _HAVE


def _is_governed(s: Sentence, index: int) -> bool:
    """Tell whether `att` or a modal verb stands before, with adverbs between at most."""
    before = index - 1
    while before >= 0 and s.words[before] in s.lists.adverbs:
        before -= 1
    modal = s.of(before, Form.PRESENT, Form.PRETERITE)
    return s.word(before) == "att" or (modal is not None and modal.lemma in s.lists.modal)


def _is_prepositional_verb(s: Sentence, index: int) -> bool:
    if index == 0 or index > _LONGEST_SUBJECT or not s.subject(index - 1):
        return False
    if any(word in s.lists.prepositions for word in s.words[:index]):
        return False
    if s.words[index] == "för":
        return any(word in s.lists.light_objects for word in s.words[index + 1 : index + 4])
    others = range(len(s.words))
    return not any(s.of(other, *FINITE) for other in others if other != index)


def _is_plural_noun(s: Sentence, index: int) -> bool:
    before = s.word(index - 1)
    if not before or not before[-1].isalnum() or before in s.lists.plural_determiners:
        # "De träffar": pronoun and verb when nothing else is left to be the verb.
        return before != "de" and before not in s.lists.agents
    if before in s.lists.prepositions or before.endswith(_GENITIVE):
        return True
    if before.isdigit():
        return int(before) not in _YEARS
    if before in s.lists.conjunctions:
        return not _coordinates_verbs(s, index)
    return _is_attribute(s, index - 1) and not _ends_subordinate_clause(s, index)


def _ends_subordinate_clause(s: Sentence, index: int) -> bool:
    """Two verbs meet where a fronted clause ends: "När tips kommer ringer polisen"."""
    openers = s.lists.subordinators | s.lists.inverting | s.lists.prepositional | {"att"}
    return s.subject(index + 1) and not openers.isdisjoint(s.words[: index - 1])


def _coordinates_verbs(s: Sentence, index: int) -> bool:
    return any(s.of(before, *FINITE) for before in range(index - 1)) and s.subject(index + 1)


def _is_attribute(s: Sentence, index: int) -> bool:
    """Tell whether the token governs or describes a noun right behind it."""
    if s.of(index, *FINITE, Form.INFINITIVE, Form.SUPINE, Form.PARTICIPLE):
        return True
    word = s.word(index)
    return word.endswith(("iga", "liga", "iska", "ella", "ande", "ende")) and not s.subject(index)


def _is_participle(s: Sentence, index: int) -> bool:
    """Decide "riktade": participle ("riktade insatser") or preterite ("polisen riktade")."""
    before, after = s.word(index - 1), s.word(index + 1)
    if not before or not before[-1].isalnum():
        return s.noun(index + 1) and not s.subject(index + 1)
    if _stands_before_noun(s, index - 1):
        return True
    if s.subject(index - 1) or s.subject(index + 1) or before in s.lists.adverbs:
        return _follows_copula(s, index)
    if before in s.lists.conjunctions:
        return not any(s.of(each, Form.PRETERITE) for each in range(index - 1))
    # "tolv personer rapporterade för brott": a noun without article and no object.
    return s.noun(index - 1) and (
        not after or not after[0].isalnum() or after in s.lists.prepositions
    )


def _stands_before_noun(s: Sentence, index: int) -> bool:
    word, lists = s.words[index], s.lists
    if word in lists.subjects and word not in ("de", "det", "den"):
        return False
    if word in ("de", "den", "det"):
        return s.noun(index + 2) or _is_object(s, index) or bool(s.of(index + 2, *FINITE))
    if word in lists.plural_determiners or word in lists.singular_determiners:
        return s.noun(index + 2)
    if word.isdigit() and int(word) in _YEARS:
        return False
    if word.isdigit() and s.word(index + 2) in ("ja", "nej"):
        return False
    if word in lists.prepositions or word.isdigit() or word.endswith(_GENITIVE):
        return True
    finite_before = s.of(index, *FINITE)
    return finite_before is not None or _is_attribute(s, index)


def _is_object(s: Sentence, index: int) -> bool:
    """No subject stands there: "motivera den rapporterade", "av de tillfrågade"."""
    governed = s.of(index - 1, *FINITE, Form.INFINITIVE)
    return s.word(index - 1) in s.lists.prepositions or governed is not None


def _follows_copula(s: Sentence, index: int) -> bool:
    return any(
        found.lemma in ("vara", "bli")
        for found in (s.of(before, *FINITE) for before in range(max(0, index - 5), index))
        if found is not None
    )


def infinitive(s: Sentence, index: int) -> Analysis | None:
    """Return the infinitive that the token is in its context, if it is one."""
    found = s.of(index, Form.INFINITIVE, Form.INFINITIVE_S)
    if found is None or _is_governed(s, index):
        return found
    if found.form is Form.INFINITIVE_S and s.of(index, Form.PRESENT_S):
        return None
    if not found.homograph:
        return found
    if found.homograph == "adjective" and _opens(s, index):
        after = s.word(index + 1)
        adjective = s.noun(index + 1) and not _is_definite(after)
        return None if adjective else found
    return found if _opens(s, index) else None


def _opens(s: Sentence, index: int) -> bool:
    before = s.word(index - 1)
    return not before or not before[-1].isalnum()


def supine(s: Sentence, index: int) -> Analysis | None:
    """Return the supine that the token can be; whether it is one the clause decides."""
    return s.of(index, Form.SUPINE, Form.SUPINE_S) if s.word(index) and s.verbs[index] else None


def participle(s: Sentence, index: int) -> Analysis | None:
    """Return the participle at the token when it stands predicatively, not before a noun."""
    found = s.of(index, Form.PARTICIPLE)
    if found is None or found.homograph == "adjective":
        return None
    if s.word(index - 1) in s.lists.singular_determiners or s.noun(index + 1):
        return None
    return found
