import pytest

from pipeline.codes import Role
from tests.facts.build import Piece, built, facts_of, written


def named(*pieces: Piece) -> list[tuple[str, str]]:
    document, _ = built(pieces)
    return [(p.role.value, p.span.of(document.text)) for p in facts_of(pieces).persons]


@pytest.mark.parametrize(
    "words",
    [
        "Kommunalrådet Åsa Öberg skriver under.",
        "Kommunpolis: Åsa Öberg",
        "Löftet är undertecknat av Åsa Öberg, kommunstyrelsens ordförande.",
        "Åsa Öberg (S), kommunalråd",
        "Åsa Öberg – kommunpolis",
        "Åsa Öberg\nKommunpolis",
        "Åsa Öberg (C)",
    ],
)
def test_signatories(words: str) -> None:
    assert named(*written((Role.SIGNATURE, words))) == [("signatory", "Åsa Öberg")]


@pytest.mark.parametrize(
    "name", ["Anna-Karin af Ekenstam", "Şebnem Çelik", "Maria Lund", "Ulla Berg Svensson"]
)
def test_kinds_of_names(name: str) -> None:
    assert named(*written((Role.SIGNATURE, f"Kommunpolis {name}"))) == [("signatory", name)]


def test_a_block_of_two_signatures() -> None:
    lines = ["Maria Svensson", "Kommunstyrelsens ordförande", "Per Lund", "Kommunpolis"]
    found = named(*written(*((Role.SIGNATURE, line) for line in lines)))
    assert found == [("signatory", "Maria Svensson"), ("signatory", "Per Lund")]


@pytest.mark.parametrize(
    "words",
    [
        "NN\nKommunpolis\nTöreboda",
        "Kommunpolis Upplands Väsby",
        "NN NN, kommunalråd",
        "Kommunpolis",
    ],
)
def test_placeholders_and_places_are_no_names(words: str) -> None:
    assert named(*written((Role.SIGNATURE, words))) == []


@pytest.mark.parametrize("role", [Role.PROMISE, Role.RESULT, Role.SECTION, Role.LINK])
def test_nobody_in_the_body_becomes_a_person(role: Role) -> None:
    assert named(*written((role, "Kommunpolis Åsa Öberg har haft möten."))) == []


def test_background_needs_an_office() -> None:
    assert named(*written((Role.BACKGROUND, "Åsa Öberg"))) == []
    words = "Löftet skrevs under av kommunpolis Åsa Öberg."
    assert named(*written((Role.BACKGROUND, words))) == [("signatory", "Åsa Öberg")]


@pytest.mark.parametrize(
    "words",
    [
        "Sidansvarig: Åsa Öberg",
        "Redaktör Åsa Öberg",
        "Sidan uppdaterad 2020-01-28 av Åsa Öberg",
        "Sidan uppdaterad 2020-01-28\nav Åsa Öberg",
        "Publicerad av: Åsa Öberg",
    ],
)
def test_editors(words: str) -> None:
    assert named(*written((Role.PAGE_INFO, words))) == [("page_editor", "Åsa Öberg")]


def test_an_editor_below_the_date() -> None:
    lines = ((Role.PAGE_INFO, "Sidan uppdaterad 2020-01-28"), (Role.PAGE_INFO, "av Åsa Öberg"))
    assert named(*written(*lines)) == [("page_editor", "Åsa Öberg")]
