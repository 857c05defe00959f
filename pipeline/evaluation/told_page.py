"""The part of `docs/coding.md` on mentions, topics and times, and the scores in it."""

from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.codes import MentionKind
from pipeline.evaluation.coded_files import FOLDER, SEEDS, read_coded
from pipeline.evaluation.coded_times import TIME, score_times
from pipeline.evaluation.folders import CODING, LAYOUTS
from pipeline.evaluation.layouts import read_layouts
from pipeline.evaluation.markdown import DASH, table
from pipeline.evaluation.seed_told import score_seeds, seed_texts
from pipeline.evaluation.told_scores import TOPICS, Counts, Told, score_told

_HEAD = """
## Mentions, topics and times

Who, with whom, for whom, where, in which programme, about what and when, promise by promise and
claim by claim. *seeds* were coded by the same careful reader; *seen* and *held_out* by authors of
the test data, before the rules were tuned on *seen*. Actors and partners are right where their
codes agree, topics and times where they are the same; the others where they share half of their
words (of *seeds*, whose coding words them freely: one word, and of places only those with a name).
Only what a sentence itself names is scored, not what it inherits. Times lean on the periods that
the program itself finds in the text.
"""
_COLUMNS = ("what", "set", "coded", "found", "right", "precision", "recall", "F1")
_KINDS = (*MentionKind, TOPICS, TIME)


@cache
def told_scores() -> Mapping[str, Told]:
    """Return the counts of each set by kind of mention, of topics and of times.

    Raises:
        UsageError: A file of coded spans, or of the hand coding, cannot be read.
    """
    claims = read_coded(FOLDER / "claims.csv")
    layouts = {each.source_name: each.blocks for each in read_layouts(LAYOUTS)}
    coded = read_coded(FOLDER / "mentions.csv"), read_coded(FOLDER / "topics.csv")
    names = {each.source_name for each in coded[1]}
    texts = {name: (LAYOUTS / name).read_text("utf-8") for name in sorted(names)}
    given = {name: (text, layouts[name]) for name, text in texts.items()}
    scores: dict[str, dict[str, Counts]] = {SEEDS: dict(score_seeds(CODING, seed_texts()))}
    scores |= {group: dict(counts) for group, counts in score_told(given, *coded).items()}
    times = score_times(seed_texts(), read_coded(CODING / "claims.csv", SEEDS))
    for group, counts in (times | score_times(texts, claims)).items():
        scores[group][TIME] = counts
    return scores


def told_lines(scores: Mapping[str, Told]) -> Iterator[str]:
    """Yield the lines of the part."""
    yield _HEAD.rstrip()
    rows = [
        _row(kind, group, counts[kind])
        for kind in _KINDS
        for group, counts in scores.items()
        if kind in counts
    ]
    yield from table(_COLUMNS, rows)


def _row(kind: str, group: str, counts: Counts) -> tuple[str, ...]:
    shares = (counts.precision, counts.recall, counts.f1)
    numbers = (f"{value:.3f}" if counts.coded else DASH for value in shares)
    return (kind, group, str(counts.coded), str(counts.found), str(counts.right), *numbers)
