"""Two wordings in one line, as a reader marks them."""

import pytest

from pipeline.tables.wording import share_of_words, wording_diff


@pytest.mark.parametrize(
    ("then", "now", "shown"),
    [
        ("Polisen lovar att åka.", "Polisen ska åka.", "Polisen [-lovar att-] {+ska+} åka."),
        ("Polisen åker", "Polisen åker ofta", "Polisen åker {+ofta+}"),
        ("Polisen åker ofta", "Polisen åker", "Polisen åker [-ofta-]"),
        ("Tio besök", "Kommunen hjälper", "[-Tio besök-] {+Kommunen hjälper+}"),
        ("80 kontroller", "90 kontroller", "[-80-] {+90+} kontroller"),
    ],
)
def test_what_is_gone_and_what_is_new_is_marked(then, now, shown):
    assert wording_diff(then, now) == shown


@pytest.mark.parametrize("now", ["Polisen åker.", "polisen  åker", "– Polisen\nåker!"])
def test_case_signs_and_line_ends_change_no_wording(now):
    assert wording_diff("Polisen åker.", now) is None


def test_long_texts_are_compared_to_the_end():
    words = " ".join(f"ord{n % 7}" for n in range(400))
    assert wording_diff(words, f"{words} sist") == f"{words} {{+sist+}}"


def test_the_share_of_words_does_not_depend_on_their_order():
    assert share_of_words("Varje år görs en mätning.", "En mätning görs varje år") == 1
    assert share_of_words("Polisen åker", "Kommunen bygger") == 0
    assert share_of_words("", "") == 0
