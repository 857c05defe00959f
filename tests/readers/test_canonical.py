from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers.canonical import lower_in_place, visible


@given(st.text())
def test_letters_keep_their_places_in_lower_case(text: str) -> None:
    assert len(lower_in_place(text)) == len(text)


def test_lower_case() -> None:
    assert lower_in_place("I Härjedalen ÅR 2019") == "i härjedalen år 2019"
    assert lower_in_place("İzmir och IZMIR") == "izmir och izmir"


@given(st.text(st.sampled_from("aå \n\u00ad\u200b\u2060\ufeff")))
def test_what_nobody_sees_is_not_in_the_visible_text(text: str) -> None:
    assert visible(text) == "".join(letter for letter in text if letter in "aå \n")
