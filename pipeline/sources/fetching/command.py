"""The command `fetch`, behind the command line."""

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.sources.fetching import plan
from pipeline.sources.fetching.config import read_config
from pipeline.sources.fetching.manners import Manners
from pipeline.sources.outcomes import FETCH_LOG, Outcome, Result
from pipeline.sources.registry import SOURCES

INTERRUPTED, SOME_FAILED = 130, 1
"""Exit codes."""

_NOT_FETCHED = (Result.FAILED, Result.REFUSED)
_NEEDED = ("scrapy", "bs4")


@dataclass(frozen=True, slots=True)
class Options:
    """What stands on the command line.

    Attributes:
        raw: Folder of the documents.
        sources: The register; None is `sources.csv` in that folder.
        area: Fetch this area only.
        archive: Fetch past versions from a web archive.
        warc: File to write the traffic to as well.
        dry_run: Say what would be asked for, send nothing.
        strict: Exit code 1 if something could not be fetched.
        quiet: Tell about errors only.
    """

    raw: Path
    sources: Path | None = None
    area: str | None = None
    archive: bool = False
    warc: Path | None = None
    dry_run: bool = False
    strict: bool = False
    quiet: bool = False


def fetch(options: Options, version: str, manners: Manners | None = None) -> int:
    """Run the command.

    Args:
        options: What stands on the command line.
        version: Version of this program.
        manners: How to behave; the command line never says otherwise than the defaults.

    Returns:
        The exit code.

    Raises:
        UsageError: Something of it cannot be used.
    """
    sources = plan.chosen(options.sources or options.raw / SOURCES, options.area)
    config = read_config(options.raw)
    cdx = config.cdx if options.archive else None
    if options.dry_run:
        sys.stdout.writelines(f"{line}\n" for line in plan.lines(sources, cdx))
        return 0
    agent = config.agent(version)
    _require_packages()
    if options.warc and options.warc.exists():
        raise UsageError(f"{options.warc} exists: name another file with --warc.")
    if options.warc and not options.warc.absolute().parent.is_dir():
        raise UsageError(f"{options.warc} lies in no folder that exists: make it first.")
    from rich.console import Console

    from pipeline.sources.fetching.run import run
    from pipeline.sources.fetching.summary import show
    from pipeline.sources.fetching.trip import Wish

    wish = Wish(options.raw, sources, agent, cdx, options.warc, config.proxies)
    trip = run(wish, manners or Manners(), _silent if options.quiet else _tell)
    if not options.quiet:
        show(trip.outcomes, Console())
        sys.stdout.write(f"\nThe same as a table: {options.raw / FETCH_LOG}\n")
    if trip.stopped:
        sys.stderr.write("Stopped. Run it again to go on from here.\n")
        return INTERRUPTED
    failed = any(outcome.result in _NOT_FETCHED for outcome in trip.outcomes)
    return SOME_FAILED if options.strict and failed else 0


def _tell(outcome: Outcome) -> None:
    sys.stderr.write(f"{outcome.result:9} {outcome.source_area}: {outcome.url}\n")


def _silent(_: Outcome) -> None:
    """Tell nothing."""


def _require_packages() -> None:
    if not all(find_spec(name) for name in _NEEDED):
        raise UsageError(
            "Fetching needs packages that are not installed. This installs them: "
            'python -m pip install "medborgarloften[fetch]"'
        )
