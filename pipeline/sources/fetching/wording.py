"""The wording by which links are chosen: `links.toml`, read once."""

from dataclasses import dataclass
from functools import cache

from pipeline.toml import read_toml


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
    lists = read_toml("pipeline.sources.fetching", "links.toml")
    return Wording(**{name: tuple(items) for name, items in lists.items()})
