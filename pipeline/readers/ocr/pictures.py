"""Opens image files and renders the pages of PDF files, as grey pictures."""

import io
import math
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageOps

from pipeline.codes import DocumentStatus
from pipeline.errors import ReadError

MAX_PIXELS = 50_000_000
"""Larger pictures are refused; a page of A4 at 600 dots per inch has 35 million."""
MAX_PICTURES = 100
"""Image files with more pages are refused."""
RENDER_DPI = 300

_MAX_RENDERED = 20_000_000
_MIN_SIDE = 20
_KNOWN_DPI = (60, 2400)
_COARSEST, _FINEST = 120, 400
_FILLS = 0.8
_PAGE_INCHES = 8.27
_FORMATS = ("PNG", "JPEG", "TIFF")


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture.

    Attributes:
        number: Number of the page, from 1.
        image: The picture, grey.
        dpi: Its dots per inch.
    """

    number: int
    image: Image.Image
    dpi: int

    @property
    def pgm(self) -> bytes:
        """The picture in the format PGM."""
        return b"P5\n%d %d\n255\n" % self.image.size + self.image.tobytes()


def opened(data: bytes) -> Iterator[Picture]:
    """Yield the pages of an image file.

    Raises:
        ReadError: A page is too large, too small, or damaged; or there are too many.
    """
    try:
        with warnings.catch_warnings():
            # What Pillow warns of is judged below.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            file = Image.open(io.BytesIO(data), formats=_FORMATS)
        with file:
            count = getattr(file, "n_frames", 1)
            if count > MAX_PICTURES:
                raise _too_large(f"has {count} pages; the limit is {MAX_PICTURES}")
            for number in range(1, count + 1):
                file.seek(number - 1)
                yield _picture(file, number)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    # Pillow tells of damage by nearly every kind of error.
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError) as error:
        raise ReadError(
            DocumentStatus.UNREADABLE,
            "The picture is damaged and cannot be opened. Fetch it again or scan the page again.",
        ) from error


def rendered(data: bytes, numbers: Sequence[int]) -> Iterator[Picture]:
    """Yield pages of a PDF file; one that cannot be shown is white.

    Args:
        data: The bytes of the file.
        numbers: Numbers of the pages, from 1.

    Raises:
        ReadError: A page shows a picture with too many pixels.
    """
    with closing(pypdfium2.PdfDocument(data)) as document:
        for number in numbers:
            try:
                page = document[number - 1]
            except pypdfium2.PdfiumError:
                yield Picture(number, Image.new("L", (_MIN_SIDE, _MIN_SIDE), 255), RENDER_DPI)
                continue
            with closing(page):
                _check_embedded(page)
                width, height = page.get_size()
                most = math.sqrt(_MAX_RENDERED / max(width * height, 1.0))
                dpi = max(int(min(_scanned_dpi(page), 72 * most)), 1)
                bitmap = page.render(scale=dpi / 72, grayscale=True)
                yield Picture(number, bitmap.to_pil().convert("L"), dpi)


def _scanned_dpi(page: pypdfium2.PdfPage) -> int:
    """Return the dots per inch of the picture that fills a page: more would blur its letters."""
    area = math.prod(page.get_size())
    for item in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,), max_depth=4):
        left, bottom, right, top = item.get_bounds()
        shown = (right - left) * (top - bottom)
        if shown > _FILLS * area:
            dpi = round(72 * math.sqrt(math.prod(item.get_px_size()) / shown))
            if _COARSEST <= dpi <= _FINEST:
                return dpi
    return RENDER_DPI


def _check_embedded(page: pypdfium2.PdfPage) -> None:
    """Refuse a page of a PDF file that shows a picture with too many pixels."""
    for item in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,), max_depth=4):
        size = item.get_px_size()
        if size[0] * size[1] > MAX_PIXELS:
            raise _too_many_pixels(size)


def _picture(file: Image.Image, number: int) -> Picture:
    width, height = file.size
    if width * height > MAX_PIXELS:
        raise _too_many_pixels(file.size)
    if min(width, height) < _MIN_SIDE:
        raise ReadError(
            DocumentStatus.EMPTY,
            f"The picture is {width} × {height} pixels, too small to show words.",
        )
    dpi = _dpi(file)
    image = _grey(ImageOps.exif_transpose(file))
    if dpi > _FINEST:
        # More dots cost time and tell no more of the letters.
        factor = RENDER_DPI / dpi
        size = round(image.width * factor), round(image.height * factor)
        image, dpi = image.resize(size, Image.Resampling.BOX), RENDER_DPI
    return Picture(number, image, dpi)


def _grey(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I") or image.mode == "F":
        image = image.convert("F").point(lambda value: value / 256)
    elif image.has_transparency_data:
        seen = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
    return image.convert("L")


def _dpi(file: Image.Image) -> int:
    """Return the dots per inch it tells, else those that make it as wide as A4."""
    told = file.info.get("dpi") or (0, 0)
    dpi = round(float(told[0]))
    least, most = _KNOWN_DPI
    # Many programs write 72 and 96 for pictures of any size.
    is_made_up = dpi in (72, 96) and file.width > 2 * dpi * _PAGE_INCHES
    if least <= dpi <= most and not is_made_up:
        return dpi
    return max(round(min(file.size) / _PAGE_INCHES), 1)


def _too_many_pixels(size: tuple[int, int] | None = None) -> ReadError:
    told = f"has {size[0]} × {size[1]} pixels" if size else "has too many pixels"
    limit = f"the limit is {MAX_PIXELS // 1_000_000} million"
    return _too_large(f"{told}; {limit}")


def _too_large(what: str) -> ReadError:
    return ReadError(
        DocumentStatus.TOO_LARGE,
        f"The picture {what}. Split it or save it with fewer dots per inch.",
    )
