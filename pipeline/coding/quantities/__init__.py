"""How much a sentence says."""

from pipeline.coding.quantities.find import find_quantities
from pipeline.coding.quantities.model import Quantity

__all__ = ["Quantity", "find_quantities"]
