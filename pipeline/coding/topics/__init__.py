"""What promises and claims are about, by the stems of their words."""

from pipeline.coding.topics.find import Hit, own_topics, topics_below, topics_of

__all__ = ["Hit", "own_topics", "topics_below", "topics_of"]
