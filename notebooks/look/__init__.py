"""Pictures and small tables of the data, in Swedish: what the notebook `first_look` shows."""

from .actors import actors
from .coverage import coverage
from .fates import fates
from .kinds import kinds
from .mentioned import mentioned
from .numbers import numbers
from .ongoing import ongoing
from .shares import shares
from .sheet import svg
from .status import status
from .tables import delays, extras, hedged, not_done, targets

__all__ = [
    "actors",
    "coverage",
    "delays",
    "extras",
    "fates",
    "hedged",
    "kinds",
    "mentioned",
    "not_done",
    "numbers",
    "ongoing",
    "shares",
    "status",
    "svg",
    "targets",
]
