"""What a finite verb says together with the words it governs: "har … gjorts", "är gjorda"."""

from collections.abc import Callable, Iterator
from itertools import dropwhile

from pipeline.language.tense_clauses import Clauses, FiniteVerb
from pipeline.language.tense_context import Sentence, infinitive, participle, supine
from pipeline.language.tense_lexicon import Analysis, Form
from pipeline.language.tense_types import Found, Tense

_REFLEXIVES = frozenset({"sig", "oss", "mig", "dig", "er"})
_NEED_REFLEXIVE = frozenset({"åta", "förbinda"})
# "för att" gives a purpose and "genom att" a means: neither is governed by the verb.
_FREE_ATT = frozenset({"för", "genom", "utan", "efter", "av", "till", "om", "syfte"})
_S_FORMS = frozenset({Form.PRESENT_S, Form.PRETERITE_S, Form.SUPINE_S, Form.INFINITIVE_S})
_PAST = frozenset({Form.PRETERITE, Form.PRETERITE_S})
_SPEAKS_OF_PROMISE = 8

Group = tuple[Tense, str, bool]
"""Tense, lemma, passive."""
Reader = Callable[[Sentence, list[int], FiniteVerb], Group | None]


def read_group(s: Sentence, c: Clauses, verb: FiniteVerb) -> Found:
    """Read one finite verb and what belongs to it."""
    after = list(_following(s, c, verb))
    for reader in _READERS:
        group = reader(s, after, verb)
        if group is not None:
            tense, lemma, passive = group
            return Found(tense, verb.index, lemma, passive, verb.subordinate)
    return Found(*_by_form(s, verb), subordinate=verb.subordinate)


def _following(s: Sentence, c: Clauses, verb: FiniteVerb) -> Iterator[int]:
    """Yield the tokens behind the verb on its own level, up to the next finite verb there."""
    stops = {v.index for v in c.verbs if v.subordinate == verb.subordinate}
    for index in range(verb.index + 1, len(s.words)):
        if index in stops or s.words[index] in (";", "."):
            return
        if c.subordinate[index] == verb.subordinate:
            yield index
        elif verb.subordinate:
            return


def _perfect(s: Sentence, after: list[int], verb: FiniteVerb) -> Group | None:
    if verb.analysis.lemma != "ha":
        return None
    past = verb.analysis.form in _PAST
    tense = Tense.PLUPERFECT if past else Tense.PERFECT
    for place, index in enumerate(after):
        found = supine(s, index)
        if found and not _describes_noun(s, index):
            return tense, *_content(s, after[place + 1 :], found)
    if [s.words[index] for index in after[:3]] == ["för", "avsikt", "att"]:
        return Tense.FUTURE, "avse", False
    return (tense, "ha", False) if _leads_in(s, after, verb) else None


def _describes_noun(s: Sentence, index: int) -> bool:
    """Between article and noun stands a participle: "har ett utökat samarbete"."""
    ambiguous = s.of(index, Form.PARTICIPLE) is not None
    return ambiguous and s.word(index - 1) in ("ett", "vårt", "sitt", "det", "ökat")


def _leads_in(s: Sentence, after: list[int], verb: FiniteVerb) -> bool:
    """A lead-in leaves its supines to the lines below: "Polisen har under 2018:"."""
    if not after or s.words[-1] != ":":
        return False
    first = s.words[after[0]]
    opening = first == ":" or first in s.lists.prepositions or first in s.lists.adverbs
    return opening or s.subject(after[0])


def _content(s: Sentence, after: list[int], found: Analysis) -> tuple[str, bool]:
    """Follow auxiliaries to the verb that carries the meaning: lemma, passive."""
    for index in after:
        governed = _governed(s, index, found)
        if governed is not None and governed.form is Form.PARTICIPLE:
            return governed.lemma, True
        found = governed or found
    return found.lemma, found.form in _S_FORMS and not _is_deponent(s, found)


def _governed(s: Sentence, index: int, auxiliary: Analysis) -> Analysis | None:
    """Return the token as the form that the auxiliary asks for, if it is one."""
    lemma = auxiliary.lemma
    if lemma in ("vara", "bli"):
        return participle(s, index)
    if lemma == "ha":
        return supine(s, index)
    if lemma in s.lists.modal and s.word(index - 1) != "att":
        return infinitive(s, index)
    return None


def _modal(s: Sentence, after: list[int], verb: FiniteVerb) -> Group | None:
    found, word = verb.analysis, s.words[verb.index]
    if found.lemma not in s.lists.modal or found.form in _S_FORMS:
        return None
    lemma, passive = _content(s, after, found)
    if word in s.lists.past_modals:
        return Tense.PAST_MODAL, lemma, passive
    if found.lemma in s.lists.deontic:
        return Tense.DEONTIC, lemma, passive
    return _plain(found.form), lemma, passive


