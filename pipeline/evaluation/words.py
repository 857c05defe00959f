"""Words of a document as a line of a report shows them."""

WIDTH = 100
"""Words past this many characters are shortened in the middle."""


def shorten(words: str, width: int = WIDTH) -> str:
    """Return words on one line, with the middle left out past `width` characters."""
    line = " ".join(words.split())
    if len(line) <= width:
        return line
    half = (width - 3) // 2
    return f"{line[:half].rstrip()} … {line[-half:].lstrip()}"


def quote(words: str, width: int = WIDTH) -> str:
    """Return words shortened and in quotation marks."""
    return f"«{shorten(words, width)}»"
