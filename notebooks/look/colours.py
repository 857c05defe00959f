"""Colours that the colour-blind can tell apart and that differ in lightness, for print in grey.

Blue: something was done. Orange: something goes on. Black: not done. White: no word of it.
"""

HATCHED = "hatched"
STATUS = {
    "completed": "#123f6d",
    "recurring": "#8fbfe6",
    "partial": "#d6e8f5",
    "ongoing": "#d97b0d",
    "started": "#f2b35e",
    "planned": "#fbe0b5",
    "mixed": "#7d68a8",
    "not_done": "#1a1a1a",
    "trend": "#8a8a8a",
    "unclear": "#b3b3b3",
    "background": "#d4d4d4",
    "not_reported": HATCHED,
    "reported_collectively": "#e9e9e9",
    "no_follow_up": "white",
}
SEEN = {"both": "#123f6d", "promises": "#8fbfe6", "follow_up": "#f2b35e", "nothing": HATCHED}
PRECISION = {"lost": "#d97b0d", "gained": "#123f6d", "kept": "#8fbfe6"}
BAR = "#1f5a94"


def on(fill: str) -> str:
    """Return the colour of words on a fill: white on dark ones, else black."""
    if not fill.startswith("#"):
        return "black"
    red, green, blue = (int(fill[i : i + 2], 16) for i in (1, 3, 5))
    return "white" if 0.299 * red + 0.587 * green + 0.114 * blue < 130 else "black"
