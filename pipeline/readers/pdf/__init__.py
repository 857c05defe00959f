"""PDF files, by PDFium: words with style and place become paragraphs, tables and headings.

`library.py` opens the file, `objects.py` reads its words (`pieces.py` finds them in the text of a
page, `fonts.py` tells their looks) and `drawings.py` its paths, put upright by `frame.py`;
`ruling.py` finds ruled lines among these and `bullets.py` the list markers that have no letter;
`structure.py` reads tags and bookmarks, `legible.py` tells garbage.
`lines.py` makes rows of words, `furniture.py` finds headers and footers, `columns.py` columns and
`order.py` the order to read in, `grid.py` and `aligned.py` tables with and without lines,
`layout.py` makes paragraphs, `hyphens.py` puts cut words together, `sheet.py` writes the
canonical text, and `regions.py` tells where on the pages a stretch of it stands.
"""

from pipeline.readers.pdf.read import read, recognise

__all__ = ["read", "recognise"]
