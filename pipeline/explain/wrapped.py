"""Lines of an explanation that fit the width of a terminal."""

import textwrap
from collections.abc import Iterator


def wrapped(words: str, width: int, indent: int, further: int = 0) -> Iterator[str]:
    """Yield words in lines.

    Args:
        words: The words.
        width: Columns to fill.
        indent: Spaces before the first line.
        further: Spaces before the lines after it; two more than before the first if 0.
    """
    yield from textwrap.wrap(
        words,
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (further or indent + 2),
    )
