"""The notebooks run, say in Swedish what the tables say, and are kept without outputs."""

import json
import re
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

import pipeline
from pipeline import codes
from pipeline.extraction import extract
from tests.conftest import NOTEBOOKS, PROGRAMS

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "notebooks").glob("*.ipynb"))
TOWNS = {"alvsnas-2018-2019-uppfoljning": "Ale", "alvsnas-2020-2021": "Ale",
         "tallvik-2021": "Lund", "tallvik-2022-uppfoljning": "Lund"}  # fmt: skip
PICTURES = ["actors", "coverage", "fates", "kinds", "mentioned", "numbers", "ongoing", "shares",
            "status"]  # fmt: skip
TABLES = ["delays", "extras", "hedged", "not_done", "targets"]

needs_packages = pytest.mark.skipif(not PROGRAMS[NOTEBOOKS][0](), reason=f"needs {NOTEBOOKS}")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """What `make notebooks` writes and says."""
    from notebooks import run

    folder, said = tmp_path_factory.mktemp("made"), StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said):
        patch.chdir(ROOT)
        run.main(folder / "build", folder / "pictures")
    return folder, said.getvalue()


@pytest.fixture(scope="module")
def towns(tmp_path_factory):
    """Tables of two municipalities over two periods each."""
    home = tmp_path_factory.mktemp("towns")
    raw = home / "raw"
    raw.mkdir()
    for name in TOWNS:
        words = (ROOT / "tests/linked" / f"{name}.txt").read_bytes()
        (raw / f"{name}.txt").write_bytes(words)
    lines = [f"{name}.txt,{area}" for name, area in TOWNS.items()]
    (raw / "manifest.csv").write_text("\n".join(["source_name,area", *lines, ""]), "utf-8")
    extract(raw, home / "tables", workers=1)
    return pipeline.load(home / "tables")


@pytest.fixture
def nothing():
    """Tables without rows, as of a folder in which nothing could be read."""
    data = pipeline.load(ROOT / "processed")
    empty = {name: table.iloc[:0] for name, table in vars(data).items() if name != "municipalities"}
    return replace(data, **empty)


def words_of(folder, name):
    """Return what a notebook shows: the words of its outputs, SVG included."""
    notebook = json.loads((folder / "build" / name).read_text("utf-8"))
    outputs = [each for cell in notebook["cells"] for each in cell.get("outputs", [])]
    shown = [each.get("text", each.get("data")) for each in outputs]
    return json.dumps(shown, ensure_ascii=False)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code
    assert not any(cell["outputs"] or cell["execution_count"] for cell in code), (
        f"clear the outputs of {path.name} before you commit it"
    )


@needs_packages
def test_first_look_shows_what_the_tables_say(made):
    shown = words_of(made[0], "first_look.ipynb")
    assert shown.count("<svg ") == len(PICTURES)
    for words in ("98 procent", "Nästan alla elever", "80 trafikkontroller", "rökfria skolgårdar",
                  "Andel löften med resultat", "15 av 15", "Inga aktiviteter eller dialoger",
                  "Nykter studentkortege", "28 januari 2020"):  # fmt: skip
        assert words in shown


@needs_packages
def test_own_documents_shows_a_correction_and_what_followed(made):
    shown = words_of(made[0], "own_documents.ipynb")
    assert "Corrections: 1 cell corrected" in shown
    assert "status: unclear → completed" in shown
    assert "image/png" in shown


@needs_packages
def test_the_run_says_where_the_pages_lie(made):
    folder, said = made
    for path in SOURCES:
        page = folder / "build" / f"{path.stem}.html"
        assert str(page) in said
        words = page.read_text("utf-8")
        assert "<html" in words
        assert not re.search(r"(src|import).{0,3}https?://", words), "it would ask another site"


@needs_packages
def test_the_pictures_of_the_readme_are_those_of_the_tables(made):
    drawn = {path.name: path.read_text("utf-8") for path in (made[0] / "pictures").iterdir()}
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "docs/pictures").iterdir()}
    assert drawn == kept, "run `make notebooks` and commit docs/pictures/"
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"(docs/pictures/{name})" in readme for name in kept)


@needs_packages
def test_several_municipalities_are_shown_by_name(towns):
    from notebooks import look

    shown = {name: look.svg(getattr(look, name)(towns)) for name in PICTURES}
    assert "2 av 290 kommuner" in shown["coverage"]
    assert all(f">{name}<" in shown["coverage"] for name in ("Ale", "Lund"))
    assert all(f">{name}<" in shown["numbers"] for name in ("Ale", "Lund"))
    assert "Minst 98 procent" in shown["numbers"]
    assert "minst åtta insatser" in look.targets(towns).to_html()


@needs_packages
@pytest.mark.parametrize("name", PICTURES + TABLES)
def test_tables_without_rows_are_told_and_no_error(nothing, name):
    from notebooks import look

    shown = getattr(look, name)(nothing)
    if name in TABLES:
        assert "Inget" in shown.data
    else:
        assert "<text" in look.svg(shown)


@needs_packages
def test_every_code_has_its_swedish_word_and_colour():
    from notebooks.look.colours import SEEN, STATUS
    from notebooks.look.words import WORDS

    for enum, name in ((codes.RowStatus, "status"), (codes.Topic, "topic"), (codes.Seen, "seen"),
                       (codes.ResultType, "result_type"), (codes.Met, "met")):  # fmt: skip
        assert set(WORDS[name]) == set(enum)
    assert set(STATUS) == set(codes.RowStatus)
    assert set(SEEN) == set(codes.Seen)


@needs_packages
@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019", "2019"),
        ("2019/2020", "2019–2020"),
        ("2019-21", "våren 2019"),
        ("2021/..", "2021–"),
        ("2020-01-28T10:32", "28 januari 2020"),
        ("2022-06-01/2023-05-31", "juni 2022–maj 2023"),
        ("2022-06-15/2023-05-31", "15 juni 2022–31 maj 2023"),
    ],
)
def test_a_period_is_written_as_one_says_it(edtf, words):
    from notebooks.look.words import period

    assert period(edtf) == words


@needs_packages
def test_words_wrap_within_their_width_and_are_cut_where_there_are_too_many():
    from notebooks.look.sheet import SIZE, fitted, width_of, wrapped

    words = "Polisen och kommunen lovar att utveckla nuvarande samverkan och söka nya områden"
    lines = wrapped(words, SIZE, "normal", 2.0)
    assert " ".join(lines) == words
    assert all(width_of(line) <= 2.0 for line in lines)
    assert fitted(words, 2.0)[-1].endswith(" …")
    assert fitted("Medling", 2.0) == ["Medling"]
