"""Dates as precise as their source: a subset of EDTF, read as the span of days a date may mean."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

_DATE = re.compile(r"(?:(early|mid|late)-)?(\d{4}|\d{3}X)(?:-(\d\d)(?:-(\d\d))?)?(~)?", re.ASCII)
_LONGEST = len("early-1999-12-31~/early-1999-12-31~")
_PART_OF_DECADE = {None: (0, 9), "early": (0, 4), "mid": (3, 7), "late": (5, 9)}


class BadDate(ValueError):
    """The text is not a date of the ledger; the message says why."""


class Answer(StrEnum):
    """The answer to a question about imprecise dates."""

    NEVER = "never"
    POSSIBLY = "possibly"
    SURELY = "surely"


@dataclass(frozen=True, slots=True)
class Date:
    """A date and every day it may mean, first to last.

    ``precision`` is ``day``, ``month``, ``year``, ``decade`` or ``range``. ``approximate`` stands for "about" (``~``).
    An approximate date still spans the days its text names; comparisons with it never answer *surely* or *never*
    for neighbours within its own precision: see :func:`before`.
    """

    text: str
    earliest: date
    latest: date
    precision: str
    approximate: bool = False

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
    first, slash, second = text.partition("/")
    if not slash:
        return _single(text)
    start, end = _single(first), _single(second)
    if start.earliest > end.latest:
        raise BadDate(f"{text!r} ends before it starts")
    return Date(text, start.earliest, end.latest, "range", start.approximate or end.approximate)


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


def before(one: Date, other: Date) -> Answer:
    """Does every day of ``one`` lie before every day of ``other``?"""
    if one.latest < other.earliest:
        return Answer.POSSIBLY if one.approximate or other.approximate else Answer.SURELY
    if one.earliest >= other.latest:
        return Answer.POSSIBLY if one.approximate or other.approximate else Answer.NEVER
    return Answer.POSSIBLY


def overlap(one: Date, other: Date) -> Answer:
    """Can both dates mean the same day?"""
    if one.latest < other.earliest or other.latest < one.earliest:
        return Answer.POSSIBLY if one.approximate or other.approximate else Answer.NEVER
    same = one.earliest == one.latest == other.earliest == other.latest
    return Answer.SURELY if same else Answer.POSSIBLY


def covers(coarse: Date, fine: Date) -> bool:
    """Is ``coarse`` a true way to say ``fine``, only less precisely?"""
    return coarse.earliest <= fine.earliest and fine.latest <= coarse.latest
