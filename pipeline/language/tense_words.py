"""The Swedish function words and verb groups that the reading of tense goes by."""

from dataclasses import dataclass, fields
from functools import cache

from pipeline.toml import read_toml

SOURCE = "tense_words.toml"


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of `tense_words.toml`, under the names they have there."""

    performative: frozenset[str]
    promise_givers: frozenset[str]
    promise_nouns: frozenset[str]
    intending: frozenset[str]
    continuing: frozenset[str]
    deontic: frozenset[str]
    modal: frozenset[str]
    past_modals: frozenset[str]
    deponents: frozenset[str]
    no_passive: frozenset[str]
    attributive: frozenset[str]
    verbs_first: frozenset[str]
    never: frozenset[str]
    never_behind: frozenset[str]
    adjectives: frozenset[str]
    prepositional_verbs: frozenset[str]
    light_objects: frozenset[str]
    negations: frozenset[str]
    negation_cancelled_by: frozenset[str]
    subordinators: frozenset[str]
    inverting: frozenset[str]
    relative_heads: frozenset[str]
    relative_subjects: frozenset[str]
    roles: frozenset[str]
    prepositional: frozenset[str]
    pronouns: frozenset[str]
    subjects: frozenset[str]
    plural_determiners: frozenset[str]
    singular_determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    adverbs: frozenset[str]
    numerals: frozenset[str]
    after_each: frozenset[str]
    agents: frozenset[str]
    prefixes: frozenset[str]


@cache
def word_lists() -> WordLists:
    """Return the function words and verb groups."""
    lists = read_toml("pipeline.language", SOURCE)
    return WordLists(**{field.name: frozenset(lists[field.name]) for field in fields(WordLists)})
