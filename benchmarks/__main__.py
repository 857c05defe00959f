"""Measure, and write `benchmarks/README.md`."""

import os
import platform
from pathlib import Path

from benchmarks import cold, formats

PAGE = Path(__file__).with_name("README.md")

HEAD = """\
# Speed and memory

Written by `make bench` ({cpus} processors, {system}, Python {python}). Times are medians; what is
compared is measured in turns in one run, so that all meet the same machine.

## The command and the parser

"""
FORMATS = """
## Web pages and Word files

In one process, in turns, {rounds} rounds over the fixtures; the other libraries are the extra
`bench`. Aims: bytes → Document of web pages at most 3 × lxml's parse, tables at most 1 ×
trafilatura, Word files at most 1.5 × python-docx. The first two are not reached: lxml parses a
page of 60 kB in half a millisecond, and the {lines} lines of an average page, each with its style
and its origin, take Python longer than that to make; and what makes a tree of them also reads the
tense of every sentence.

"""


def main() -> None:
    outcomes = [formats.hold(contest) for contest in formats.contests()]
    text = HEAD.format(
        cpus=os.cpu_count(), system=platform.system(), python=platform.python_version()
    )
    text += cold.measured()
    text += FORMATS.format(rounds=formats.ROUNDS, lines=formats.lines_of_pages())
    text += "\n".join(formats.as_text(outcome) for outcome in outcomes)
    PAGE.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
