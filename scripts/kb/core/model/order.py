"""An order word: what a statement says of its time by pointing at something else, such as «ten years later»."""

from __future__ import annotations

from dataclasses import dataclass

from kb.core.digits import grouped
from kb.core.lengths import meant
from kb.core.mark import Mark
from kb.core.numbers import said

RELATIONS = ("after", "before", "during", "later", "earlier", "within-after", "within-before", "lasts")
SIDES = ("begin", "end")
UNITS = {
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "month": "month",
    "months": "month",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
}


@dataclass(frozen=True, slots=True)
class Length:
    """How long: ``n`` of a unit (in the singular) and whether that is a bound, as with a count."""

    n: float
    unit: str
    bound: str = "exactly"
    to: float | None = None

    @property
    def days(self) -> tuple[int, int | None]:
        """The fewest and the most days that it may be."""
        return meant(self.n, self.unit, self.bound, self.to)

    def __str__(self) -> str:
        number = said(grouped(self.n), self.bound, None if self.to is None else grouped(self.to))
        return f"{number} {self.unit if self.n == 1 and self.to is None else f'{self.unit}s'}"


@dataclass(frozen=True, slots=True)
class Order:
    """One order word. ``than`` is what it points at, as written: a slug of the same file, a statement or an entity.

    ``field`` is where it was written (``after.0``, ``later``); ``side`` tells the beginning or the end of an interval.
    """

    relation: str
    field: str
    mark: Mark
    than: str = ""
    length: Length | None = None
    side: str | None = None

    def meant(self, subject: str) -> tuple[str, ...]:
        """The ids that ``than`` may stand for in the file of this subject, nearest first."""
        if not self.than:
            return ()
        return (self.than,) if "#" in self.than else (f"{subject}#{self.than}", self.than)
