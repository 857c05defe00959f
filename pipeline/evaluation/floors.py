"""The floors of the scores: `tests/floors.toml`, below which no change may bring the parser.

A floor holds for the corpus that it was measured on, so the file names that corpus by its
fingerprint. Floors are whole ten-thousandths, rounded down.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.evaluation.blocks import CORE
from pipeline.evaluation.coded_files import FOLDER as CODED
from pipeline.evaluation.facts import FACTS
from pipeline.evaluation.full import ROWS
from pipeline.evaluation.report import (
    DOCUMENTS_EXACT,
    KEPT_EMPTY,
    PERIODS,
    TIES,
    GoldSet,
    Group,
    Report,
)
from pipeline.evaluation.told_scores import Told

PATH = Path("tests/floors.toml")

_SCORES = {"core_f1": CORE, "rows_f1": ROWS}
_SHARES = {
    "ties": TIES,
    "periods": PERIODS,
    "documents_exact": DOCUMENTS_EXACT,
    "document_facts": FACTS,
    "kept_empty": KEPT_EMPTY,
}
_HIDDEN = (f"{GoldSet.OWN_HELD_OUT}.", "coded_held_out.")
_HEAD = """\
# Floors of the scores, set by set (see docs/evaluation.md). `make check` fails below one of them.
# `make floors` raises them to what is measured; `make floors LOWER="reason"` may lower them too.
"""

Floors = Mapping[str, float]
"""`set.measure` → the least it may be."""


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered: `to` is None where there is nothing to measure any more."""

    floor: str
    was: float
    to: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Pinned:
    """What the file of floors holds.

    Attributes:
        corpus: Gold folder → fingerprint of its gold and documents.
        floors: The floors.
        lowered: What was lowered, the oldest first.
    """

    corpus: Mapping[str, str]
    floors: Floors
    lowered: tuple[Lowered, ...] = ()


def measure(reports: Sequence[Report]) -> Pinned:
    """Return what a run reaches, as floors."""
    groups = [group for report in reports for group in report.sets]
    return Pinned(
        corpus={report.gold: report.sha256 for report in reports},
        floors={f"{g.name}.{name}": value for g in groups for name, value in _measures(g)},
    )


def with_coded(measured: Pinned, scores: Mapping[str, Told], digest: str) -> Pinned:
    """Add what is reached on the coded mentions, topics and times.

    Args:
        measured: What a run reaches.
        scores: Counts by set and kind.
        digest: Fingerprint of the files that code them.
    """
    coded = {
        f"coded_{group}.{kind}": _down(2 * counts.right, counts.coded + counts.found)
        for group, told in scores.items()
        for kind, counts in told.items()
        if counts.coded
    }
    corpus = {**measured.corpus, str(CODED): digest}
    return Pinned(corpus, {**measured.floors, **coded}, measured.lowered)


def _measures(group: Group) -> Iterator[tuple[str, float]]:
    scores = {score.name: score for score in group.scores}
    shares = {share.name: share for share in group.shares}
    for name, key in _SCORES.items():
        if key in scores and (total := scores[key].expected + scores[key].found):
            yield name, _down(2 * scores[key].hits, total)
    for name, key in _SHARES.items():
        if key in shares and shares[key].total:
            yield name, _down(shares[key].right, shares[key].total)


def _down(part: int, whole: int) -> float:
    return part * 10_000 // whole / 10_000


def below(pinned: Pinned, measured: Pinned) -> Iterator[str]:
    """Yield in words what lies below its floor, or was measured on another corpus."""
    for folder, digest in measured.corpus.items():
        if pinned.corpus.get(folder) != digest:
            yield (
                f"{folder} is not the corpus that the floors were measured on: its texts or its "
                "gold have changed. Put them back, or if the change is meant, run `make floors`."
            )
    for floor, was in pinned.floors.items():
        now = measured.floors.get(floor)
        if now is None or now < was:
            hidden = floor.startswith(_HIDDEN)
            look = "look for a rule that became too narrow" if hidden else "look at the differences"
            yield (
                f"{floor} is {'gone' if now is None else f'{now:.4f}'}, its floor is {was:.4f}. "
                f"Run `make evaluate` and {look}; if the loss is meant, run "
                '`make floors LOWER="reason"`.'
            )


def renewed(pinned: Pinned, measured: Pinned, why: str) -> Pinned:
    """Return the floors of what was measured.

    Args:
        pinned: The floors so far.
        measured: What a run reaches.
        why: Why floors may be lowered; empty: they may not.

    Raises:
        UsageError: A floor would be lowered without a reason.
    """
    lost = [
        Lowered(floor, was, measured.floors.get(floor), " ".join(why.split()))
        for floor, was in pinned.floors.items()
        if measured.floors.get(floor, -1.0) < was
    ]
    if lost and not why.strip():
        told = ", ".join(f"{item.floor} from {item.was:.4f} to {_told(item.to)}" for item in lost)
        raise UsageError(
            f"This would lower {told}; nothing was written. If the loss is meant, say why: "
            '`make floors LOWER="reason"`.'
        )
    return Pinned(measured.corpus, measured.floors, (*pinned.lowered, *lost))


def load_floors(path: Path = PATH) -> Pinned:
    """Return the floors of a file, none if there is no such file.

    Raises:
        UsageError: The file is not as `save_floors` writes it.
    """
    if not path.is_file():
        return Pinned({}, {})
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        return Pinned(
            corpus=data.pop("corpus"),
            lowered=tuple(
                Lowered(i["floor"], i["from"], i.get("to"), i["why"]) for i in data.pop("lowered")
            ),
            floors={f"{part}.{name}": v for part, row in data.items() for name, v in row.items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"{path} is not as `make floors` writes it ({error}): restore it."
        raise UsageError(message) from error


def save_floors(pinned: Pinned, path: Path = PATH) -> None:
    """Write floors to a file."""
    path.write_text("\n".join(_lines(pinned)) + "\n", "utf-8")


def _lines(pinned: Pinned) -> Iterator[str]:
    yield _HEAD
    yield "lowered = ["
    yield from map(_line, pinned.lowered)
    yield "]"
    yield ""
    yield "[corpus]  # SHA-256 of gold and texts"
    yield from (f"{_text(folder)} = {_text(digest)}" for folder, digest in pinned.corpus.items())
    above = ""
    for floor, value in pinned.floors.items():
        part, name = floor.split(".")
        if part != above:
            yield from ("", f"[{part}]")
        yield f"{name} = {value:.4f}"
        above = part


def _line(item: Lowered) -> str:
    to = "" if item.to is None else f"to = {item.to:.4f}, "
    floor, why = _text(item.floor), _text(item.why)
    return f"  {{ floor = {floor}, from = {item.was:.4f}, {to}why = {why} }},"


def _text(words: str) -> str:
    # What JSON escapes, TOML escapes the same way.
    return json.dumps(words, ensure_ascii=False)


def _told(value: float | None) -> str:
    return "nothing" if value is None else f"{value:.4f}"
