"""Where a day or a number lies in a picture, and where its grid is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from sphinx_kb.charts.scene import WIDE, Shape, Sheet, line, words

_START, _END = 10, 14
"""Units on the left and the right for the half of what stands at the edge."""
_YEAR = 51
"""So far apart two years must lie to be both written."""


@dataclass(frozen=True, slots=True)
class Years:
    """Time from left to right, from the first day of a year through the last day that is drawn."""

    first: date
    last: date
    sheet: Sheet = WIDE

    @classmethod
    def of(cls, days: Iterable[int], today: date, sheet: Sheet = WIDE) -> Years:
        """All these days (ordinals) and today."""
        found = [*days, today.toordinal()]
        return cls(date(date.fromordinal(min(found)).year, 1, 1), date.fromordinal(max(found)), sheet)

    def at(self, day: int) -> float:
        """Where a day (an ordinal) lies; what lies before or after all is drawn at the edge."""
        first, last = self.first.toordinal(), self.last.toordinal() + 1
        part = (min(max(day, first), last) - first) / (last - first)
        return self.sheet.labels + _START + part * (self.sheet.width - self.sheet.labels - _START - _END)

    def _apart(self, step: int, years: int) -> float:
        """How far two years lie apart of which every so many is written."""
        return step * (self.sheet.width - self.sheet.labels) / years

    def grid(self, top: float, bottom: float) -> Iterator[Shape]:
        """A line and a number for every so many years: as many as there is room for."""
        years = self.last.year - self.first.year + 1
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if self._apart(step, years) >= _YEAR)
        for year in range(self.first.year, self.last.year + 1):
            if year % step == 0:
                x = self.at(date(year, 1, 1).toordinal())
                yield line("grid", x, top, x, bottom)
                yield words("axis", x, bottom + 16, str(year), "middle")


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from nought at the bottom to a round number at the top."""

    most: float
    top: float
    bottom: float
    sheet: Sheet = WIDE

    @classmethod
    def of(cls, largest: float, top: float, bottom: float, sheet: Sheet = WIDE) -> Scale:
        """A scale with a round number above the largest."""
        return cls(_round(largest), top, bottom, sheet)

    def at(self, number: float) -> float:
        """How high a number lies."""
        return self.bottom - min(number, self.most) / self.most * (self.bottom - self.top)

    def grid(self, left: float) -> Iterator[Shape]:
        """A line and a number at nought, in the middle and at the top."""
        for number in (0, self.most / 2, self.most):
            y = self.at(number)
            yield line("grid", left, y, self.sheet.width - _END, y)
            yield words(
                "axis", left - 8, y + 4, f"{number:,.0f}" if number >= 10 or not number else f"{number:g}", "end"
            )


def _round(largest: float) -> float:
    """The next of 1, 2, 4, 6, 8, 10 times a power of ten, whose half is round too."""
    for power in count(0):
        for step in (1, 2, 4, 6, 8):
            if step * 10.0**power >= largest:
                return step * 10.0**power
    raise AssertionError
