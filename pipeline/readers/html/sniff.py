"""Whether bytes are a web page."""

import re

_OPENING = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_SNIFFED = 2048


def recognise(data: bytes) -> bool:
    """Tell whether bytes are a web page, by how they open."""
    return bool(_OPENING.match(data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00")[:_SNIFFED]))
