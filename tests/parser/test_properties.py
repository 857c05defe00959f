"""What holds of every reading, whatever the text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document import Document
from pipeline.errors import ReadError
from pipeline.parser.tree import Node, Tree
from tests.dresses import FIRST, ROOT, SECOND
from tests.reading import read_text

PAGES = [FIRST, SECOND, *sorted((ROOT / "tests/layouts").glob("*.txt"))]
LINES = st.sampled_from(
    [
        "Medborgarlöften 2019",
        "TRAFIK",
        "Polisen lovar att synas.",
        "• Göra kontroller",
        "  Kontroller har gjorts.",
        "Resultat",
        "Utfall: Tre kontroller har gjorts.",
        "Extra insatser utöver löftena",
        "Bakgrund",
        "Sidan uppdaterad 2020-01-28",
        "- **Fet punkt**",
        "*kursiv*",
        "Ett stycke om hur arbetet går till i kommunen.",
        "",
        "---",
        "1) Först",
        "x" * 200,
    ]
)


def check(document: Document, tree: Tree) -> None:
    text = document.text
    covered = [i for s in tree.segments for i in range(s.span.start, s.span.end)]
    assert covered == sorted(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert [s.ordinal for s in tree.segments] == list(range(1, len(tree.segments) + 1))
    rows: tuple[Node, ...] = (*tree.themes, *tree.promises, *tree.results)
    ids = [row.local_id for row in rows]
    assert len(ids) == len(set(ids))
    for row in rows:
        assert row.words(text) == "\n".join(s.span.of(text) for s in row.segments)
        assert all(s in tree.segments and s.owner == row.local_id for s in row.segments)
    known = {"", *ids}
    assert {s.owner for s in tree.segments} <= known
    assert {p.parent or "" for p in tree.promises} <= known
    assert {i for r in tree.results for i in r.answers} <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: Path(page).name)
def test_every_page_is_accounted_for(page: Path) -> None:
    check(*read_text(page.read_text("utf-8")))


@settings(deadline=None)
@given(st.lists(LINES, max_size=25))
def test_every_mix_of_lines_is_accounted_for(lines: list[str]) -> None:
    try:
        check(*read_text("\n".join(lines)))
    except ReadError:
        assert not "".join(lines).strip()


@settings(deadline=None)
@given(st.text(max_size=300))
def test_every_text_is_accounted_for(text: str) -> None:
    try:
        check(*read_text(text))
    except (ReadError, UnicodeEncodeError):
        return
