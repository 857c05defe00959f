"""A link that opens a page at certain words (text fragments, WICG)."""

from urllib.parse import quote

_LONG = 100
_EDGE_WORDS = 5


def text_fragment(url: str, words: str) -> str:
    """Return the address of a page with its words marked.

    Args:
        url: Address of the page.
        words: Words that stand on it, in one paragraph.
    """
    parts = words.split()
    if len(words) > _LONG and len(parts) > 2 * _EDGE_WORDS:
        ends = (" ".join(parts[:_EDGE_WORDS]), " ".join(parts[-_EDGE_WORDS:]))
        fragment = ",".join(_quoted(end) for end in ends)
    else:
        fragment = _quoted(" ".join(parts))
    return f"{url.partition('#')[0]}#:~:text={fragment}"


def _quoted(words: str) -> str:
    # A dash and a comma have a meaning of their own in a fragment.
    return quote(words, safe="").replace("-", "%2D")
