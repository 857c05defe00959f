"""The package describes the files: Frictionless finds nothing to say against them."""

import json
import tomllib
from pathlib import Path

import frictionless
import pytest

from pipeline.codes import Role
from pipeline.tables.registry import RESTRICTED, TABLES
from pipeline.tables.schema import columns
from pipeline.tables.version import VERSION
from pipeline.tables.write import write_tables
from tests.tables.samples import sample, tables

ROOT = Path(__file__).parents[2]


@pytest.fixture
def out(tmp_path):
    write_tables(tables(), sample().texts, tmp_path, with_persons=True)
    return tmp_path


def package(out):
    return json.loads((out / "datapackage.json").read_text("utf-8"))


def test_frictionless_validates(out):
    report = frictionless.validate(str(out / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert report.stats["tasks"] == len(TABLES)


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("promises.csv", ",umbrella,", ",canopy,"),
        ("results.csv", ".t1,Resultat", ".t9,Resultat"),
        ("segments.csv", ",theme,", ",,"),
    ],
)
def test_frictionless_finds_what_breaks_the_description(out, table, old, new):
    path = out / table
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    description = package(out)
    for resource in description["resources"]:
        del resource["hash"], resource["bytes"]
    (out / "datapackage.json").write_text(json.dumps(description), "utf-8")
    assert not frictionless.validate(str(out / "datapackage.json")).valid


def test_every_column_of_the_registry_is_described(out):
    resources = {item["name"]: item for item in package(out)["resources"]}
    assert list(resources) == [t.TABLE for t in TABLES]
    for row_type in TABLES:
        fields = resources[row_type.TABLE]["schema"]["fields"]
        assert [f["name"] for f in fields] == [c.name for c in columns(row_type)]
        assert all(f["description"] and f["description_sv"] for f in fields)


def test_codes_keys_and_lists_are_told(out):
    resources = {item["name"]: item["schema"] for item in package(out)["resources"]}
    by_name = {f["name"]: f for f in resources["segments"]["fields"]}
    assert by_name["role"]["constraints"] == {"required": True, "enum": list(Role)}
    assert by_name["segment_id"]["constraints"]["unique"]
    assert resources["result_promises"]["primaryKey"] == ["result_id", "promise_id"]
    itself = {"fields": "parent_id", "reference": {"resource": "", "fields": "promise_id"}}
    assert itself in resources["promises"]["foreignKeys"]
    codes = {f["name"]: f for f in resources["documents"]["fields"]}["municipality_codes"]
    assert (codes["type"], codes["item_separator"]) == ("string", ";")


def test_licence_sources_and_version_are_told(out):
    description = package(out)
    assert description["licenses"][0]["name"] == "CC-BY-4.0"
    assert description["sources"] == [
        {"title": "are/löften.txt", "path": "https://are.example/löften"}
    ]
    assert description["version"] == VERSION


def test_the_version_is_the_project_s():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION


def test_restricted_tables_exist():
    assert {t.TABLE for t in TABLES} >= RESTRICTED
