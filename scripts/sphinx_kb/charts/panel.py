"""One panel of numbers: where their marks stand, which of them are written out, and where those of a year differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from kb.core.dates import Date
from kb.core.derive import overruled
from kb.core.model import Corpus, Count, Statement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.charts import days, scene
from sphinx_kb.charts.axis import Scale, Years
from sphinx_kb.charts.labels import Place, Room
from sphinx_kb.charts.projection import Point
from sphinx_kb.charts.scene import Drawn, Shape

TITLE, ABOVE = 22, 18
"""Units for the title of a panel, and below it for the number on the highest mark."""
RADIUS = 5.0
ASIDE, MOST_ASIDE = 3.0, 15.0
"""By which steps a mark gives way to one on which it would lie, and how far at most."""
SPREAD = "spread"
LOOKS = {
    "fill-1": "so many",
    "ring-1": "about, over or up to so many",
    "pale-1": "another source is followed",
    SPREAD: "different numbers of one year",
}
"""What the looks mean."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a statement gives of a day."""

    statement: Statement
    count: Count
    day: Date

    @property
    def middle(self) -> int:
        """The middle of the time that the day may be."""
        return days.middle(self.day)

    @property
    def year(self) -> int:
        """The year in which that lies."""
        return self.day.earliest.year


class Panel:
    """The numbers of one thing between two heights."""

    def __init__(self, corpus: Corpus, numbers: Sequence[Number], years: Years, top: float, bottom: float) -> None:
        self.corpus, self.numbers, self.years = corpus, numbers, years
        self.top, self.bottom = top, bottom
        largest = max(most for number in numbers for most in number.count.written)
        self.scale = Scale.of(largest, top + TITLE + ABOVE, bottom, years.sheet)
        self.places = self._places()

    def _places(self) -> list[Point]:
        """Where the marks stand: each above its day, or a little behind it where another would be covered."""
        found: list[Point] = []
        for number in self.numbers:
            first, y = self.years.at(number.middle), self.scale.at(number.count.n)
            x = first
            while any(hypot(x - a, y - b) < 2 * RADIUS for a, b in found) and x < first + MOST_ASIDE:
                x += ASIDE
            found.append((x, y))
        return found

    @property
    def spreads(self) -> dict[int, list[int]]:
        """Years of which numbers differ, and which numbers those are."""
        by_year: dict[int, list[int]] = {}
        for n, number in enumerate(self.numbers):
            by_year.setdefault(number.year, []).append(n)
        return {year: ns for year, ns in by_year.items() if len({self.numbers[n].count.written for n in ns}) > 1}

    def ground(self) -> Iterator[Shape]:
        """The title, the grid, and behind the marks of a year that differ how far they do."""
        number = self.numbers[0]
        entity = self.corpus.entities[number.statement.subject]
        called = entity.called
        yield scene.words("title", 0, self.top + 14, f"{called[:1].upper()}{called[1:]}: {number.count.of[0]}")
        yield from self.years.grid(self.top + TITLE, self.bottom)
        yield from self.scale.grid(self.years.sheet.labels)
        for ns in self.spreads.values():
            xs = [self.places[n][0] for n in ns]
            ys = [self.scale.at(most) for n in ns for most in self.numbers[n].count.written]
            left, high = min(xs) - RADIUS - 3, min(ys) - RADIUS - 3
            yield scene.box(SPREAD, left, high, max(xs) + RADIUS + 3 - left, max(ys) + RADIUS + 3 - high)

    def marks(self) -> Iterator[Drawn]:
        """Marks from left to right; a number is written out where there is room for it."""
        taken = [Room(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS) for x, y in self.places]
        for number, (x, y) in zip(self.numbers, self.places, strict=True):
            shapes = [*self._mark(number, x, y), *self._label(f"{number.count.n:,.0f}", x, y, taken)]
            told = f"{kb_nodes.told(self.corpus, number.statement)}, {words.when(number.day)}"
            yield Drawn(number.statement.id, told, tuple(shapes))

    def _mark(self, number: Number, x: float, y: float) -> Iterator[Shape]:
        """One mark; between two numbers a line as well."""
        if number.count.to is not None:
            yield scene.line("range", x, y, x, self.scale.at(number.count.to))
        yield scene.dot(look(self.corpus, number), x, y, RADIUS)

    def _label(self, text: str, x: float, y: float, taken: list[Room]) -> Iterator[Shape]:
        """A number above its mark, below it or beside it, where it lies on nothing else."""
        beside: tuple[Place, ...] = ((x, y - 9, "middle"), (x, y + 17, "middle"), (x + 9, y + 4, "start"))
        for place in (*beside, (x - 9, y + 4, "end")):
            room = Room.of_words(text, place)
            inside = self.years.sheet.labels <= room.left and room.right <= self.years.sheet.width
            if inside and room.bottom <= self.bottom and not any(room.meets(other) for other in taken):
                taken.append(room)
                yield scene.words("number", *place[:2], text, place[2])
                return


def look(corpus: Corpus, number: Number) -> str:
    """How a number looks: full if it is exact, hollow if it is not, pale if another source is followed."""
    if overruled(corpus, number.statement):
        return "pale-1"
    return "fill-1" if number.count.bound == "exactly" else "ring-1"
