"""What developers do with scores and weights: `python -m pipeline.evaluation COMMAND`."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline.errors import MedborgarloftenError
from pipeline.evaluation.coded_files import fingerprint
from pipeline.evaluation.coded_page import PAGE as CODING_PAGE
from pipeline.evaluation.coded_page import coded_page
from pipeline.evaluation.floors import (
    PATH,
    Pinned,
    below,
    load_floors,
    measure,
    renewed,
    save_floors,
    with_coded,
)
from pipeline.evaluation.folders import evaluate_folders
from pipeline.evaluation.linked_page import PAGE as LINKING_PAGE
from pipeline.evaluation.linked_page import linked_page
from pipeline.evaluation.render import render
from pipeline.evaluation.report import Report
from pipeline.evaluation.told_page import told_scores

PAGE = Path("docs/evaluation.md")
TRANSFER = Path("docs/transfer.md")

FAILED, WRONG_USE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.evaluation", description=__doc__)
    parser.add_argument("command", choices=_COMMANDS)
    parser.add_argument("--lower", default="", metavar="REASON", help="floors may be lowered")
    options = parser.parse_args(arguments)
    try:
        return _COMMANDS[options.command](options.lower)
    except MedborgarloftenError as error:
        sys.stderr.write(f"{error}\n")
        return WRONG_USE


def _page(_lower: str) -> int:
    page = render(evaluate_folders())
    PAGE.write_text(page, "utf-8")
    coding = coded_page()
    CODING_PAGE.write_text(coding, "utf-8")
    linking = linked_page()
    LINKING_PAGE.write_text(linking, "utf-8")
    sys.stdout.write(f"{page}\n{coding}\n{linking}")
    return 0


def _check(_lower: str) -> int:
    reports = evaluate_folders()
    told = list(below(load_floors(), _measured(reports)))
    if not PAGE.is_file() or PAGE.read_text("utf-8") != render(reports):
        told.append(f"{PAGE} is not up to date: run `make evaluate`.")
    if not CODING_PAGE.is_file() or CODING_PAGE.read_text("utf-8") != coded_page():
        told.append(f"{CODING_PAGE} is not up to date: run `make evaluate`.")
    if not LINKING_PAGE.is_file() or LINKING_PAGE.read_text("utf-8") != linked_page():
        told.append(f"{LINKING_PAGE} is not up to date: run `make evaluate`.")
    sys.stderr.writelines(f"{line}\n" for line in told)
    return FAILED if told else 0


def _measured(reports: Sequence[Report]) -> Pinned:
    return with_coded(measure(reports), told_scores(), fingerprint())


def _floors(lower: str) -> int:
    pinned = renewed(load_floors(), _measured(evaluate_folders()), lower)
    save_floors(pinned)
    sys.stdout.write(f"{PATH}: {len(pinned.floors)} floors\n")
    return 0


def _fit(_lower: str) -> int:
    from pipeline.evaluation import school
    from pipeline.evaluation.role_words import WORDS, as_tsv, learn_role_words

    lines = school.told_lines()
    WORDS.write_text(as_tsv(lines), "utf-8")
    learned = school.learn()
    school.LEARNED.write_text(school.as_toml(learned), "utf-8")
    ties = school.learn_ties(learn_role_words(lines), learned)
    school.LEARNED_TIES.write_text(school.ties_as_toml(ties), "utf-8")
    sys.stdout.write(f"{school.LEARNED}: {len(learned)} corrections\n")
    sys.stdout.write(f"{school.LEARNED_TIES}: {len(ties)} weights\n")
    return 0


def _transfer(_lower: str) -> int:
    from pipeline.evaluation.transfer import render_transfer, transfer

    page = render_transfer(transfer())
    TRANSFER.write_text(page, "utf-8")
    sys.stdout.write(page)
    return 0


_COMMANDS: Mapping[str, Callable[[str], int]] = {
    "page": _page,
    "check": _check,
    "floors": _floors,
    "fit": _fit,
    "transfer": _transfer,
}

if __name__ == "__main__":
    sys.exit(main())
