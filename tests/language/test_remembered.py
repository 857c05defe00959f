import pytest

from pipeline.language import remembered as module
from pipeline.language.remembered import remembered


def test_a_word_is_asked_about_once_until_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ROOM", 2)
    asked: list[str] = []

    @remembered
    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    assert [length(word) for word in ("väg", "väg", "skola", "skola")] == [3, 3, 5, 5]
    assert asked == ["väg", "skola"]
    assert [length(word) for word in ("by", "väg", "väg")] == [2, 3, 3]
    assert asked == ["väg", "skola", "by", "väg"]
