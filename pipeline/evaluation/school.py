"""The lessons of the project, and what is learned from them.

First the words of each role (`learned_words.tsv`), then what is added to the weights
(`learned.toml`). For the latter a text is read with words learned from other authors' texts only:
from its own ones it would learn to trust them more than they deserve. Last, what the signs of a
tie weigh (`ties/learned.toml`), in texts read with what was learned before.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from pipeline.codes import Role
from pipeline.document import Document
from pipeline.evaluation.coding import CodedDocument
from pipeline.evaluation.coding_files import read_coding
from pipeline.evaluation.fitting import fit
from pipeline.evaluation.folders import CODING, LAYOUTS, RAW
from pipeline.evaluation.layouts import OTHER, LayoutDocument, label_of, read_layouts
from pipeline.evaluation.lessons import (
    Lesson,
    lesson_of_dress,
    lesson_of_layout,
    meant,
    roles_by_words,
    words_alone,
)
from pipeline.evaluation.role_words import ToldLine, learn_role_words
from pipeline.evaluation.tie_fitting import fit_ties
from pipeline.evaluation.tie_lessons import TieLesson, lessons_of_structure, tie_lessons
from pipeline.parser.knowledge import Knowledge
from pipeline.parser.parse import weighed_blocks
from pipeline.parser.path import Model, is_off_topic
from pipeline.parser.weights import Key, Weights, flat, given_weights, with_numbers
from pipeline.parser.words_of_roles import RoleWords, features, headings
from pipeline.readers import read

_OWN = "own-"
_PUBLISHED = "published"
LEARNED = Path("pipeline/parser/learned.toml")
LEARNED_TIES = Path("pipeline/parser/ties/learned.toml")
FIXTURES = Path("tests/fixtures")

_SEEDS = ("first", "second")
"""How the names of fixtures tell the published document that they show, in the gold's order."""
_FORMATS = ("html", "docx", "pdf")
_EACH = 2
"""Of so many fixtures one is a lesson: they show the same two texts."""
_PLANS = (
    "Arbetet ska följas upp under nästa år.",
    "Vi kommer att fortsätta med samtalen.",
    "Kommunen ska se över sina rutiner.",
    "Polisen kommer att fortsätta arbetet.",
    "Polisen ska utöka arbetet till fler byar.",
)
"""Sentences that promise, and yet belong to a result where they end it."""
_FOLDS = 5
_TIMES_DRESSED = 2
"""How often the dresses of the published documents are read, which must be read without a fault."""
_TIMES_PUBLISHED = 2
"""How often the texts modelled on published pages are read: they are like those to come."""

_HEAD = """\
# What is added to the weights of `weights.toml`: learned from the texts of `tests/` that are not
# held out. Written by `make fit`; change `weights.toml` instead.
"""
_TIES_HEAD = """\
# What each sign of a tie weighs: learned from the texts of `tests/` that are not held out.
# Written by `make fit`; the signs stand in `signs.py`.

[signs]
"""


def learn() -> dict[Key, float]:
    """Return what is to be added to the weights set by hand."""
    return fit(given_weights(), _lessons(()))


def learn_ties(
    role_words: RoleWords, learned: Mapping[Key, float], left_out: Collection[str] = ()
) -> dict[str, float]:
    """Return what each sign of a tie weighs.

    Args:
        role_words: The words of each role.
        learned: What is added to the weights set by hand.
        left_out: Families of layouts that nothing is learned from.
    """
    knowledge = Knowledge(role_words, Model(corrected(learned)), {})
    lessons: list[TieLesson] = []
    for coded in _seen(left_out):
        document = read((LAYOUTS / coded.source_name).read_bytes(), coded.source_name)
        found = list(tie_lessons(document, coded, knowledge))
        lessons += found * (1 if coded.family else _TIMES_PUBLISHED)
    for _, document in _dressed():
        lessons += lessons_of_structure(document, knowledge)
    return fit_ties(lessons)


def learn_without(family: str) -> Knowledge:
    """Return what is learned without a family of layouts, in one order only."""
    learned = fit(given_weights(), _lessons([family]), orders=(1,))
    words = learn_role_words(told_lines([family]))
    return Knowledge(words, Model(corrected(learned)), learn_ties(words, learned, [family]))


def told_lines(left_out: Collection[str] = ()) -> list[ToldLine]:
    """Return the lines of the texts that are not held out, each with its label.

    Args:
        left_out: Families of layouts whose lines are left out.
    """
    return [*_lines_of_layouts(left_out), *_lines_of_published()]


def _lessons(left_out: Collection[str]) -> list[Lesson]:
    words = _words_of_others(told_lines(left_out))
    return [*_of_layouts(words, left_out), *(list(_of_dresses(words)) * _TIMES_DRESSED)]


