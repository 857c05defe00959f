"""What promises are called where there is little room."""

import pandas as pd

from pipeline.frames.data import Data


def names(data: Data) -> pd.Series:
    """Return by `promise_id` the heading of a promise, or its words.

    A heading that stands above several promises ("Polisen lovar") names none of them; an umbrella
    promise without one is called by its theme.
    """
    promises = data.promises.set_index("promise_id")
    is_shared = promises.duplicated(["document_id", "heading"], keep=False)
    themes = promises.theme_id.map(data.themes.set_index("theme_id").heading)
    return (
        promises.heading.mask(is_shared)
        .fillna(themes.where(~promises.countable.astype(bool)))
        .fillna(promises.text)
    )
