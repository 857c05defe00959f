"""Which words of a sentence belong to subordinate clauses, and where its finite verbs are.

Swedish opens a subordinate clause with a word (som, att, när …); the clause takes the
next finite verb, or a bare supine ("som invånare pekat ut", with "har" left out). The
finite verb after that is the main clause's again.
"""

from dataclasses import dataclass, field
from enum import Enum, auto

from pipeline.language.tense_context import FINITE, Sentence, finite, infinitive, supine
from pipeline.language.tense_lexicon import Analysis, Form

_LONGEST_START = 40
_ENDS_CLAUSE = frozenset({",", ";", ":", ".", "!", "?", "–", "—", ")"})


class _State(Enum):
    MAIN = auto()
    WAITING = auto()
    TAKEN = auto()


@dataclass(frozen=True, slots=True)
class FiniteVerb:
    """A finite verb in its place."""

    index: int
    analysis: Analysis
    subordinate: bool


@dataclass(slots=True)
class Clauses:
    """A sentence cut into levels.

    Attributes:
        subordinate: For each token, whether it lies in a subordinate clause.
        verbs: The finite verbs in order.
    """

    subordinate: list[bool] = field(default_factory=list)
    verbs: list[FiniteVerb] = field(default_factory=list)

    def main_verbs(self) -> list[FiniteVerb]:
        """Return the finite verbs of main clauses."""
        return [verb for verb in self.verbs if not verb.subordinate]


class _Scan:
    """One walk over the words; `open_supine` is set while a subordinate "har" lacks its verb."""

    def __init__(self, s: Sentence) -> None:
        self.s = s
        self.result = Clauses()
        self.state = _State.MAIN
        self.open_supine = False
        self.n_finite = sum(finite(s, index) is not None for index in range(len(s.words)))

    def run(self) -> Clauses:
        for index in range(len(self.s.words)):
            self._step(index)
            self.result.subordinate.append(self.state is not _State.MAIN)
        return self.result

    def _step(self, index: int) -> None:
        if opens_clause(self.s, index, self.n_finite):
            self.state = _State.WAITING
            return
        analysis = finite(self.s, index)
        if analysis is not None:
            self._take(index, analysis)
        elif supine(self.s, index) is not None:
            self._take_supine()
        elif self.state is _State.TAKEN and self.s.words[index] in _ENDS_CLAUSE:
            self.state = _State.MAIN

    def _take(self, index: int, analysis: Analysis) -> None:
        subordinate = self.state is _State.WAITING or (
            self.state is _State.TAKEN and self._is_coordinated(index)
        )
        self.state = _State.TAKEN if subordinate else _State.MAIN
        self.open_supine = subordinate and analysis.lemma == "ha"
        self.result.verbs.append(FiniteVerb(index, analysis, subordinate))

    def _take_supine(self) -> None:
        if self.state is _State.WAITING:
            self.state = _State.TAKEN
        elif self.state is _State.TAKEN and not self.open_supine:
            self.state = _State.MAIN if self._main_lacks_supine() else _State.TAKEN
        self.open_supine = False

    def _main_lacks_supine(self) -> bool:
        main = self.result.main_verbs()
        return bool(main) and main[-1].analysis.lemma == "ha"

    def _is_coordinated(self, index: int) -> bool:
        before = index - 1
        while before > 0 and self.s.words[before] in self.s.lists.adverbs:
            before -= 1
        # "Den som åker fast får böta": no conjunction without a comma.
        fast = self.s.word(before) == "fast" and self.s.word(before - 1) != ","
        return self.s.word(before) in self.s.lists.conjunctions and not fast


def clauses(s: Sentence) -> Clauses:
    """Tell main from subordinate clauses."""
    return _Scan(s).run()


def opens_clause(s: Sentence, index: int, n_finite: int) -> bool:
    """Tell whether the word opens a subordinate clause with a verb of its own."""
    word = s.words[index]
    if word == "att":
        return _att_opens_clause(s, index)
    if word == "som":
        return _som_opens_clause(s, index, n_finite)
    if word in s.lists.subordinators:
        return True
    if word in s.lists.inverting:
        return _inverting_opens_clause(s, index, n_finite)
    if word in s.lists.relative_heads:
        return s.word(index + 1) in s.lists.relative_subjects
    if word in s.lists.prepositional:
        return _preposition_opens_clause(s, index, n_finite)
    return False


def _att_opens_clause(s: Sentence, index: int) -> bool:
    """A finite verb before any infinitive: "att polisen syns", not "att synas"."""
    for place in range(index + 1, min(index + _LONGEST_START, len(s.words))):
        if finite(s, place) is not None:
            return True
        found = infinitive(s, place)
        if s.words[place] in _ENDS_CLAUSE or (found and not _is_noun_like(s, place, index)):
            return False
    return False


def _is_noun_like(s: Sentence, place: int, att: int) -> bool:
    found = s.of(place, Form.INFINITIVE, Form.INFINITIVE_S)
    return bool(found and found.homograph) and place > att + 1


def _som_opens_clause(s: Sentence, index: int, n_finite: int) -> bool:
    """Not in comparisons: "som grund för …" at the start, "såväl … som", "så … som möjligt"."""
    if s.word(index + 1) in ("möjligt", "helst", "t.ex."):
        return False
    if index == 0:
        return n_finite > 1
    if s.word(index - 1) in s.lists.roles and s.noun(index + 1):
        return False
    return "såväl" not in s.words[:index]


def _inverting_opens_clause(s: Sentence, index: int, n_finite: int) -> bool:
    """Not where the finite verb follows: "Då hölls", "Hur går det", "Vilka insatser gjordes"."""
    if s.words[index] == "så":
        return False
    if index == 0 and s.words[index] in ("vilka", "vilken", "vilket", "då", "där"):
        return n_finite > 1 and s.of(1, *FINITE) is None
    if s.words[index] in ("där", "då", "dit") and not s.noun(index + 1):
        return s.subject(index + 1)
    follows = index + 1 < len(s.words) and finite(s, index + 1) is not None
    opening = index == 0 or s.words[index - 1] in s.lists.conjunctions
    return not (follows and opening)


def _preposition_opens_clause(s: Sentence, index: int, n_finite: int) -> bool:
    """A clause when two verbs ask for one ("Om det behövs görs …") or a pronoun follows."""
    if index == 0:
        dated = s.word(1).isdigit() or s.word(1) == "dess" or s.word(2).isdigit()
        return n_finite > 1 and not dated and _has_subject_and_verb(s, 0, 4)
    opens = s.word(index + 1) in s.lists.subjects or s.words[index] == "tills"
    return opens and _has_subject_and_verb(s, index, 3)


def _has_subject_and_verb(s: Sentence, index: int, reach: int) -> bool:
    if s.of(index + 1, *FINITE):
        return False
    places = range(index + 2, index + 2 + reach)
    return any(place < len(s.words) and finite(s, place) for place in places)
