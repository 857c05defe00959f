"""What says in so many words that something was not done: "ställdes in", "lades ner"."""

from pipeline.coding.claims.said import NEAR, Said

_PARTICLES = (
    ("puts", "puts_in"),
    ("drops", "drops_out"),
    ("pushes", "pushes_on"),
    ("lies", "lies_low"),
    ("is_forced", "calls_off"),
)
"""Verbs of calling off, and the particle or verb that they do so with further on."""
CUES = frozenset({"says_undone", "lays", "says"}).union(first for first, _ in _PARTICLES)
"""What says so holds one of these."""


def says_undone(said: Said) -> bool:
    """Tell whether a claim says in so many words that something was not done."""
    if CUES.isdisjoint(said.cues):
        return False
    if said.has("says_undone") or any(said.in_turn(*pair, NEAR) for pair in _PARTICLES):
        return True
    laid_down = said.in_turn("lays", "lays_down", NEAR) and not said.has("effort")
    refused = said.in_turn("says", "no_word", NEAR) and not said.has("turns")
    return laid_down or refused
