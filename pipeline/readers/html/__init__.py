"""Web pages, by lxml: all that a visitor can read, also what is collapsed.

`sniff.py` tells a page by how it opens, `decoding.py` finds the encoding, `flow.py` walks the
elements and makes lines, `marks.py` knows what tags, classes and styles mean, `tables.py` lays out
tables, `main.py` tells main content from the page around it, `facts.py` reads what the page states
of itself, `page.py` makes a document of all that.
"""

from pipeline.document import Document
from pipeline.readers.html.sniff import recognise

__all__ = ["read", "recognise"]


def read(data: bytes, source_name: str) -> Document:
    """Read a web page; nothing is fetched or run.

    Args:
        data: The bytes of the page.
        source_name: Part of messages only.

    Raises:
        ReadError: The page is empty, too large or no text.
    """
    # Loaded only here: a run on texts starts sooner without lxml.
    from pipeline.readers.html import page

    return page.read(data, source_name)
