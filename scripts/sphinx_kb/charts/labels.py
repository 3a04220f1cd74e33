"""Where names stand on a map: on what they name if there is room, else beside it, and no two on one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sphinx_kb.charts.projection import Point
from sphinx_kb.charts.scene import LETTER, WIDE, Shape, fits, words

HIGH, OFF = 13, 4
"""How high a name is, and how far it stands from what it cannot stand on."""
BEYOND = 1.6
"""How much wider than what it names a name may be that stands on it."""
Place = tuple[float, float, str]
"""From where a name is written, and whether it begins, has its middle or ends there."""


@dataclass(frozen=True, slots=True)
class Room:
    """A part of the picture: from left to right, from top to bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, points: Sequence[Point]) -> Room:
        """The least one that has all these points."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return cls(min(xs), min(ys), max(xs), max(ys))

    @classmethod
    def of_words(cls, name: str, place: Place) -> Room:
        """What a name takes."""
        x, y, anchor = place
        wide = LETTER * len(name)
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        return cls(left, y - HIGH + 3, left + wide, y + 3)

    @property
    def middle(self) -> Point:
        """The middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def meets(self, other: Room) -> bool:
        """Do both have a part in common?"""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, point: Point) -> bool:
        """Does a point lie in it?"""
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


def labels(named: Iterable[tuple[str, Room]], taken: Iterable[Room] = (), width: float = WIDE.width) -> Iterator[Shape]:
    """Names on or beside what they name, the first with the first choice; one without room is left out.

    A name lies on the middle of something else that is named only where it has no other place.
    """
    rooms, all_named = [*taken], [*named]
    for name, of in all_named:
        tried = [(Room.of_words(name, place), place) for place in _places(name, of)]
        free = [
            (room, place)
            for room, place in tried
            if room.left >= 0 and room.right <= width and not any(room.meets(other) for other in rooms)
        ]
        middles = [other.middle for _, other in all_named if other is not of]
        for room, (x, y, anchor) in sorted(free, key=lambda each: any(map(each[0].holds, middles)))[:1]:
            rooms.append(room)
            yield words("label", x, y, name, anchor)


def _places(name: str, of: Room) -> Iterator[Place]:
    """Where a name may stand, the best place first: on what it names only if that is nearly as wide."""
    x, y = of.middle
    if fits(name, BEYOND * (of.right - of.left)):
        yield x, y + OFF, "middle"
        yield x, y + 2 * OFF + HIGH, "middle"
    yield x, of.bottom + HIGH - OFF, "middle"
    yield x, of.top - OFF, "middle"
    yield of.right + OFF, y + OFF, "start"
    yield of.left - OFF, y + OFF, "end"
