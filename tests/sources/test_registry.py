"""The register of sources is right in every line, or nothing is fetched and all faults are told."""

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.facts.municipalities import all_municipalities
from pipeline.sources.registry import read_sources

ROOT = Path(__file__).parents[2]
HEAD = "area,municipality_code,url,kind,periods,enabled,note"


def register(tmp_path, *lines, head=HEAD, encoding="utf-8"):
    path = tmp_path / "sources.csv"
    path.write_bytes("\n".join([head, *lines, ""]).encode(encoding))
    return path


def test_a_line_is_read(tmp_path):
    path = register(
        tmp_path,
        "Åre,2321,https://are.se/x,promises,2019/2020;2021,yes,",
        "",
        'Nacka/Tyresö,0182;0138,https://nacka.se,both,2022/..,no,"a, b"',
        encoding="utf-8-sig",
    )
    first, second = read_sources(path)
    assert (first.area, first.url, first.line) == ("Åre", "https://are.se/x", 2)
    assert first.periods == ("2019/2020", "2021")
    assert first.enabled
    assert not second.enabled
    assert (second.municipality_code, second.note, second.line) == ("0182;0138", "a, b", 4)
    assert second.periods == ("2022/..",)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (",2321,https://are.se,both,,yes,", "line 2, column area: '' is empty"),
        ("Åre,321,https://are.se,both,,yes,", "column municipality_code: '321' is no municipality"),
        ("Åre,2321,are.se,both,,yes,", "line 2, column url: 'are.se' is no web address"),
        ("Åre,2321,ftp://are.se,both,,yes,", "column url"),
        ("Åre,2321,file:///etc/passwd,both,,yes,", "column url"),
        ("Åre,2321,https://me:secret@are.se/,both,,yes,", "column url"),
        ("Åre,2321,https://[are.se/,both,,yes,", "column url"),
        ("Åre,2321,https://are.se:99999/,both,,yes,", "column url"),
        ("Åre,2321,https://are.se,promise,,yes,", "'promise' is no kind (write promises, "),
        ("Åre,2321,https://are.se,both,2019-2020,yes,", "column periods: '2019-2020' is no period"),
        ("Åre,2321,https://are.se,both,,true,", "column enabled: 'true' is neither yes nor no"),
        ("Åre,2321,https://are.se", "line 2: 3 cells, the header has 7"),
        ('Åre,2321,"https://are.se', "unexpected end of data"),
    ],
)
def test_a_fault_is_told_with_line_column_and_why(tmp_path, line, words):
    with pytest.raises(UsageError) as error:
        read_sources(register(tmp_path, line))
    assert words in str(error.value)
    assert "nothing is fetched" in str(error.value)


def test_all_faults_are_told_at_once(tmp_path):
    good = "Åre,2321,https://are.se,both,,yes,"
    with pytest.raises(UsageError) as error:
        read_sources(register(tmp_path, good, "Åre,x,y,both,,yes,", good))
    told = str(error.value)
    assert "has 3 faults" in told
    assert "line 3, column municipality_code" in told
    assert "line 3, column url" in told
    assert "line 4, column url: 'https://are.se' stands in line 2 already" in told


@pytest.mark.parametrize(
    ("head", "encoding", "words"),
    [
        ("area,url", "utf-8", "line 1: the columns must be area,municipality_code,url"),
        (HEAD.replace(",", ";"), "utf-8", "line 1: the columns must be"),
        (HEAD + ",å", "latin-1", "is not UTF-8"),
    ],
)
def test_a_file_that_is_no_register_is_told(tmp_path, head, encoding, words):
    with pytest.raises(UsageError, match=words):
        read_sources(register(tmp_path, head=head, encoding=encoding))


def test_a_register_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match="--sources names another"):
        read_sources(tmp_path / "sources.csv")


def test_the_committed_register_is_right():
    sources = read_sources(ROOT / "raw" / "sources.csv")
    assert len(sources) == 176
    names = {each.code: each.name for each in all_municipalities()}
    for source in sources:
        codes = source.municipality_code.split(";")
        assert all(names[code] in source.area for code in codes), source
    assert not any("tidning" in source.url for source in sources if source.enabled)