def _author(source_name: str) -> str:
    """Return who wrote a text, by its name: `own-a03.txt`, `001.txt`, a published document."""
    is_own = source_name.startswith(_OWN)
    return source_name[: -len("03.txt")] if is_own else source_name[:1]


def _words_of_others(lines: Sequence[ToldLine]) -> Mapping[str, RoleWords]:
    """Return by author the words of texts by others; some authors share what the rest say."""
    authors = sorted({_author(line.source) for line in lines})
    found: dict[str, RoleWords] = {}
    for fold in range(_FOLDS):
        apart = authors[fold::_FOLDS]
        words = learn_role_words(line for line in lines if _author(line.source) not in apart)
        found |= dict.fromkeys(apart, words)
    return found


def corrected(learned: Mapping[Key, float]) -> Weights:
    """Return the weights set by hand with corrections added."""
    total = flat(given_weights())
    for key, weight in learned.items():
        total[key] = total.get(key, 0.0) + weight
    return with_numbers(given_weights(), total)


def ties_as_toml(learned: Mapping[str, float]) -> str:
    """Return what signs of ties weigh as the file that the parser reads."""
    return _TIES_HEAD + "".join(f"{name} = {value:+.2f}\n" for name, value in learned.items())


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


def _seen(left_out: Collection[str]) -> Iterator[LayoutDocument]:
    for coded in read_layouts(LAYOUTS):
        if not coded.held_out and (coded.family or coded.gold_set) not in left_out:
            yield coded


def _lines_of_layouts(left_out: Collection[str]) -> Iterator[ToldLine]:
    for coded in _seen(left_out):
        path = LAYOUTS / coded.source_name
        found = weighed_blocks(read(path.read_bytes(), path.name))
        for block, heading in zip(found, headings(found), strict=True):
            if told := meant(coded.blocks, block):
                yield ToldLine(coded.source_name, features(block.text, heading), told.label)


def _lines_of_published() -> Iterator[ToldLine]:
    texts = _published()
    for coded in read_coding(CODING):
        document = texts[coded.text_sha256]
        roles, found = roles_by_words(coded, document.text), weighed_blocks(document)
        for block, heading in zip(found, headings(found), strict=True):
            for role in roles.get(words_alone(block.text), set()) - {Role.RESULT_HEADING}:
                yield ToldLine(_PUBLISHED, features(block.text, heading), label_of(role))


def _of_layouts(words: Mapping[str, RoleWords], left_out: Collection[str]) -> Iterator[Lesson]:
    """Yield the test texts; one that holds promises and never says so would teach to guess."""
    model = Model(given_weights())
    for coded in _seen(left_out):
        own = words[_author(coded.source_name)]
        path = LAYOUTS / coded.source_name
        document = read(path.read_bytes(), path.name)
        dresses = [read(each.read_bytes(), each.name) for each in _layout_dresses(path.stem)]
        for each in (document, *dresses):
            lesson = lesson_of_layout(each, coded, document.text, model, own)
            if coded.family == OTHER or not is_off_topic(lesson.clues):
                yield from [lesson] * (1 if coded.family else _TIMES_PUBLISHED)


def _layout_dresses(name: str) -> list[Path]:
    return sorted((FIXTURES / "layouts").glob(f"{name}.*"))


def _published() -> Mapping[str, Document]:
    """Return the published documents by the hash of their text."""
    texts = {}
    for path in sorted(path for path in RAW.rglob("*") if path.suffix in (".txt", ".md")):
        document = read(path.read_bytes(), path.name)
        texts[sha256(document.text.encode()).hexdigest()] = document
    return texts


def _of_dresses(words: Mapping[str, RoleWords]) -> Iterator[Lesson]:
    """Yield the published documents, as they are and in other dresses."""
    model, own = Model(given_weights()), words[_author(_PUBLISHED)]
    texts = _published()
    for coded, document in _dressed():
        yield lesson_of_dress(document, coded, texts[coded.text_sha256].text, model, own)
    for coded in read_coding(CODING):
        original = texts[coded.text_sha256]
        for plan in _PLANS:
            for document in _with_plans(coded, original, plan):
                added = {plan: Role.RESULT}
                yield lesson_of_dress(document, coded, original.text, model, own, added)


def _dressed() -> Iterator[tuple[CodedDocument, Document]]:
    """Yield the published documents, as they are, with gaps, and in other dresses."""
    texts = _published()
    for number, coded in enumerate(read_coding(CODING)):
        original = texts[coded.text_sha256]
        dresses = list(_dresses(_SEEDS[number]))[::_EACH]
        for document in (original, *_gaps(coded, original), *dresses):
            yield coded, document


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
