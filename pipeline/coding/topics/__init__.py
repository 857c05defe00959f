"""What promises and claims are about, by the stems of their words."""

from pipeline.coding.topics.find import own_topics, topics_below

__all__ = ["own_topics", "topics_below"]
