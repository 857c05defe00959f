"""Learns which words lines of each role have: `pipeline/parser/learned_words.tsv`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pipeline.parser.words_of_roles import RoleWords

WORDS = Path("pipeline/parser/learned_words.tsv")

_LEAST_TEXTS = 3
"""A word is learned that so many texts have: one that fewer have tells of these texts alone."""
_STRENGTH = 8.0
"""How far the weights may go to fit the lines (inverse of the L2 penalty)."""

_LEAST_WEIGHT = 0.3
"""A word that weighs less for every label is left out."""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line of a coded text.

    Attributes:
        source: The text it stands in.
        features: What the model looks at in it.
        label: Its coarse label.
    """

    source: str
    features: frozenset[str]
    label: str


def learn_role_words(lines: Iterable[ToldLine]) -> RoleWords:
    """Return a model of the words of each label.

    Args:
        lines: Coded lines; each label must occur.
    """
    labels, weights = _table(list(lines))
    return RoleWords(labels, weights, chain.from_iterable(weights.values()))


def as_tsv(lines: Iterable[ToldLine]) -> str:
    """Return what is learned as the file that the parser reads."""
    labels, weights = _table(list(lines))
    rows = [
        ["", *labels],
        *([name, *(f"{cell:.1f}" for cell in row)] for name, row in weights.items()),
    ]
    return "\n".join("\t".join(row) for row in rows) + "\n"


def _table(lines: Sequence[ToldLine]) -> tuple[list[str], Mapping[str, Sequence[float]]]:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import normalize

    known = _known(lines)
    counted = [dict.fromkeys(line.features & known, 1.0) for line in lines]
    vectorizer = DictVectorizer()
    told = normalize(vectorizer.fit_transform(counted))
    model = LogisticRegression(C=_STRENGTH, max_iter=3000)
    model.fit(told, [line.label for line in lines])
    weights = {"": [round(float(cell), 1) for cell in model.intercept_]}
    for name, row in zip(vectorizer.feature_names_, model.coef_.T, strict=True):
        if abs(row).max() >= _LEAST_WEIGHT:
            weights[name] = [round(float(cell), 1) for cell in row]
    return [str(label) for label in model.classes_], weights


def _known(lines: Iterable[ToldLine]) -> frozenset[str]:
    texts = {(name, line.source) for line in lines for name in line.features}
    counts = Counter(name for name, _ in texts)
    return frozenset(name for name, count in counts.items() if count >= _LEAST_TEXTS)
