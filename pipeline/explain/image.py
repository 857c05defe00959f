"""Draw the boxes of a row on a picture of its page."""

from pathlib import Path

from pipeline.errors import UsageError
from pipeline.explain.gather import Explanation
from pipeline.tables.load import load
from pipeline.tables.registry import RegionRow

_DOTS_PER_INCH = 110


def draw(found: Explanation, out: Path) -> bytes:
    """Return a PNG of the page where a row begins, with the row's boxes on it.

    Args:
        found: What stands behind the row.
        out: Folder of the tables.

    Raises:
        UsageError: The row stands on no page of a PDF file.
    """
    from io import BytesIO

    import pdfplumber

    wanted = {segment.segment_id for segment in found.segments}
    boxes = [region for region in load(out, RegionRow) if region.segment_id in wanted]
    if not boxes:
        raise UsageError(f"{found.row_id} stands on no page: only rows of PDF files do.")
    source = Path(found.source)
    if found.source_state or source.suffix.lower() != ".pdf":
        raise UsageError(f"{source} cannot be shown as a page: the PDF file itself is needed.")
    page = min(region.page for region in boxes)
    with pdfplumber.open(source) as pdf:
        image = pdf.pages[page - 1].to_image(resolution=_DOTS_PER_INCH)
        image.draw_rects([(b.x0, b.y0, b.x1, b.y1) for b in boxes if b.page == page])
        drawn = BytesIO()
        image.save(drawn, format="PNG")
    return drawn.getvalue()
