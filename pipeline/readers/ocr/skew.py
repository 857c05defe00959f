"""How far a page lies askew on the glass: the angle at which its rows are sharpest."""

import math
from typing import Any

import numpy as np
from PIL import Image

_WIDTH = 1000
_DARK = 128
_MAX_POINTS = 60_000
_MIN_POINTS = 500
_WIDEST = 5.0
_COARSE, _FINE = 0.5, 0.1
_NO_SKEW = 0.25
_SHARPER = 1.5


def straight(picture: Image.Image) -> tuple[Image.Image, float]:
    """Return a grey picture set straight, and by how many degrees it was turned."""
    angle = _angle(picture)
    if abs(angle) < _NO_SKEW:
        return picture, 0.0
    turned = picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return turned, angle


def _angle(picture: Image.Image) -> float:
    points = _dark_points(picture)
    if points is None:
        return 0.0
    level = _sharpness(points, 0.0)
    coarse = _best(points, np.arange(-_WIDEST, _WIDEST + _COARSE, _COARSE))
    if abs(coarse) >= _WIDEST:
        # It would be sharper still when turned further: no rows of words.
        return 0.0
    angle = _best(points, np.arange(coarse - _COARSE, coarse + _COARSE, _FINE))
    return round(angle, 2) if _sharpness(points, angle) > _SHARPER * level else 0.0


def _dark_points(picture: Image.Image) -> Any:
    """Return columns and rows of dark pixels on a smaller picture; None if they are too few."""
    factor = max(round(picture.width / _WIDTH), 1)
    small = np.asarray(picture.reduce(factor) if factor > 1 else picture)
    rows, columns = np.nonzero(small < _DARK)
    step = max(len(rows) // _MAX_POINTS, 1)
    rows, columns = rows[::step].astype(float), columns[::step].astype(float)
    return None if len(rows) < _MIN_POINTS else (columns, rows)


def _best(points: Any, angles: Any) -> float:
    return float(max(angles, key=lambda angle: (_sharpness(points, angle), -abs(angle))))


def _sharpness(points: Any, angle: float) -> float:
    columns, rows = points
    heights = np.rint(rows - math.tan(math.radians(angle)) * columns).astype(int)
    profile = np.bincount(heights - heights.min()).astype(float)
    return float((np.diff(profile, prepend=0.0, append=0.0) ** 2).sum())
