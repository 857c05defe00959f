"""Put an explanation on the screen: coloured on a terminal, with marks elsewhere."""

import re
import sys

from pipeline.explain.render import CLOSE, OPEN

_MARKS = str.maketrans({OPEN: "»", CLOSE: "«"})


def show(text: str) -> None:
    """Print what `render` returned.

    On a terminal the row's words stand out; elsewhere they stand between » and «.
    """
    if not sys.stdout.isatty():
        sys.stdout.write(text.translate(_MARKS))
        return
    from rich.console import Console
    from rich.text import Text

    painted = Text()
    style = ""
    for part in re.split(f"([{OPEN}{CLOSE}])", text):
        if part in (OPEN, CLOSE):
            style = "bold yellow" if part == OPEN else ""
        else:
            painted.append(part, style)
    Console(soft_wrap=True, highlight=False).print(painted, end="")
