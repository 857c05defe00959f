"""The ten texts modelled on published pages give one tree as text, web page, Word file, print."""

from functools import cache
from pathlib import Path

import pytest

from pipeline.parser import parse
from pipeline.readers import read
from tests.dressed import FIXTURES
from tests.reading import Gist, gist_of

TEXTS = Path(__file__).parent / "layouts"
FILES = sorted((FIXTURES / "layouts").iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_layout_gives_the_tree_of_its_text(path: Path) -> None:
    found, expected = _gist(path), _of_text(path.stem)
    assert _spaced(found.themes) == _spaced(expected.themes)
    assert _promises(found) == _promises(expected)
    assert _results(found) == _results(expected)


def test_every_layout_has_three_dresses() -> None:
    assert len({path.stem for path in FILES}) == 10
    assert len(FILES) == 30


@cache
def _of_text(name: str) -> Gist:
    return _gist(TEXTS / f"{name}.txt")


def _gist(path: Path) -> Gist:
    document = read(path.read_bytes(), path.name)
    return gist_of(document, parse(document))


def _promises(found: Gist) -> list[tuple[str, ...]]:
    return [_spaced((words, level, parent)) for words, _, level, parent in found.promises]


def _results(found: Gist) -> list[tuple[str, ...]]:
    return [_spaced((words, *answers)) for words, _, _, _, answers in found.results]


def _spaced(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(words.split()) for words in parts)
