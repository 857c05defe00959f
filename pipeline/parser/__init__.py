"""From a `Document` to its tree: segments with roles, themes, promises and results."""

from pipeline.parser.parse import describe_rule, parse

__all__ = ["describe_rule", "parse"]
