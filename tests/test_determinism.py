"""The same documents give the same bytes: any order, locale, time zone, seed, or number of workers.

Parquet files name the version of the library that wrote them, so they are compared between
runs here, and left out where the committed tables are compared.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.extraction import extract

ROOT = Path(__file__).parents[1]
RAW = ROOT / "raw"


def held(folder: Path, but: str = "") -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != but
    }


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    out = tmp_path_factory.mktemp("reference")
    extract(RAW, out, workers=1)
    return held(out)


def test_processed_holds_what_the_code_makes_of_raw(reference):
    fresh = {name: data for name, data in reference.items() if not name.endswith(".parquet")}
    committed = held(ROOT / "processed", but=".parquet")
    assert sorted(committed) == sorted(fresh), "run `make extract`"
    stale = [name for name in sorted(fresh) if committed[name] != fresh[name]]
    assert not stale, f"run `make extract`: {stale}"


def test_the_order_in_which_files_were_put_there_changes_nothing(reference, tmp_path):
    files = sorted((path for path in RAW.rglob("*") if path.is_file()), reverse=True)
    for path in files:
        copy = tmp_path / "raw" / path.relative_to(RAW)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    extract(tmp_path / "raw", tmp_path / "out", workers=1)
    assert held(tmp_path / "out") == reference


def test_the_number_of_workers_changes_nothing(reference, tmp_path):
    extract(RAW, tmp_path, workers=2)
    assert held(tmp_path) == reference


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Pacific/Auckland"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "POSIX", "TZ": "UTC", "PYTHONUTF8": "0"},
    ],
    ids=["seed 0", "seed 1"],
)
def test_seed_locale_and_time_zone_change_nothing(reference, tmp_path, surroundings):
    subprocess.run(
        [sys.executable, "-m", "pipeline", "extract", RAW, "--out", tmp_path, "--quiet"],
        env=os.environ | surroundings,
        cwd=ROOT,
        check=True,
    )
    assert held(tmp_path) == reference


def test_nothing_tells_of_the_machine_or_the_clock(reference):
    for name, data in reference.items():
        if name != "datapackage.json" and not name.endswith(".parquet"):
            assert str(ROOT).encode() not in data, name
    assert b"created" not in reference["datapackage.json"]
    assert b"time" not in reference["run.json"]
