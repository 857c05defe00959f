"""How sure a share is: the Wilson score interval."""

from math import sqrt

Interval = tuple[float, float]
"""Lower and upper bound, both within 0 and 1."""

_Z = 1.959963984540054
"""Standard normal quantile of 0.975: two-sided 95 %."""


def wilson(right: int, total: int) -> Interval:
    """Return the 95 % score interval of a share.

    Source: E. B. Wilson (1927), "Probable inference, the law of succession, and
    statistical inference", Journal of the American Statistical Association 22,
    209-212. It stays honest for few cases and for shares of 0 and 1, where the
    usual interval shrinks to a point.

    Args:
        right: How many of the cases are right, 0 to `total`.
        total: How many cases there are; none at all says nothing: (0, 1).
    """
    if total == 0:
        return 0.0, 1.0
    share = right / total
    scale = 1 + _Z**2 / total
    centre = (share + _Z**2 / (2 * total)) / scale
    half = _Z / scale * sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    return max(0.0, centre - half), min(1.0, centre + half)
