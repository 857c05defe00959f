"""Which lines of a page speak of the same: what came of a promise mostly takes up its words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log, sqrt

from pipeline.parser.blocks import Block
from pipeline.parser.ties.likeness import grams

ECHOES, ECHOED = "echoes", "echoed"
ECHOES_ABOVE, ECHOED_BELOW = "echoes_above", "echoed_below"

_FEWEST_WORDS = 4
_MOST_LIKE = 0.5
_LEAST = 0.1


def echoes(blocks: Sequence[Block]) -> Iterator[tuple[int, str, float]]:
    """Yield how far blocks take up what others say: (block, evidence, strength 0-1)."""
    told = {i: grams(b.text) for i, b in enumerate(blocks) if b.n_words >= _FEWEST_WORDS}
    counts = Counter(gram for each in told.values() for gram in each)
    rarity = {gram: log((1 + len(told)) / n) for gram, n in counts.items()}
    lengths = {i: sqrt(sum(rarity[gram] for gram in each)) for i, each in told.items()}
    where: dict[str, list[int]] = defaultdict(list)
    echoing, echoed = [0.0] * len(blocks), [0.0] * len(blocks)
    best: dict[tuple[int, str], float] = {}
    for i, each in told.items():
        shared: dict[int, float] = defaultdict(float)
        for gram in each:
            for j in where[gram]:
                shared[j] += rarity[gram]
            where[gram].append(i)
        for j, common in shared.items():
            like = common / ((lengths[i] * lengths[j]) or 1)
            echoing[i], echoed[j] = max(echoing[i], like), max(echoed[j], like)
            if j == i - 1:
                best[i, ECHOES_ABOVE] = best[j, ECHOED_BELOW] = like
    best |= {(i, ECHOES): like for i, like in enumerate(echoing)}
    best |= {(i, ECHOED): like for i, like in enumerate(echoed)}
    for (i, name), like in sorted(best.items()):
        if like >= _LEAST:
            yield i, name, min(1.0, like / _MOST_LIKE)
