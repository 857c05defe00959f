"""Tables of what Swedish police and municipalities promised, and what came of it.

In a notebook:

    import pipeline

    data = pipeline.load("processed")
    data.promises
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.frames.data import Data


def load(folder: str | Path = "processed") -> "Data":
    """Read the tables of a folder as pandas DataFrames.

    Args:
        folder: Where `medborgarloften extract` wrote them.

    Returns:
        A DataFrame for each table: `load().promises`, `load().claims`, …

    Raises:
        pipeline.errors.UsageError: There are no tables, not all, or those of another version;
            the message says what to do.
    """
    from pipeline.frames.data import read  # loads pandas

    return read(Path(folder))
