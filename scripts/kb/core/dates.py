"""Dates as precise as their source: a subset of EDTF, read as the span of days a date may mean."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

_SLASHED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
"""How days are written elsewhere: here with the month first, there with the day."""
_DATE = re.compile(r"(?:(early|mid|late)-)?(\d{4}|\d{3}X)(?:-(\d\d)(?:-(\d\d))?)?(~)?", re.ASCII)
_LONGEST = len("early-1999-12-31~/early-1999-12-31~")
_PART_OF_DECADE = {None: (0, 9), "early": (0, 4), "mid": (3, 7), "late": (5, 9)}


class BadDate(ValueError):
    """The text is not a date of the ledger; the message says why."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date and every day it may mean, first to last.

    ``precision`` is ``day``, ``month``, ``year``, ``decade`` or ``range``. ``approximate`` stands for "about" (``~``).
    An approximate date still spans the days its text names, ``earliest`` to ``latest``; what it may mean is wider by
    its own length to both sides, so comparisons with it never answer *surely* or *never* for neighbours within its
    own precision: see :meth:`kb.core.interval.Days.of`. A range is approximate if one of its ends is.
    """

    text: str
    earliest: date
    latest: date
    precision: str
    approximate: bool = False
    sides: tuple[Date, ...] = field(default=(), compare=False, repr=False)

    @property
    def ends(self) -> tuple[Date, ...]:
        """The first and the last date of a range, as precise as each was written; any other date alone."""
        return self.sides or (self,)

    @property
    def start(self) -> Date:
        """The first date of a range; any other date is its own."""
        return self.ends[0]

    @property
    def end(self) -> Date:
        """The last date of a range; any other date is its own."""
        return self.ends[-1]

    def __str__(self) -> str:
        return self.text

    @property
    def parts(self) -> tuple[int, int | None, int | None]:
        """Year, month and day, as far as they are stated."""
        month = self.earliest.month if self.precision in ("month", "day") else None
        return self.earliest.year, month, self.earliest.day if self.precision == "day" else None


@cache
def parse(text: str) -> Date:
    """Read ``1992``, ``1992-05``, ``1992-05-15``, ``200X``, ``mid-200X``, ``2016~`` or a range ``A/B``.

    Raises :class:`BadDate` with the reason for anything else. Subset of EDTF (ISO 8601-2:2019), with
    ``early-``, ``mid-`` and ``late-`` added for decades.
    """
    if len(text) > _LONGEST:
        raise BadDate(f"{text[:_LONGEST]!r} and {len(text) - _LONGEST:,} more characters are not a date")
    if _SLASHED.fullmatch(text):
        raise BadDate(f"{text!r} may be two days: write the year first, then the month and the day, YYYY-MM-DD")
    first, slash, second = text.partition("/")
    if not slash:
        return _single(text)
    start, end = _single(first), _single(second)
    if start.earliest > end.latest:
        raise BadDate(f"{text!r} ends before it starts")
    return Date(text, start.earliest, end.latest, "range", start.approximate or end.approximate, (start, end))


def _single(text: str) -> Date:
    match = _DATE.fullmatch(text)
    if not match:
        raise BadDate(f"{text!r} is not a date: write YYYY, YYYY-MM, YYYY-MM-DD, a decade 200X, or a range A/B")
    part, year, month, day, about = match.groups()
    if year in ("0000", "000X"):
        raise BadDate(f"{text!r}: there is no year 0")
    if year.endswith("X"):
        return _decade(text, part, year, month, about)
    if part:
        raise BadDate(f"{text!r}: {part!r} goes with a decade such as 200X")
    number = int(year)
    months = (int(month), int(month)) if month else (1, 12)
    if not 1 <= months[0] <= 12:
        raise BadDate(f"{text!r}: there is no month {month}")
    last = calendar.monthrange(number, months[1])[1]
    days = (int(day), int(day)) if day else (1, last)
    if not 1 <= days[1] <= last or days[0] < 1:
        raise BadDate(f"{text!r}: there is no day {day} in {year}-{month}")
    precision = "day" if day else "month" if month else "year"
    return Date(text, date(number, months[0], days[0]), date(number, months[1], days[1]), precision, bool(about))


def _decade(text: str, part: str | None, year: str, month: str | None, about: str | None) -> Date:
    if month:
        raise BadDate(f"{text!r}: a decade has no month")
    start, end = _PART_OF_DECADE[part]
    base = int(year[:3]) * 10
    return Date(text, date(base + start, 1, 1), date(base + end, 12, 31), "decade", bool(about))
