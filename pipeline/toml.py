"""The data files of the rooms: wording, lexicons, weights.

They are read by tomli, whose compiled parser takes a third of the time of the standard library's
own, of which it is the source: every start of the program reads some forty of them.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import tomli


def read_toml(package: str, name: str) -> dict[str, Any]:
    """Return what a data file of a package holds.

    Args:
        package: The package that the file lies in: `pipeline.linking`.
        name: The file's name: `words.toml`.

    Raises:
        FileNotFoundError: There is no such file.
        tomli.TOMLDecodeError: It is no TOML.
    """
    return parsed(files(package).joinpath(name))


def parsed(file: Traversable) -> dict[str, Any]:
    """Return what a data file holds."""
    return tomli.loads(file.read_text("utf-8"))