def _obliged(s: Sentence, after: list[int], verb: FiniteVerb) -> Group | None:
    """Read "har att genomföra": is obliged to; not "det har att göra med"."""
    found = verb.analysis
    if found.lemma != "ha" or found.form is not Form.PRESENT:
        return None
    rest = list(dropwhile(lambda index: s.words[index] in s.lists.adverbs, after))
    if not rest or s.words[rest[0]] != "att":
        return None
    index = _infinitive_behind(s, rest[0])
    governed = infinitive(s, index) if index < len(s.words) else None
    if governed is None or (governed.lemma == "göra" and s.word(index + 1) == "med"):
        return None
    return Tense.DEONTIC, *_content(s, [each for each in rest if each > index], governed)


def _copula(s: Sentence, after: list[int], verb: FiniteVerb) -> Group | None:
    found = verb.analysis
    if found.lemma not in ("vara", "bli"):
        return None
    lemma, passive = _content(s, after, found)
    if not passive:
        return None
    if found.form in _PAST:
        return Tense.PASSIVE_PAST, lemma, True
    return Tense.PARTICIPLE if found.lemma == "vara" else Tense.PASSIVE_PRESENT, lemma, True


def _future(s: Sentence, after: list[int], verb: FiniteVerb) -> Group | None:
    found = verb.analysis
    if found.lemma not in s.lists.intending or found.form is not Form.PRESENT:
        return None
    index = _governed_infinitive(s, after, far=found.lemma == "komma")
    if index is None:
        return None
    governed = infinitive(s, index) if index < len(s.words) else None
    if governed is None or found.lemma != "komma":
        return Tense.FUTURE, found.lemma, False
    rest = [each for each in after if each > index]
    return Tense.FUTURE, *_content(s, rest, governed)


def _governed_infinitive(s: Sentence, after: list[int], *, far: bool) -> int | None:
    """Return where the infinitive or its open end (`kommer att:`) stands, else None."""
    for index in after:
        word = s.words[index]
        if word == "att":
            return None if s.word(index - 1) in _FREE_ATT else _infinitive_behind(s, index)
        if infinitive(s, index):
            return index
        if word == ":" and far:
            return index
        near = word in s.lists.adverbs or word in s.lists.prepositions or s.subject(index)
        if not (far or near or word in s.lists.conjunctions):
            return None
    return None


def _infinitive_behind(s: Sentence, att: int) -> int:
    places = range(att + 1, len(s.words))
    return next((place for place in places if infinitive(s, place)), len(s.words))


def _continuing(s: Sentence, after: list[int], verb: FiniteVerb) -> Group | None:
    found = verb.analysis
    if found.lemma not in s.lists.continuing or found.form is not Form.PRESENT:
        return None
    governs = _governed_infinitive(s, after, far=False) is not None
    with_object = bool(after) and any(s.words[index] == "med" for index in after[:4])
    return (Tense.CONTINUES, found.lemma, False) if governs or with_object else None


def _promise(s: Sentence, after: list[int], verb: FiniteVerb) -> Group | None:
    found = verb.analysis
    if found.form not in (Form.PRESENT, Form.PRESENT_S):
        return None
    passive = found.form is Form.PRESENT_S
    near = {s.words[index] for index in after[:_SPEAKS_OF_PROMISE]}
    says_so = found.lemma in s.lists.performative
    if says_so and (found.lemma not in _NEED_REFLEXIVE or near & _REFLEXIVES):
        return Tense.PROMISES, found.lemma, passive
    if found.lemma in s.lists.promise_givers and near & s.lists.promise_nouns:
        return Tense.PROMISES, found.lemma, passive
    return None


def _by_form(s: Sentence, verb: FiniteVerb) -> tuple[Tense, int, str, bool]:
    found = verb.analysis
    if found.form in _S_FORMS and not _is_deponent(s, found):
        past = found.form in _PAST
        tense = Tense.PASSIVE_PAST if past else Tense.PASSIVE_PRESENT
        return tense, verb.index, found.lemma, True
    return _plain(found.form), verb.index, found.lemma, False


def _plain(form: Form) -> Tense:
    return Tense.PRETERITE if form in _PAST else Tense.PRESENT


def _is_deponent(s: Sentence, found: Analysis) -> bool:
    return found.lemma in s.lists.deponents


_READERS: tuple[Reader, ...] = (_obliged, _perfect, _modal, _copula, _future, _continuing, _promise)
