"""The two published documents in dresses of web and office give the tree of their text."""

import pytest

from pipeline.codes import Role
from pipeline.parser import parse
from pipeline.readers import read
from pipeline.tables.regions import regions
from tests.dressed import CASES, Dressed
from tests.dresses import first, second
from tests.reading import Gist, gist, gist_of

WORDS = {"first": gist(first()), "second": gist(second())}
READ_HERE = (".html", ".docx")
PAPER = [case for case in CASES if case.path.suffix == ".pdf" and case.path.parent.name == "pdf"]
SEEN = [case for case in CASES if case.path.suffix in READ_HERE]


@pytest.mark.parametrize("case", SEEN, ids=lambda case: case.path.name)
def test_a_dress_changes_nothing(case: Dressed) -> None:
    document = read(case.path.read_bytes(), case.path.name)
    tree = parse(document)
    found, expected = gist_of(document, tree), WORDS[case.seed]
    assert found.themes == expected.themes
    assert found.promises == expected.promises
    assert _pairs(found) == _pairs(expected)
    if not any("label" in change for change in case.changes) and "table" not in case.path.name:
        assert [r[1] for r in found.results] == [r[1] for r in expected.results]


@pytest.mark.parametrize(
    "case", [case for case in SEEN if case.chrome], ids=lambda case: case.path.name
)
def test_content_and_page_are_told_apart(case: Dressed) -> None:
    document = read(case.path.read_bytes(), case.path.name)
    segments = parse(document).segments
    rows = {Role.PROMISE, Role.RESULT, Role.THEME, Role.PROMISE_HEADING, Role.RESULT_HEADING}
    said = "\n".join(s.span.of(document.text) for s in segments if s.role in rows)
    assert not [words for words in case.chrome if len(words) > 20 and words in said]
    assert not [words for words in case.unseen if words in document.text]
    assert not [words for words in case.chrome if words not in document.text]


def test_dresses_of_paper_keep_nearly_all_pairs() -> None:
    """PDF files lose line breaks and marks; the floor is what this version reaches."""
    right = wanted = 0
    for case in PAPER:
        document = read(case.path.read_bytes(), case.path.name)
        found = _flat(gist_of(document, parse(document)))
        expected = _flat(WORDS[case.seed])
        right += sum(pair in found for pair in expected)
        wanted += len(expected)
    assert wanted > 400
    assert right >= 0.98 * wanted


@pytest.mark.parametrize("case", PAPER[::4], ids=lambda case: case.path.name)
def test_every_segment_of_a_page_has_boxes(case: Dressed) -> None:
    document = read(case.path.read_bytes(), case.path.name)
    for segment in parse(document).segments:
        if segment.role is not Role.MARKUP:
            assert list(regions("s", segment.span, document.lines))


def _flat(found: Gist) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (" ".join(r[0].split()), tuple(" ".join(p.split()) for p in r[4])) for r in found.results
    ]


def _pairs(found: Gist) -> list[tuple[str, tuple[str, ...]]]:
    return [(r[0], r[4]) for r in found.results]
