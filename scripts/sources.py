"""Write `raw/sources.csv`, the register of addresses to fetch, from a list of seen addresses.

The list has the columns `area`, `url`, `kind_seen` (promise, followup, both) and `period_seen`
(2019-2020, 2022-06/2023-12, 2023T2-T3, 2017+2018, 2022-). Areas get the codes of their
municipalities, periods become EDTF. After that the register is kept by hand.

    python -m scripts.sources LIST.csv
"""

import csv
import re
import sys
from pathlib import Path

from pipeline.facts.municipalities import find_municipalities
from pipeline.sources.registry import SOURCES, read_sources

TARGET = Path(__file__).parents[1] / "raw" / SOURCES
HEADER = ("area", "municipality_code", "url", "kind", "periods", "enabled", "note")
KINDS = {"promise": "promises", "followup": "follow_up", "both": "both"}
NOT_OFFICIAL = {"www.falkopingstidning.se": "an article of a newspaper, no official document"}
FIRST = {"Q": 33, "T": 37}
"""EDTF codes of the first quarter and the first tertial."""


def codes(area: str) -> str:
    """Return the codes of an area's municipalities; a district's is its municipality's."""
    found = (find_municipalities(part)[0] for part in area.split("/"))
    return ";".join(mention.municipality.code for mention in found)


def edtf(seen: str) -> str:
    """Return a period as it was noted in EDTF."""
    if "+" in seen:
        return ";".join(map(edtf, seen.split("+")))
    if part := re.fullmatch(r"(\d{4})([QT])(\d)(?:-[QT](\d))?", seen):
        year, kind, *numbers = part.groups()
        return "/".join(f"{year}-{FIRST[kind] + int(n) - 1}" for n in numbers if n)
    if years := re.fullmatch(r"(\d{4})-(\d{4})?", seen):
        return f"{years[1]}/{years[2] or '..'}"
    return seen


def main() -> None:
    """Write the register and read it again, which checks it."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        seen = list(csv.DictReader(file))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for row in seen:
            note = NOT_OFFICIAL.get(row["url"].split("/")[2], "")
            enabled = "no" if note else "yes"
            kind, periods = KINDS[row["kind_seen"]], edtf(row["period_seen"])
            writer.writerow(
                (row["area"], codes(row["area"]), row["url"], kind, periods, enabled, note)
            )
    print(f"{TARGET}: {len(read_sources(TARGET))} addresses")


if __name__ == "__main__":
    main()
