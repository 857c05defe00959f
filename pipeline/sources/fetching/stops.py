"""Why a request is not sent, or its answer not used."""

from scrapy.exceptions import IgnoreRequest


class Refused(IgnoreRequest):
    """The address or the answer is unsafe, too large or leads elsewhere."""


class SkippedByRobots(IgnoreRequest):
    """robots.txt asks not to fetch this address, or could not be read."""


class BusyError(Exception):
    """The host asks to wait longer than a run waits."""


class UnreachableError(Exception):
    """The host could not be asked for its robots.txt, nor then for anything else."""
