"""Scans and pictures, by the program Tesseract with its Swedish model.

`pictures.py` opens image files and renders pages, `skew.py` sets them straight, `engine.py` runs
Tesseract, `cache.py` keeps what it found, `hocr.py` reads that, `quality.py` tells words from
noise, `scan.py` does all this page by page, `rows.py` hands the words to the layout of PDF pages,
and `image.py` makes the `Document`.
"""

from pipeline.readers.ocr import rows
from pipeline.readers.ocr.engine import available
from pipeline.readers.ocr.image import read_image, recognise
from pipeline.readers.ocr.rows import put_back
from pipeline.readers.ocr.scan import Reading, read_pages

__all__ = ["Reading", "available", "put_back", "read_image", "read_pages", "recognise", "rows"]
