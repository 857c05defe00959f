"""Document-level facts: place, periods, dates, people."""

from pipeline.facts.facts import read_facts
from pipeline.facts.municipalities import all_municipalities

__all__ = ["all_municipalities", "read_facts"]
