import pytest

from pipeline.language.phrases import load_cues, write_out
from pipeline.parser import describe_rule
from pipeline.parser.lexicon import WORDING
from pipeline.parser.weights import weights


@pytest.mark.parametrize(
    ("phrase", "written"),
    [
        ("sidan uppdaterad", ["sidan uppdaterad"]),
        ("(a|b c) d", ["a d", "b c d"]),
        ("så (här|) gick", ["så här gick", "så gick"]),
        ("{namn} lovar", ["ett lovar", "två lovar"]),
        ("(vi|{namn}) lovar", ["vi lovar", "ett lovar", "två lovar"]),
    ],
)
def test_choices_are_written_out(phrase: str, written: list[str]) -> None:
    assert list(write_out(phrase, {"namn": ("ett", "två")})) == written


@pytest.mark.parametrize("cue", load_cues(WORDING), ids=lambda cue: cue.name)
def test_every_cue_has_a_weight_and_a_meaning(cue) -> None:  # type: ignore[no-untyped-def]
    assert weights().evidence[cue.name]
    assert describe_rule(cue.name)
    assert cue.phrases


def test_names_of_cues_are_unique() -> None:
    names = [cue.name for cue in load_cues(WORDING)]
    assert len(names) == len(set(names))
