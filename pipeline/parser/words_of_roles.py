"""What the words of a line say it is: how often lines of each role had such words.

A multinomial logistic model over the words of a line, learned from the seen texts
(`learned_words.tsv`, written by `make fit`). It knows nothing of the lines around; what it says
is one piece of evidence among the others, see `evidence.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from pipeline.parser.blocks import Block

EVIDENCE = "reads_"
"""Before a label it names the evidence that the words are those of such lines."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_MOST_TOKENS = 60
_SUFFIX = 3
_LONGEST = 6
_HEADING_WORDS = 10


def features(text: str, heading: str = "") -> frozenset[str]:
    """Return what the model looks at in the words of a line.

    Words are in lower case, numbers are `0` (years `0000`); `^` opens what stands first, `$`
    ends what stands last, `*` the end of a word, `#` a class of length, `=` a kind of letters,
    `>` a word of the heading above.

    Args:
        text: The words of the line.
        heading: Those of the heading above it, if there is one.
    """
    stripped, tokens = _read(text)
    if not tokens:
        return frozenset()
    above = (f">{token}" for token in _read(heading)[1])
    return frozenset([*_features(stripped, tokens), *above])


def headings(blocks: Sequence[Block]) -> list[str]:
    """Return for each block the words of the nearest block above that may be a heading."""
    found: list[str] = []
    last = ""
    for block in blocks:
        found.append(last)
        if block.n_words <= _HEADING_WORDS and block.ending != "." and not block.style.marker:
            last = block.text
    return found


def _read(text: str) -> tuple[str, list[str]]:
    stripped = text.replace("\N{SOFT HYPHEN}", "").strip()
    return stripped, [_told(token) for token in _TOKEN.findall(stripped.lower())[:_MOST_TOKENS]]


def _features(stripped: str, tokens: Sequence[str]) -> Iterator[str]:
    words = [token for token in tokens if token[0].isalnum()]
    yield from tokens
    yield from (f"*{word[-_SUFFIX:]}" for word in words if len(word) > _SUFFIX + 1)
    yield from (f"^{' '.join(tokens[:n])}" for n in (1, 2, 3))
    yield f"{tokens[-1]}$"
    yield f"#{min(_LONGEST, len(words).bit_length())}"
    yield f"={_letters(stripped)}"


def _told(token: str) -> str:
    if not token.isdigit():
        return token
    return "0000" if len(token) == len("0000") else "0"


def _letters(stripped: str) -> str:
    first = next((char for char in stripped if char.isalpha()), "")
    if stripped.isupper():
        return "capitals"
    return "capital" if first.isupper() else "small"


class RoleWords:
    """The words of lines by what the lines are.

    Args:
        labels: The coarse labels of lines, in the order of the weights.
        names: The features that weigh; `""` is what every line starts from.
        weights: The weights of all labels for the first feature, then for the next, ….
    """

    def __init__(
        self, labels: Sequence[str], names: Iterable[str], weights: Iterable[float]
    ) -> None:
        self.labels = tuple(labels)
        self._rows = {name: row for row, name in enumerate(names)}
        flat = np.fromiter(weights, dtype=float)
        self._weights: NDArray[np.float64] = flat.reshape(len(self._rows), len(labels))

    def shares(self, found: frozenset[str]) -> tuple[float, ...]:
        """Return per label how likely a line has it, 0 to 1; the sum is 1.

        Args:
            found: What `features` finds in the line.
        """
        rows = sorted(row for name in found if (row := self._rows.get(name)) is not None)
        # As in learning, a line weighs the same however many words it has.
        total = self._weights[rows].sum(axis=0) / max(1.0, len(rows)) ** 0.5
        odds = np.exp(total + self._weights[self._rows[""]])
        return tuple((odds / odds.sum()).tolist())


@cache
def usual_role_words() -> RoleWords:
    """Return the model of `learned_words.tsv`."""
    text = files("pipeline.parser").joinpath("learned_words.tsv").read_text("utf-8")
    head, *lines = (line.split("\t") for line in text.splitlines())
    cells = chain.from_iterable(line[1:] for line in lines)
    return RoleWords(head[1:], [line[0] for line in lines], map(float, cells))
