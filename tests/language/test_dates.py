from datetime import date

import pytest

from pipeline.language.dates import bounds, find_dates, find_periods, heading_period, hull, is_part


def periods(text: str) -> list[str | None]:
    return [found.edtf for found in find_periods(text)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2020-01-28 10.32", "2020-01-28T10:32"),
        ("2020-01-28T10:32:00+01:00", "2020-01-28T10:32"),
        ("2020-01-28, kl. 9.05", "2020-01-28T09:05"),
        ("28 januari 2020", "2020-01-28"),
        ("28 JANUARI 2020 klockan 10:32", "2020-01-28T10:32"),
        ("den 28 jan. 2020", "2020-01-28"),
        ("28/1 2020", "2020-01-28"),
        ("28/1-2020", "2020-01-28"),
        ("28.1.2020", "2020-01-28"),
        ("2020-01-28", "2020-01-28"),
        ("29 februari 2020", "2020-02-29"),
        ("29 februari 2021", None),
        ("31 juni 2020", None),
        ("2020-13-01", None),
    ],
)
def test_a_day(text: str, edtf: str | None) -> None:
    (found,) = find_dates(f"Sidan: {text}")
    assert found.edtf == edtf
    assert found.span.of(f"Sidan: {text}") in text


@pytest.mark.parametrize(
    "text", ["årskurs 6-9", "lag 2023:196", "väg 84", "6 juni", "2000 kronor", "0684-16 100"]
)
def test_no_day_and_no_period(text: str) -> None:
    assert find_dates(text) == []
    assert periods(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("medborgarlöfte 2018", "2018"),
        ("Polisen har under 2018:", "2018"),
        ("2021 års löfte", "2021"),
        ("2020-års insatser", "2020"),
        ("2023 - 2024", "2023/2024"),
        ("2025- 2026", "2025/2026"),
        ("2019–2020", "2019/2020"),
        ("2019/2020", "2019/2020"),
        ("2018/19", "2018/2019"),
        ("2019 och 2020", "2019/2020"),
        ("2019, 2020 och 2021", "2019/2021"),
        ("åren 2019 till 2020", "2019/2020"),
        ("2019 till och med 2021", "2019/2021"),
        ("1 juni 2019– juni 2020", "2019-06-01/2020-06"),
        ("1 juni - 31 december 2019", "2019-06-01/2019-12-31"),
        ("juni 2019", "2019-06"),
        ("2019-06", "2019-06"),
        ("tertial 1 2024", "2024-37"),
        ("Tertial 1-2, 2024", "2024-37/2024-38"),
        ("andra tertialet 2024", "2024-38"),
        ("2024, tertial 3", "2024-39"),
        ("T2 2024", "2024-38"),
        ("Kvartal 3 2023", "2023-35"),
        ("första halvåret 2019", "2019-40"),
        ("våren 2019", "2019-21"),
        ("vintern 2019", "2019-24"),
        ("2019-2018", None),
    ],
)
def test_a_period(text: str, edtf: str | None) -> None:
    assert periods(f"Löften för {text}.") == [edtf]


def test_years_with_a_gap_are_no_list() -> None:
    assert periods("2017 och 2019") == ["2017", "2019"]


@pytest.mark.parametrize(
    ("heading", "year", "edtf"),
    [
        ("Uppföljning av Medborgarlöften 2017", None, "2017"),
        ("Medborgarlöfte 2019 - 2020", None, "2019/2020"),
        ("Tertial 1", None, None),
        ("Tertial 1", 2024, "2024-37"),
        ("Tertial 1 och 2", 2024, "2024-37/2024-38"),
        ("Kvartal 3 2023", 2024, "2023-35"),
        ("Kvartal 2", 2024, "2024-34"),
        ("Våra löften", 2024, None),
        ("Möte 6 juni", 2024, None),
        ("2018 jämfört med 2016", None, None),
        ("2019-2018", None, None),
    ],
)
def test_heading_period(heading: str, year: int | None, edtf: str | None) -> None:
    assert heading_period(heading, year) == edtf


def test_bounds() -> None:
    assert bounds("2019/2020") == (date(2019, 1, 1), date(2020, 12, 31))
    assert bounds("2019-06-01/2020-06") == (date(2019, 6, 1), date(2020, 6, 30))
    assert bounds("2024-38") == (date(2024, 5, 1), date(2024, 8, 31))
    assert bounds("2020-01-28T10:32") == (date(2020, 1, 28), date(2020, 1, 28))


def test_hull() -> None:
    assert hull(["2018", "2017"]) == "2017/2018"
    assert hull(["2019/2020", "2019"]) == "2019/2020"
    assert hull(["2024-37", "2024-38"]) == "2024-37/2024-38"
    assert hull(["2017", "2019"]) is None


def test_parts_of_a_year() -> None:
    assert is_part("2024-37") and is_part("2024-33/2024-34")
    assert not is_part("2024") and not is_part("2024-06")


@pytest.mark.parametrize("number", ["Dnr KS 2022/0041", "dnr 2023/118", "Dnr KS 2023:118"])
def test_the_number_of_a_file_is_no_period(number: str) -> None:
    assert list(find_periods(number)) == []
