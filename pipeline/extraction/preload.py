"""Importing this loads all that reading needs, once, for every process forked afterwards."""

import gc
import os
from contextlib import suppress
from importlib import import_module

_EXAMPLE = """\
Medborgarlöften i Åre kommun 2024

Trygghet i centrum

Polisen lovar att patrullera två gånger i veckan och att besöka alla skolor i årskurs 7.

Resultat: Polisen har patrullerat 90 gånger under våren, tillsammans med Kommunens fältare. I
Norra skolan ställdes besöket in den 3 maj 2024.
"""


def _load() -> None:
    """Import the rooms, and fill what they cache at first use: wording, lexicons, places."""
    from pipeline.coding.code import code
    from pipeline.facts.facts import read_facts
    from pipeline.facts.model import SourceHint
    from pipeline.parser import parse
    from pipeline.readers import read

    document = read(_EXAMPLE.encode(), "example.txt")
    tree = parse(document)
    code(document.text, tree, read_facts(document, tree, SourceHint("example.txt")))
    import_module("pipeline.extraction.reading")


# No reader gains by these threads, and a process without threads forks safely.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Nothing loaded here is ever garbage, and to look for garbage takes a tenth of the time.
gc.disable()
# A fault comes back with every document, in words a user can read; here nobody would see it.
with suppress(Exception):
    _load()
gc.freeze()
gc.enable()
# What one document makes is dropped with it: to look for circles that often finds none.
gc.set_threshold(50_000)
