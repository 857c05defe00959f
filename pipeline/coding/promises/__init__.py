"""How a promise is given: modality, hedges, goal or activity, whether it can be checked."""

from pipeline.coding.promises.find import Pledge, read_pledge

__all__ = ["Pledge", "read_pledge"]
