"""Small PDF files, written object by object."""

import zlib

FLATE = b"/Filter/FlateDecode"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
A_MEGABYTE = 1_000_000


def paper(*objects: bytes) -> bytes:
    """Return a file of objects, numbered from 1; the first is its catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(data), more, data)


def page(content: bytes, more: bytes = b"", *others: bytes) -> bytes:
    """Return a file of one page; `others` are objects from 6 on, named /F2 and /X there."""
    named = b"/Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X 6 0 R>>"
    return paper(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<<%b>>%b>>" % (named, more),
        content,
        FONT,
        *others,
    )


def inflating(megabytes: int, unit: bytes = b"q Q\n") -> bytes:
    """Return deflated data of so many megabytes, packed at once: its blocks are all the same."""
    packer = zlib.compressobj()
    block = packer.compress(unit * (A_MEGABYTE // len(unit))) + packer.flush(zlib.Z_FULL_FLUSH)
    head, end = zlib.compress(b"")[:2], b"\3\0"
    return head + block[2:] * megabytes + end


def pages(number: int) -> bytes:
    """Return a file of empty pages."""
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(number))
    return paper(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, number),
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * number,
    )


def picture(data: bytes, filters: bytes, side: int) -> bytes:
    """Return a file of one page that shows a square picture."""
    grey = b"/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray"
    size = b"/Width %d/Height %d/Filter%b" % (side, side, filters)
    shown = stream(b"q 500 0 0 700 50 50 cm /X Do Q")
    return page(shown, b"", stream(data, grey + size))


BOLD = FONT.replace(b"Helvetica", b"Helvetica-Bold")


def words(x: float, y: float, text: str, size: float = 10, *, bold: bool = False) -> bytes:
    """Return words that begin at a place, in points from the top left corner of the page."""
    spelled = text.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)")
    font = b"F2" if bold else b"F1"
    return b"BT /%b %g Tf 1 0 0 1 %g %g Tm (%b) Tj ET\n" % (font, size, x, 842 - y, spelled)


def leaf(*drawn: bytes) -> bytes:
    """Return a file of one page on which words and lines are drawn."""
    return page(stream(b"".join(drawn)), b"", BOLD)


def leaves(*drawn: bytes) -> bytes:
    """Return a file with what is drawn on each of its pages."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * n) for n in range(len(drawn)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d/MediaBox[0 0 595 842]"
        b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % (kids, len(drawn)),
        FONT,
        BOLD,
    ]
    for n, each in enumerate(drawn):
        objects += [
            b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % (6 + 2 * n),
            stream(each),
        ]
    return paper(*objects)
