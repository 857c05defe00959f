"""What each result claims: its sentences, with status, type and trend, rolled up to rows."""

from pipeline.coding.claims.find import find_claims
from pipeline.coding.claims.leads import leads
from pipeline.coding.claims.model import Claim
from pipeline.coding.claims.status import describe_claim_rule

__all__ = ["Claim", "describe_claim_rule", "find_claims", "leads"]
