"""Words in the text of a PDF page, and the characters that they begin at."""

import pytest

from pipeline.readers.pdf.pieces import n_strange, pieces, spelled_out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" \r\n ", []),
        ("två ord", ["två", "ord"]),
        ("rad\r\nnästa  rad\r\n", ["rad", "nästa", "rad"]),
        ("tunt\u2009och\u00a0hårt\tblanksteg", ["tunt", "och", "hårt", "blanksteg"]),
        ("utred\x02ningen är\ufffe slut", ["utred\x02", "ningen", "är\ufffe", "slut"]),
        ("\x02\x02 ord", ["ord"]),
    ],
)
def test_words_are_found_where_they_stand(text: str, words: list[str]) -> None:
    found, starts = pieces(text)
    assert found == words
    assert [text[start : start + len(word)] for word, start in zip(found, starts, strict=True)] == (
        words
    )


def test_bullets_of_symbol_fonts_are_read_as_bullets() -> None:
    assert pieces("\uf0b7 punkt \uf02d streck") == (["•", "punkt", "–", "streck"], [0, 2, 8, 10])


def test_ligatures_are_spelled_out_and_keep_their_place() -> None:
    text = "eﬀekt på trafik"
    words, starts = pieces(text)
    assert starts == [0, 6, 9]
    assert spelled_out(words, text) == ["effekt", "på", "trafik"]


def test_cut_marks_and_line_ends_are_not_strange() -> None:
    assert n_strange("ord\x02\r\n\ufffd\x01\ue001") == 3
