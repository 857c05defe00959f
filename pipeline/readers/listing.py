"""List markers at the start of a line, and how deep in lists a line lies."""

import re
from dataclasses import dataclass, field

# What bullets are drawn with: arrows, squares, circles, triangles, ticks, crosses, stars. Not the
# pictures among the signs, which stand for words (a telephone, an envelope).
_SIGNS = "•·∙‣⁃←-⇿■-◿★☆☐☑☒☛☞✓-✘✦-❋❍❏-❒❖➔➘-➾⬅-⬍⬛⬜"

_MARKER = re.compile(
    rf"""(?: [{_SIGNS}] (?! [{_SIGNS}] )  # bullets, also without a space behind
        | [»›] (?= [ \t] )         # without one, a quotation may begin
        | [-–—*+o] (?= [ \t] )      # dashes and the like need one,
        | [-–—] (?= [A-ZÅÄÖ] )      # or a capital
        | \(? \d{{1,2}} [.)] (?= [ \t] )
        | [a-hA-H] \) (?= [ \t] )
        ) [ \t]*""",
    re.VERBOSE,
)


def marker_at(text: str, start: int, end: int) -> int:
    """Return where the list marker that opens `text[start:end]` ends, or `start`."""
    match = _MARKER.match(text, start, end)
    return match.end() if match and match.end() < end else start


@dataclass(slots=True)
class Nesting:
    """Follows list markers and indents down a page and tells each line's depth."""

    _indents: list[int] = field(default_factory=list)

    def depth(self, indent: int, has_marker: bool) -> int:
        """Return in how many list items a line lies.

        Args:
            indent: Column of the line's first character.
            has_marker: The line opens an item.
        """
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        if has_marker:
            if not self._indents or indent > self._indents[-1]:
                self._indents.append(indent)
        elif self._indents and indent == self._indents[-1]:
            self._indents.pop()
        return len(self._indents)
