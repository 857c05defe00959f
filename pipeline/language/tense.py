"""Tells the tense and modality of a Swedish sentence or fragment, by rules over its words.

    >>> read_tense("Under året har polisen besökt skolor .".split()).main
    <Tense.PERFECT: 'perfect'>

The main tense is that of the first finite verb of a main clause. A text without one
is read by its opening form: infinitive ("Att utveckla …"), supine ("Gjort 57
insatser") or participle ("Genomförda kontroller"); what remains is verbless.
"""

from collections.abc import Sequence

from spacy.tokens import Span as Words

from pipeline.language.tense_clauses import Clauses, clauses
from pipeline.language.tense_context import Sentence, sentence
from pipeline.language.tense_fragments import opening, read_fragment
from pipeline.language.tense_groups import read_group
from pipeline.language.tense_types import Found, Tense, TenseReading
from pipeline.readers.canonical import visible

__all__ = ["Found", "Tense", "TenseReading", "read_tense", "tense_of"]

_KNOWN = "tense"


def tense_of(sentence: Words) -> TenseReading:
    """Read the tense of a sentence of a document, once however often it is asked for."""
    known: dict[tuple[int, int], TenseReading] = sentence.doc.user_data.setdefault(_KNOWN, {})
    place = sentence.start, sentence.end
    if place not in known:
        known[place] = read_tense([visible(token.text) for token in sentence if not token.is_space])
    return known[place]


def read_tense(words: Sequence[str]) -> TenseReading:
    """Read the tense of one sentence.

    Args:
        words: The tokens of the sentence as they stand, punctuation included.

    Returns:
        The reading. Never raises, whatever the tokens are.
    """
    s = sentence(words)
    c = clauses(s)
    groups = [read_group(s, c, verb) for verb in c.verbs]
    head = _head(s, c, groups)
    if head is not None and head not in groups:
        groups = sorted([*groups, head], key=lambda found: found.index)
    main = Tense.VERBLESS if head is None else head.tense
    return TenseReading(main, tuple(groups), _is_negated(s, c))


def _head(s: Sentence, c: Clauses, groups: list[Found]) -> Found | None:
    """Return the group that stands for the whole sentence."""
    first = opening(s, c)
    if first is not None:
        return first
    for group in groups:
        if not group.subordinate:
            return group
    return read_fragment(s, c) or _promoted(s, groups)


def _promoted(s: Sentence, groups: list[Found]) -> Found | None:
    """Let a clause with "att" that stands alone speak for itself: "Att polisen syns mer"."""
    opens = next((word for word in s.words if word[:1].isalpha()), "")
    return groups[0] if groups and opens == "att" else None


def _is_negated(s: Sentence, c: Clauses) -> bool:
    return any(
        word in s.lists.negations
        and s.word(index - 1) != "att"  # "bad dem att inte köpa ut" denies nothing
        and s.word(index + 1) not in s.lists.negation_cancelled_by
        and (not c.subordinate[index] or all(c.subordinate))
        for index, word in enumerate(s.words)
    )
