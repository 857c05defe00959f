"""Promised numbers held against reported ones, from whole pages."""

import pytest

from pipeline.coding.code import code
from pipeline.facts.facts import read_facts
from pipeline.facts.model import SourceHint
from tests.reading import read_text


def met(promise: str, result: str) -> list[tuple[str, bool]]:
    """Return for each promised number whether it was met and whether one number answers it."""
    document, tree = read_text(
        f"Medborgarlöften i Storby 2022\n\nTrafik\n\n{promise}\n\nResultat\n{result}\n"
    )
    coding = code(document.text, tree, read_facts(document, tree, SourceHint("page.txt")))
    return [(target.met.value, target.outcome is not None) for target in coding.targets]


@pytest.mark.parametrize(
    ("promise", "result", "expected"),
    [
        ("Polisen ska göra tio kontroller.", "Polisen har gjort tolv kontroller.", ("yes", True)),
        ("Polisen ska göra tio kontroller.", "Polisen har gjort sju kontroller.", ("no", True)),
        (
            "Polisen ska göra minst 20 trafikkontroller.",
            "Polisen har gjort 20 kontroller.",
            ("yes", True),
        ),
        ("Polisen ska göra tio kontroller.", "Kontroller har gjorts.", ("unclear", False)),
        (
            "Polisen ska göra tio kontroller.",
            "Polisen har gjort tolv kontroller. Två kontroller ställdes in.",
            ("yes", True),
        ),
        (
            "Polisen ska göra tio kontroller.",
            "Polisen gjorde sju kontroller under våren. Polisen gjorde nio kontroller i höst.",
            ("unclear", False),
        ),
        (
            "Polisen ska göra tio kontroller.",
            "Polisen har gjort cirka tolv kontroller.",
            ("unclear", True),
        ),
        (
            "Polisen ska besöka skolan vid fyra tillfällen.",
            "Polisen har besökt skolan fem gånger.",
            ("yes", True),
        ),
    ],
)
def test_a_number_is_met_only_by_one_comparable_number(
    promise: str, result: str, expected: tuple[str, bool]
) -> None:
    assert met(promise, result) == [expected]
