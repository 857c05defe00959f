"""A raw folder, and runs of `fetch` on it."""

import csv
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.sources.fetching.town import Town

ROOT = Path(__file__).parents[3]
ERRAND = Path(__file__).with_name("errand.py")

MANNERS = {
    "delay": 0.08,
    "archive_delay": 0.2,
    "timeout": 0.6,
    "max_bytes": 400_000,
    "retries": 1,
    "backoff": 0.1,
    "longest_wait": 5.0,
    "allowed": ["127.0.0.0/8"],
}
COLUMNS = ("area", "municipality_code", "url", "kind", "periods", "enabled", "note")
CONTACT = "forskare@example.org"


@dataclass
class Folder:
    """A raw folder below a test's own."""

    path: Path
    names: dict[str, list[str]] = field(default_factory=dict)
    # A proxy that is not there: were it used, nothing would be fetched.
    proxy: str = "http://127.0.0.1:9"

    @property
    def raw(self) -> Path:
        return self.path / "raw"

    def know(self, *towns: Town) -> "Folder":
        self.names |= {town.name: [town.ip] for town in towns}
        return self

    def register(self, sources: Iterable[tuple[str, str]]) -> None:
        """Write the register: areas and addresses."""
        self.raw.mkdir(exist_ok=True)
        with (self.raw / "sources.csv").open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for area, url in sources:
                writer.writerow([area, "1440", url, "promises", "", "yes", ""])

    def start(self, manners: Mapping[str, Any] | None = None, **options: Any) -> Any:
        spec = {
            "names": self.names,
            "connections": str(self.path / "connections.txt"),
            "options": {"raw": str(self.raw), **options},
            "manners": {**MANNERS, **(manners or {})},
        }
        env = {**os.environ, "MEDBORGARLOFTEN_CONTACT": CONTACT, "PYTHONPATH": str(ROOT)}
        env |= {"http_proxy": self.proxy, "https_proxy": self.proxy, "no_proxy": ""}
        return subprocess.Popen(
            [sys.executable, ERRAND, json.dumps(spec)],
            cwd=self.path,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def fetch(self, manners: Mapping[str, Any] | None = None, **options: Any) -> "Run":
        process = self.start(manners, **options)
        out, err = process.communicate(timeout=60)
        return Run(process.returncode, out, err, self.log())

    def log(self) -> dict[str, tuple[str, str]]:
        """Return result and reason by address."""
        path = self.raw / "fetch_log.csv"
        if not path.exists():
            return {}
        with path.open(newline="") as file:
            return {row["url"]: (row["result"], row["why"]) for row in csv.DictReader(file)}

    def rows(self) -> list[dict[str, str]]:
        """Return the manifest, after making sure that it and the files agree."""
        path = self.raw / "manifest.csv"
        if not path.exists():
            return []
        with path.open(newline="") as file:
            rows = list(csv.DictReader(file))
        names = [row["source_name"] for row in rows]
        stored = [
            item for item in self.raw.rglob("*") if item.is_file() and item.parent != self.raw
        ]
        assert sorted(names) == sorted(str(item.relative_to(self.raw)) for item in stored)
        assert len({(row["source_url"], row["sha256"], row["archive_url"]) for row in rows}) == len(
            rows
        )
        for row in rows:
            data = (self.raw / row["source_name"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == row["sha256"]
        return rows

    def connections(self) -> set[str]:
        path = self.path / "connections.txt"
        return set(path.read_text().split()) if path.exists() else set()


@dataclass
class Run:
    """What a run said."""

    code: int
    out: str
    err: str
    log: dict[str, tuple[str, str]]

    def result(self, url: str) -> str:
        return self.log[url][0]

    def why(self, url: str) -> str:
        return self.log[url][1]
