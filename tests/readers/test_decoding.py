import random

import pytest

from pipeline.codes import DocumentStatus
from pipeline.errors import ReadError
from pipeline.readers.decoding import decode

TEXT = "Hur går det med löftena? Åtgärder för Älmhult – ”trygghet” på väg.\n" * 5


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_swedish_survives_every_usual_encoding(encoding: str) -> None:
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    assert decode(marks.get(encoding, b"") + TEXT.encode(encoding)).text == TEXT


def test_latin_1() -> None:
    plain = TEXT.replace("–", "-").replace("”", '"')
    assert decode(plain.encode("iso8859-1")).text == plain


def test_utf8_cut_in_a_letter_stays_utf8_and_says_so() -> None:
    data = TEXT.encode("utf-8")
    decoded = decode(data[: data.rindex("ä".encode()) + 1])
    assert decoded.text.startswith("Hur går det")
    assert decoded.damaged == 1


@pytest.mark.parametrize("seed", range(10))
def test_random_bytes_are_refused_with_advice(seed: int) -> None:
    with pytest.raises(ReadError, match="save it as UTF-8") as caught:
        decode(random.Random(seed).randbytes(3000))
    assert caught.value.status is DocumentStatus.UNREADABLE
