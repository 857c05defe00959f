"""The wording by which links are chosen: `links.toml`, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Wording:
    """The lists of `links.toml`, which explains them."""

    shared: tuple[str, ...]
    anywhere: tuple[str, ...]
    in_text: tuple[str, ...]
    never: tuple[str, ...]
    around: tuple[str, ...]
    around_roles: tuple[str, ...]
    files: tuple[str, ...]
    file_paths: tuple[str, ...]
    other_files: tuple[str, ...]
    date_metas: tuple[str, ...]
    date_words: tuple[str, ...]


@cache
def wording() -> Wording:
    """Return what `links.toml` holds."""
    text = files("pipeline.sources.fetching").joinpath("links.toml").read_text("utf-8")
    return Wording(**{name: tuple(items) for name, items in tomllib.loads(text).items()})
