"""A family is read again without the evidence that decides in it alone."""

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.evaluation.transfer import Without, render_transfer, transfer
from tests.evaluation.made_up import HIDDEN, SEEN, write_gold
from tests.evaluation.tables import GOLD

BRACKETS = [
    ("boilerplate", "Medborgarlöften i Åre kommun 2024"),
    ("promise", "Vi ska synas mer i centrum. (Polis)"),
    ("result", "Polisen har patrullerat i centrum 40 gånger."),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> dict[str, Without]:
    folder = tmp_path_factory.mktemp("layouts")
    write_gold(
        folder,
        {
            "a.txt": (SEEN, {"family": "direct"}),
            "b.txt": (BRACKETS, {"family": "brackets"}),
            "c.txt": (BRACKETS[:2], {"family": "brackets", "held_out": True}),
            "d.txt": (BRACKETS, {"family": "brackets", "held_out": True}),
            "e.txt": (HIDDEN, {"family": "direct", "held_out": True}),
            "f.txt": (SEEN, {}),
        },
    )
    return {family.name: family for family in transfer(folder, GOLD)}


def test_each_family_is_left_out_once(found) -> None:
    assert [(name, f.n_texts) for name, f in found.items()] == [
        ("brackets", 3),
        ("direct", 2),
        ("layouts", 1),
    ]


def test_evidence_of_one_family_only_is_its_own(found) -> None:
    assert "actor_in_brackets" in found["brackets"].rules
    own = [set(family.rules) for family in found.values()]
    assert not any(one & other for one in own for other in own if one is not other)
    assert not any(rule.startswith("after_") for rules in own for rule in rules)


def test_a_family_without_evidence_of_its_own_stays_as_it_is(found) -> None:
    assert found["direct"].rules == ()
    assert found["direct"].seen[0] == found["direct"].seen[1]


def test_one_held_out_text_is_not_shown_by_itself(found) -> None:
    assert found["direct"].held_out == (None, None)
    assert found["layouts"].held_out == (None, None)
    assert None not in found["brackets"].held_out


def test_the_page_tells_what_each_rule_means(found) -> None:
    page = render_transfer(list(found.values()))
    assert "## Decides in brackets only" in page
    assert "- `actor_in_brackets`: names who answers for it, in brackets" in page
    assert not any(name in page for name in ("c.txt", "d.txt", "e.txt", "hemlig"))


def test_what_carries_over_is_told_before_and_after() -> None:
    page = render_transfer([Without("direct", 2, ("colon",), (0.9, 0.75), (None, None))])
    assert "0.900 → 0.750 |" in page
    assert "– |" in page


def test_a_text_that_is_gone_is_one_line(tmp_path: Path) -> None:
    write_gold(tmp_path, {"a.txt": (SEEN, {})})
    (tmp_path / "a.txt").unlink()
    with pytest.raises(UsageError, match=r"a\.txt: cannot be read"):
        transfer(tmp_path, GOLD)
