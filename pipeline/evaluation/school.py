"""The lessons of the project, and what is learned from them: `learned.toml`."""

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from pipeline.codes import Role
from pipeline.document import Document
from pipeline.evaluation.coding import CodedDocument
from pipeline.evaluation.coding_files import read_coding
from pipeline.evaluation.fitting import fit
from pipeline.evaluation.folders import CODING, LAYOUTS, RAW
from pipeline.evaluation.layouts import read_layouts
from pipeline.evaluation.lessons import Lesson, lesson_of_dress, lesson_of_layout
from pipeline.parser.path import Model
from pipeline.parser.weights import Key, Weights, flat, given_weights, with_numbers
from pipeline.readers import read

LEARNED = Path("pipeline/parser/learned.toml")
FIXTURES = Path("tests/fixtures")

_SEEDS = ("first", "second")
"""How the names of fixtures tell the published document that they show, in the gold's order."""
_FORMATS = ("html", "docx", "pdf")
_EACH = 2
"""Of so many fixtures one is a lesson: they show the same two texts."""
_PLANS = (
    "Arbetet ska följas upp under nästa år.",
    "Vi kommer att fortsätta med samtalen.",
    "Polisen ska utöka arbetet till fler byar.",
)
"""Sentences that promise, and yet belong to a result where they end it."""
_TIMES_PUBLISHED = 2
"""How often the texts modelled on published pages are read: they are like those to come."""

_HEAD = """\
# What is added to the weights of `weights.toml`: learned from the texts of `tests/` that are not
# held out. Written by `make fit`; change `weights.toml` instead.
"""


def learn(left_out: Collection[str] = ()) -> dict[Key, float]:
    """Return what is to be added to the weights set by hand.

    Args:
        left_out: Families of layouts that nothing is learned from.
    """
    return fit(given_weights(), _lessons(left_out))


def learn_without(family: str) -> dict[Key, float]:
    """Return what is learned without a family of layouts, in one order only."""
    return fit(given_weights(), _lessons([family]), orders=(1,))


def _lessons(left_out: Collection[str]) -> list[Lesson]:
    model = Model(given_weights())
    return [*_of_layouts(model, left_out), *_of_dresses(model)]


def corrected(learned: Mapping[Key, float]) -> Weights:
    """Return the weights set by hand with corrections added."""
    total = flat(given_weights())
    for key, weight in learned.items():
        total[key] = total.get(key, 0.0) + weight
    return with_numbers(given_weights(), total)


def as_toml(learned: Mapping[Key, float]) -> str:
    """Return corrections as the file that the parser reads."""
    tables: dict[str, list[str]] = {}
    for (*path, name), weight in sorted(learned.items()):
        table = ".".join(path)
        tables.setdefault(table, []).append(f"{_quoted(name)} = {weight:+.2f}")
    parts = ["\n".join([f"[{table}]", *lines]) for table, lines in tables.items()]
    return "\n\n".join([_HEAD.rstrip(), *parts]) + "\n"


def _quoted(name: str) -> str:
    return name if name.isidentifier() else f'"{name}"'


def _of_layouts(model: Model, left_out: Collection[str]) -> Iterator[Lesson]:
    for coded in read_layouts(LAYOUTS):
        if coded.held_out or (coded.family or coded.gold_set) in left_out:
            continue
        path = LAYOUTS / coded.source_name
        document = read(path.read_bytes(), path.name)
        dresses = [read(each.read_bytes(), each.name) for each in _layout_dresses(path.stem)]
        for each in (document, *dresses):
            lesson = lesson_of_layout(each, coded, document.text, model)
            yield from [lesson] * (1 if coded.family else _TIMES_PUBLISHED)


def _layout_dresses(name: str) -> list[Path]:
    return sorted((FIXTURES / "layouts").glob(f"{name}.*"))


def _of_dresses(model: Model) -> Iterator[Lesson]:
    """Yield the published documents, as they are and in other dresses."""
    texts = {}
    for path in sorted(path for path in RAW.rglob("*") if path.suffix in (".txt", ".md")):
        document = read(path.read_bytes(), path.name)
        texts[sha256(document.text.encode()).hexdigest()] = document
    for number, coded in enumerate(read_coding(CODING)):
        original = texts[coded.text_sha256]
        dresses = [original, *_gaps(coded, original), *list(_dresses(_SEEDS[number]))[::_EACH]]
        for document in dresses:
            yield lesson_of_dress(document, coded, original.text, model)
        for plan in _PLANS:
            for document in _with_plans(coded, original, plan):
                added = {plan: Role.RESULT}
                yield lesson_of_dress(document, coded, original.text, model, added)


def _with_plans(coded: CodedDocument, original: Document, plan: str) -> Iterator[Document]:
    """Yield a document as if one of its results, under its label, ended with a plan."""
    labelled = [result for result in coded.results if result.label]
    for result in labelled[::_EACH]:
        end = result.span.end
        text = f"{original.text[:end]}\n\n{plan}{original.text[end:]}"
        yield read(text.encode(), "text")


def _gaps(coded: CodedDocument, original: Document) -> Iterator[Document]:
    """Yield a document as if some of its results had not been written."""
    for result in coded.results[::_EACH]:
        start = original.text.rfind("\n", 0, result.span.start) + 1
        end = original.text.find("\n", result.span.end)
        text = original.text[:start] + (original.text[end + 1 :] if end >= 0 else "")
        yield read(text.encode(), "text")


def _dresses(seed: str) -> Iterator[Document]:
    for folder in _FORMATS:
        for path in sorted((FIXTURES / folder).glob(f"*-{seed}.*")):
            if not path.name.startswith("bad-"):
                yield read(path.read_bytes(), path.name)
