"""The command as the user types it: what it refuses, and what it says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.sources.fetching import command
from pipeline.sources.fetching.config import read_config
from tests.sources.fetching.folder import ROOT, Folder
from tests.sources.fetching.town import Answer, Town, page


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.register(
        [
            ("Ale", "https://www.ale.example/lofte"),
            ("Härjedalen", "https://www.harjedalen.example/lofte"),
        ]
    )
    return folder


def fetch(folder: Folder, *words: str, contact: str = "") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "MEDBORGARLOFTEN_CONTACT": contact}
    return subprocess.run(
        [sys.executable, "-m", "pipeline", "fetch", "--raw", str(folder.raw), *words],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_contact_nothing_is_fetched(folder: Folder) -> None:
    run = fetch(folder)
    assert run.returncode == 2
    assert "MEDBORGARLOFTEN_CONTACT=" in run.stderr
    assert "fetch.toml" in run.stderr
    assert not (folder.raw / "fetch_log.csv").exists()


@pytest.mark.parametrize("contact", ["me", "a@b", "x@y.se\r\nCookie: 1", "https://"])
def test_a_contact_must_be_one(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, contact: str
) -> None:
    monkeypatch.setenv("MEDBORGARLOFTEN_CONTACT", contact)
    with pytest.raises(UsageError, match="neither an e-mail address"):
        command.fetch(command.Options(folder.raw), "0")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("allowed = ['127.0.0.0/8']", "'allowed' is unknown"),
        ("proxies = 'yes'", "proxies must be true or false"),
        ("cdx = 'archive'", "is no web address"),
        ("contact =", "cannot be read"),
    ],
)
def test_settings_that_are_wrong_are_told(folder: Folder, text: str, why: str) -> None:
    (folder.raw / "fetch.toml").write_text(text)
    with pytest.raises(UsageError, match=why):
        command.fetch(command.Options(folder.raw), "0")


def test_the_contact_may_stand_in_the_file(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEDBORGARLOFTEN_CONTACT", raising=False)
    (folder.raw / "fetch.toml").write_text('contact = "https://www.example.org/project"')
    agent = read_config(folder.raw).agent("1.2")
    assert agent == "medborgarloften/1.2 (+https://www.example.org/project)"


def test_a_dry_run_lists_and_sends_nothing(folder: Folder) -> None:
    run = fetch(folder, "--dry-run", "--area", "härjedalen")
    assert run.returncode == 0
    assert "https://www.harjedalen.example/lofte" in run.stdout
    assert "ale.example" not in run.stdout
    assert "Nothing was sent" in run.stdout


def test_an_unknown_area_gets_a_suggestion(folder: Folder) -> None:
    with pytest.raises(UsageError, match=r"Did you mean Härjedalen\?"):
        command.fetch(command.Options(folder.raw, area="Härjedal"), "0")


def test_the_command_never_asks_this_machine(folder: Folder) -> None:
    with Town("127.0.0.1", "127.0.0.1").open() as town:
        town.pages["/"] = Answer(page("Medborgarlöfte"))
        local = town.url("/").replace("127.0.0.1", "localhost")
        folder.register([("Ale", town.url("/")), ("Boden", local)])
        run = fetch(folder, "--strict", contact="a@b.se")
        assert town.asked == []
    assert run.returncode == 1, run.stderr
    assert folder.log()[town.url("/")] == ("refused", "127.0.0.1 is not a public address")
    assert folder.log()[local][0] == "refused"
    assert "Refused:" in run.stdout


def test_help_does_not_load_what_fetching_needs() -> None:
    script = (
        "import sys; sys.argv[1:] = ['fetch', '--help']\n"
        "from pipeline.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "assert not {'scrapy', 'twisted', 'bs4'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True)


def test_without_scrapy_the_command_that_installs_it_is_told(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "find_spec", lambda name: None)
    monkeypatch.setenv("MEDBORGARLOFTEN_CONTACT", "a@b.se")
    with pytest.raises(UsageError, match=r'pip install "medborgarloften\[fetch\]"'):
        command.fetch(command.Options(folder.raw), "0")
