"""What each result claims: its sentences, with status, type and trend, rolled up to rows."""

from pipeline.coding.claims.find import find_claims
from pipeline.coding.claims.model import Claim

__all__ = ["Claim", "find_claims"]
