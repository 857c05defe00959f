"""Scores may rise and may not fall unnoticed; floors hold for the corpus they were measured on."""

import tomllib
from pathlib import Path

import pytest

from pipeline.codes import Role
from pipeline.errors import UsageError
from pipeline.evaluation import __main__ as command
from pipeline.evaluation import floors
from pipeline.evaluation.floors import (
    Pinned,
    below,
    load_floors,
    measure,
    renewed,
    save_floors,
    with_coded,
)
from pipeline.evaluation.report import Report
from pipeline.evaluation.told_scores import Counts
from pipeline.tables.registry import SegmentRow
from tests.evaluation.made_up import HIDDEN, SEEN, write_gold
from tests.evaluation.tables import Tables, layout_tables

OWN = {"family": "direct"}


@pytest.fixture
def made_up(tmp_path: Path) -> Tables:
    gold = {"a.txt": (SEEN, OWN), "h.txt": (HIDDEN, {**OWN, "held_out": True})}
    write_gold(tmp_path / "layouts", gold)
    return layout_tables(tmp_path / "layouts")


def worse(tables: Tables, words: str = "40 gånger") -> Report:
    """Lose one result."""
    row = next(
        r
        for r in tables.of(SegmentRow)
        if r.role is Role.RESULT and words in tables.texts[r.document_id]
    )
    tables.change(row, role=Role.BACKGROUND)
    return tables.report()


def test_measures_are_told_by_set(coded: Tables, made_up: Tables) -> None:
    measured = measure([coded.report(), made_up.report()])
    assert set(measured.floors) == {
        *(f"gold.{name}" for name in ("core_f1", "rows_f1", "ties", "document_facts")),
        "gold.documents_exact",
        *(f"own_seen.{name}" for name in ("core_f1", "ties", "documents_exact")),
        *(f"own_held_out.{name}" for name in ("core_f1", "ties", "documents_exact")),
    }
    assert set(measured.floors.values()) == {1.0}


def test_coded_mentions_have_floors_of_their_own(made_up: Tables) -> None:
    told = {"held_out": {"actor": Counts(coded=4, found=4, right=3), "time": Counts()}}
    measured = with_coded(measure([made_up.report()]), told, "1f")
    assert measured.floors["coded_held_out.actor"] == 0.75
    assert "coded_held_out.time" not in measured.floors
    lower = with_coded(measured, {"held_out": {"actor": Counts(4, 4, 2)}}, "1f")
    (message,) = below(measured, lower)
    assert message.startswith("coded_held_out.actor is 0.5000, its floor is 0.7500.")
    assert "too narrow" in message


def test_what_is_reached_is_not_below(made_up: Tables) -> None:
    measured = measure([made_up.report()])
    assert list(below(measured, measured)) == []


def test_floors_are_rounded_down(made_up: Tables) -> None:
    assert measure([worse(made_up)]).floors["own_seen.core_f1"] == 0.6666


def test_a_run_below_a_floor_is_told_with_what_to_do(made_up: Tables) -> None:
    pinned = measure([made_up.report()])
    told = list(below(pinned, measure([worse(made_up)])))
    assert told[0].startswith("own_seen.core_f1 is 0.6666, its floor is 1.0000. ")
    assert all("look at the differences" in line and "LOWER=" in line for line in told)


def test_of_a_held_out_loss_only_the_total_is_told(made_up: Tables) -> None:
    pinned = measure([made_up.report()])
    told = list(below(pinned, measure([worse(made_up, "hemliga")])))
    assert told[0].startswith("own_held_out.core_f1 is 0.6666")
    assert not any("h.txt" in line or "hemlig" in line or "differences" in line for line in told)


def test_another_corpus_is_told(made_up: Tables) -> None:
    measured = measure([made_up.report()])
    pinned = Pinned(dict.fromkeys(measured.corpus, "0" * 64), measured.floors)
    (told,) = below(pinned, measured)
    assert "not the corpus that the floors were measured on" in told
    assert "run `make floors`" in told


def test_a_set_that_is_gone_is_told(made_up: Tables) -> None:
    measured = measure([made_up.report()])
    fewer = {name: value for name, value in measured.floors.items() if "held_out" not in name}
    told = list(below(measured, Pinned(measured.corpus, fewer)))
    assert told[0].startswith("own_held_out.core_f1 is gone")


