"""What themes, promises and claims are about, by the stems of their words."""

from pipeline.coding.topics.choose import topics_of_claim, topics_of_promise, topics_of_theme
from pipeline.coding.topics.signs import NO_SIGNS, Signs, signs

__all__ = [
    "NO_SIGNS",
    "Signs",
    "signs",
    "topics_of_claim",
    "topics_of_promise",
    "topics_of_theme",
]
