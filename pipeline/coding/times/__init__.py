"""When something happened that a sentence tells of."""

from pipeline.coding.times.find import find_times
from pipeline.coding.times.model import Context, Time
from pipeline.coding.times.scope import claim_time

__all__ = ["Context", "Time", "claim_time", "find_times"]