def test_raising_needs_no_reason_and_lowering_does(made_up: Tables) -> None:
    high, low = measure([made_up.report()]), measure([worse(made_up)])
    assert renewed(low, high, "") == high
    with pytest.raises(UsageError, match=r"own_seen.core_f1 from 1.0000 to 0.6666.*LOWER="):
        renewed(high, low, " ")
    lowered = renewed(high, low, "gold mended\n2026-01-02")
    assert lowered.floors == low.floors
    assert next((i.floor, i.was, i.to, i.why) for i in lowered.lowered) == (
        "own_seen.core_f1", 1.0, 0.6666, "gold mended 2026-01-02",
    )  # fmt: skip
    assert renewed(lowered, high, "").lowered == lowered.lowered


def test_the_file_holds_what_was_saved(tmp_path: Path, made_up: Tables) -> None:
    path = tmp_path / "floors.toml"
    high, low = measure([made_up.report()]), measure([worse(made_up)])
    gone = Pinned(low.corpus, {n: v for n, v in low.floors.items() if n != "own_seen.ties"})
    pinned = renewed(high, gone, 'said "why" \\ så')
    save_floors(pinned, path)
    assert load_floors(path) == pinned
    (line,) = [line for line in path.read_text("utf-8").splitlines() if "own_seen.core_f1" in line]
    assert "from = 1.0000, to = 0.6666, why = " in line
    assert tomllib.loads(path.read_text("utf-8"))["own_seen"]["core_f1"] == 0.6666


def test_a_file_that_was_damaged_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    for words in ("[corpus", "x = 1\n", 'lowered = [1]\n[corpus]\na = "b"\n'):
        path.write_text(words, "utf-8")
        with pytest.raises(UsageError, match="is not as `make floors` writes it"):
            load_floors(path)


@pytest.fixture
def run(tmp_path: Path, made_up: Tables, monkeypatch, capsys):
    """Run a developers' command on the made-up gold; return exit code and what it told."""
    monkeypatch.chdir(tmp_path)
    for folder in ("docs", "tests"):
        (tmp_path / folder).mkdir()
    monkeypatch.setattr(command, "evaluate_folders", lambda: [made_up.report()])
    monkeypatch.setattr(command, "coded_page", lambda: "# Coding\n")
    monkeypatch.setattr(command, "linked_page", lambda: "# Linking\n")
    monkeypatch.setattr(command, "told_scores", dict)

    def call(*words: str) -> tuple[int, str]:
        code = command.main(words)
        told = capsys.readouterr()
        return code, told.out + told.err

    return call


def test_check_passes_once_floors_and_page_are_written(run) -> None:
    code, told = run("check")
    assert code == 1
    assert "run `make floors`" in told
    assert "run `make evaluate`" in told
    assert run("floors") == (0, "tests/floors.toml: 6 floors\n")
    assert run("page")[0] == 0
    assert run("check") == (0, "")


def test_the_page_is_what_is_printed(run) -> None:
    _, told = run("page")
    assert told == command.PAGE.read_text("utf-8") + "\n# Coding\n\n# Linking\n"
    assert told.startswith("# Evaluation\n")
    assert run("page") == (0, told)


def test_a_loss_fails_the_check_and_needs_a_reason(run, made_up: Tables) -> None:
    run("floors")
    run("page")
    worse(made_up)
    code, told = run("check")
    assert code == 1
    assert "own_seen.core_f1 is 0.6666" in told
    assert "docs/evaluation.md is not up to date" in told
    before = floors.PATH.read_text("utf-8")
    code, told = run("floors")
    assert (code, told.count("\n")) == (2, 1)
    assert floors.PATH.read_text("utf-8") == before
    assert run("floors", "--lower", "a rule was about one place (2026-01-02)")[0] == 0
    assert "a rule was about one place (2026-01-02)" in floors.PATH.read_text("utf-8")
    run("page")
    assert run("check") == (0, "")


def test_an_unknown_command_is_wrong_use(run) -> None:
    with pytest.raises(SystemExit) as caught:
        command.main(["nonsense"])
    assert caught.value.code == 2


def test_the_committed_floors_are_those_of_the_committed_corpus(coded: Tables, laid_out) -> None:
    root = Path(__file__).parents[2]
    pinned = load_floors(root / floors.PATH)
    for gold, tables in (("tests/gold", coded), ("tests/layouts", laid_out)):
        assert pinned.corpus[gold] == tables.report().sha256, "run `make floors`"
