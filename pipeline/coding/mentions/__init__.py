"""Who, with whom, for whom, where, in which programme."""

from pipeline.coding.mentions.find import find_mentions
from pipeline.coding.mentions.gazetteer import gazetteer
from pipeline.coding.mentions.headings import heading_actors
from pipeline.coding.mentions.inherit import actors_of, inherit
from pipeline.coding.mentions.model import Actor, Context, Mention
from pipeline.coding.mentions.wording import listed_codes

__all__ = [
    "Actor",
    "Context",
    "Mention",
    "actors_of",
    "find_mentions",
    "gazetteer",
    "heading_actors",
    "inherit",
    "listed_codes",
]
