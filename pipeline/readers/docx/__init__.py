"""Word files: the archive is opened within limits, its XML walked with lxml.

`package.py` opens the archive, `styles.py` and `numbering.py` resolve what styles and lists
mean, `body.py` walks paragraphs, tables and notes, `lines.py` writes the canonical text.
"""

from pipeline.readers.docx.read import MEDIA_TYPE, OLE, is_open_document, read, recognise

__all__ = ["MEDIA_TYPE", "OLE", "is_open_document", "read", "recognise"]
