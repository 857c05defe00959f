"""Measure, and write `benchmarks/README.md`."""

import os
import platform
from pathlib import Path

from benchmarks import coding, cold, formats, linking, pages

PAGE = Path(__file__).with_name("README.md")

HEAD = """\
# Speed and memory

Written by `make bench` ({cpus} processors, {system}, Python {python}). Times are medians; what is
compared is measured in turns in one run, so that all meet the same machine.

## The command and the parser

"""
CODING = """
## Coding

"""
FORMATS = """
## Web pages, Word files, PDF files

In one process, in turns, {rounds} rounds over the fixtures; the other libraries are the extra
`bench`. The first round does not count: what all have loaded by then is kept from the garbage
collector, as in a run. Aims: bytes → Document of web pages at most 3 × lxml's parse, of Word files
at most 1.5 × python-docx, of PDF files at most 2 × PDFium's bare text; tables of web pages at most
1 × trafilatura, of PDF files at most 0.1 × pdfplumber's words. Those of lxml and of PDFium are not
reached: each parses a page in about a millisecond, and the lines of a page ({lines} on an average
web page), each with its style and its origin, take Python longer than that to make.

"""
PAGES = """
## Many pages, and scans

"""
LINKING = """
## Linking

"""


def main() -> None:
    outcomes = [formats.hold(contest) for contest in formats.contests()]
    text = HEAD.format(
        cpus=os.cpu_count(), system=platform.system(), python=platform.python_version()
    )
    text += cold.measured()
    text += CODING + coding.measured()
    text += FORMATS.format(rounds=formats.ROUNDS, lines=formats.lines_of_pages())
    text += "\n".join(formats.as_text(outcome) for outcome in outcomes)
    text += PAGES + pages.measured()
    text += LINKING + linking.measured()
    PAGE.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
