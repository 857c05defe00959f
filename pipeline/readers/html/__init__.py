"""Web pages, by lxml: all that a visitor can read, also what is collapsed.

`decoding.py` finds the encoding, `flow.py` walks the elements and makes lines, `marks.py`
knows what tags, classes and styles mean, `tables.py` lays out tables, `main.py` tells main
content from the page around it, `facts.py` reads what the page states of itself.
"""

from pipeline.readers.html.read import read, recognise

__all__ = ["read", "recognise"]
