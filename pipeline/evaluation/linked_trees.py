"""Tables of texts whose rows are given as coded, so that a misread layout does not count."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from pipeline.codes import Confidence, DocType, Level, ReportType, Role, Tie
from pipeline.coding.code import code
from pipeline.document import Document
from pipeline.evaluation.linked_files import GivenBlock, GivenText
from pipeline.facts.model import Facts, Municipality
from pipeline.parser.tree import Promise, Result, Segment, Theme, Tree
from pipeline.sources import ManifestRow
from pipeline.tables.build import build
from pipeline.tables.known import Source
from pipeline.tables.registry import TABLES
from pipeline.tables.schema import Tables

_ROLES = {"signatory": Role.SIGNATURE, "boilerplate": Role.PAGE_INFO}
_FIRST_CODE = 9001
"""Codes of the fictional municipalities start where no real one lies."""


def given_tables(texts: Sequence[GivenText], folder: Path) -> Tables:
    """Return the tables of texts, coded but not linked.

    The id of a document is its name; those of promises, results and themes end in the ids of
    the gold: `granhult-2019.txt.p3`.

    Args:
        texts: The texts.
        folder: Where they lie.
    """
    names = sorted({text.municipality for text in texts})
    places = {
        name: Municipality(str(code), name, str(code)[:2], "–", "–")
        for code, name in enumerate(names, _FIRST_CODE)
    }
    built = [_tables(each, places[each.municipality], folder) for each in texts]
    return {kind: tuple(row for each in built for row in each.get(kind, ())) for kind in TABLES}


def _tables(given: GivenText, place: Municipality, folder: Path) -> Tables:
    text = (folder / given.name).read_text("utf-8")
    tree = given_tree(given.blocks, text)
    facts = Facts(
        title=None,
        doc_type=DocType.OTHER,
        municipalities=(place,),
        area=None,
        agreement_period=given.agreement_period,
        report_period=given.report_period,
        report_type=ReportType.UNKNOWN,
        published_at=given.dated or None,
        updated_at=None,
        persons=(),
    )
    source = Source(given.name, given.name, None, ManifestRow(given.name))
    document = Document(text, (), "text/plain", "given")
    return build(source, document, tree, facts, code(text, tree, facts))


def given_tree(blocks: Sequence[GivenBlock], text: str) -> Tree:
    """Return the tree that coded blocks make.

    Args:
        blocks: The blocks in order.
        text: What they are blocks of.
    """
    segments = tuple(_segments(blocks))
    themes: list[Theme] = []
    promises: dict[str, Promise] = {}
    results: dict[str, Result] = {}
    parents = {block.parent for block in blocks}
    theme = heading = label = None
    for block, segment in zip(blocks, segments, strict=True):
        words = segment.span.of(text)
        if segment.role is Role.THEME:
            themes.append(Theme(f"t{len(themes) + 1}", (segment,)))
            theme, heading, label = themes[-1].local_id, None, None
        elif segment.role is Role.PROMISE_HEADING:
            heading = words
        elif segment.role is Role.RESULT_LABEL:
            label = words
        elif block.promise:
            above = promises.get(block.promise)
            level = Level.UMBRELLA if block.promise in parents else Level.SPECIFIC
            promises[block.promise] = Promise(
                block.promise,
                (*(above.segments if above else ()), segment),
                theme,
                block.parent or None,
                level,
                heading,
            )
        elif block.result:
            before = results.get(block.result)
            results[block.result] = Result(
                block.result,
                (*(before.segments if before else ()), segment),
                block.answers,
                _tie(block.answers, theme),
                theme,
                label,
                None,
            )
    return Tree(segments, tuple(themes), tuple(promises.values()), tuple(results.values()))


def _segments(blocks: Iterable[GivenBlock]) -> Iterator[Segment]:
    listed = [*blocks]
    followed = [*(after for _, after in pairwise(listed)), None]
    for number, (block, after) in enumerate(zip(listed, followed, strict=True), 1):
        is_label = block.label == "boilerplate" and after is not None and after.label == "result"
        role = Role.RESULT_LABEL if is_label else _ROLES.get(block.label) or Role(block.label)
        owner = block.promise or block.result
        yield Segment(number, role, block.span, "", "given", Confidence.HIGH, owner)


def _tie(answers: Sequence[str], theme: str | None) -> Tie:
    if answers:
        return Tie.ONE if len(answers) == 1 else Tie.SEVERAL
    return Tie.THEME if theme else Tie.DOCUMENT
