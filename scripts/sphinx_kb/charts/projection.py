"""Where a place on the globe lies on a map: an equal-area projection around the middle of what the map shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

from sphinx_kb.charts.outlines import Place, Ring
from sphinx_kb.charts.scene import WIDE

EDGE = 12
"""Units between what the map shows and its edge."""
FAR = -0.2
"""The cosine of the angle at the middle of the globe from which on nothing is drawn."""
Vector = tuple[float, float, float]
"""A place on a globe of radius 1, told from its middle."""
Point = tuple[float, float]
"""Where something lies in the picture."""
Side = tuple[int, float, int]
"""An edge of the map: of which coordinate, where, and on which side of it the map lies."""


@dataclass(frozen=True)
class Projection:
    """Lambert's azimuthal equal-area projection, in which states compare as they do on the ground; it fits ``states``.

    ``top`` is how far below the top of the picture the map begins, ``width`` how wide it is.
    """

    states: tuple[tuple[Ring, ...], ...]
    top: float = 0
    width: float = WIDE.width

    @cached_property
    def middle(self) -> Place:
        """The middle of all their land: the larger a part is, the more it weighs."""
        x, y, z = _sum(_faced(ring) for rings in self.states for ring in rings)
        return degrees(atan2(-y, -x)), degrees(asin(-z / hypot(x, y, z)))

    @cached_property
    def _frame(self) -> tuple[float, float, float, float]:
        """The least and greatest of both coordinates, on a globe of radius 1."""
        places = (place for rings in self.states for ring in rings for place in ring)
        points = [point for place in places if (point := self._flat(place))]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs), max(xs), min(ys), max(ys)

    @cached_property
    def _scale(self) -> float:
        left, right, _, _ = self._frame
        return (self.width - 2 * EDGE) / (right - left)

    @property
    def bottom(self) -> float:
        """How far below the top of the picture the map ends."""
        _, _, low, high = self._frame
        return self.top + (high - low) * self._scale + 2 * EDGE

    def _flat(self, place: Place) -> Point | None:
        """A place on a globe of radius 1, seen from above the middle; nothing for what lies far behind."""
        middle, north = radians(self.middle[0]), radians(self.middle[1])
        east, up = radians(place[0]) - middle, radians(place[1])
        near = sin(north) * sin(up) + cos(north) * cos(up) * cos(east)
        if near < FAR:
            return None
        size = sqrt(2 / (1 + near))
        return size * cos(up) * sin(east), size * (cos(north) * sin(up) - sin(north) * cos(up) * cos(east))

    def at(self, place: Place) -> Point | None:
        """Where a place lies in the picture."""
        flat = self._flat(place)
        if flat is None:
            return None
        left, _, _, high = self._frame
        return EDGE + (flat[0] - left) * self._scale, self.top + EDGE + (high - flat[1]) * self._scale

    def drawn(self, rings: Iterable[Ring]) -> Iterator[list[Point]]:
        """Rings as they stand in the picture, cut off at its edges."""
        for ring in rings:
            points = [self.at(place) for place in ring]
            seen = [point for point in points if point is not None]
            if len(seen) == len(points) and (cut := self._cut(seen)):
                yield cut

    def _cut(self, ring: list[Point]) -> list[Point]:
        """What of a ring lies within the map (Sutherland and Hodgman)."""
        sides: tuple[Side, ...] = ((0, 0, 1), (0, self.width, -1), (1, self.top, 1), (1, self.bottom, -1))
        for side in sides:
            ring = list(_within(ring, side))
        return ring


def vast(states: Mapping[str, Iterable[Ring]]) -> str:
    """The state with more land than all others together, next to which these would be small; nothing if none has."""
    sizes = {id: hypot(*_sum(_faced(ring) for ring in rings)) for id, rings in states.items()}
    largest = max(sizes, key=lambda id: sizes[id])
    return largest if len(sizes) > 1 and 2 * sizes[largest] > sum(sizes.values()) else ""


def _on_globe(place: Place) -> Vector:
    east, north = radians(place[0]), radians(place[1])
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def _faced(ring: Ring) -> Vector:
    """Which way a ring faces, as long as it is large; down, for rings run clockwise."""
    points = [_on_globe(place) for place in ring]
    return _sum(_across(one, other) for one, other in pairwise((*points, points[0])))


def _across(one: Vector, other: Vector) -> Vector:
    """The vector product."""
    (a, b, c), (d, e, f) = one, other
    return b * f - c * e, c * d - a * f, a * e - b * d


def _sum(vectors: Iterable[Vector]) -> Vector:
    xs, ys, zs = zip(*vectors, strict=True)
    return sum(xs), sum(ys), sum(zs)


def _within(ring: Sequence[Point], side: Side) -> Iterator[Point]:
    axis, edge, sign = side
    inside: Callable[[Point], bool] = lambda point: sign * (point[axis] - edge) >= 0  # noqa: E731
    for one, other in pairwise((*ring[-1:], *ring)):
        if inside(one) != inside(other):
            part = (edge - one[axis]) / (other[axis] - one[axis])
            yield one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])
        if inside(other):
            yield other


def path(rings: Iterable[Sequence[Point]], fine: int = 1) -> str:
    """Rings as the data of a path, each step told from the one before: all lie on a grid of so many tenths."""
    return "".join(_ring(ring, fine) for ring in rings)


def _ring(ring: Sequence[Point], fine: int) -> str:
    tenths = [(round(x * 10 / fine) * fine, round(y * 10 / fine) * fine) for x, y in ring]
    steps = [(c - a, d - b) for (a, b), (c, d) in pairwise(tenths)]
    written = "".join(f"{_signed(x)}{_signed(y)}" for x, y in steps if (x, y) != (0, 0))
    x, y = tenths[0]
    return f"M{x / 10:g} {y / 10:g}l{written.lstrip()}z" if written else ""


def _signed(tenths: int) -> str:
    """A number behind another: its sign sets them apart, or a space does."""
    written = f"{tenths / 10:g}"
    if abs(tenths) < 10:
        written = written.replace("0.", ".")
    return written if tenths < 0 else f" {written}"
