"""Intervals of days whose ends may be known imprecisely, and the questions that are asked of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kb.core.dates import Date
from kb.core.truth import Truth, either

BEFORE_ALL, AFTER_ALL = -(10**9), 10**9
"""Stand for no first and no last day; days are counted as :meth:`datetime.date.toordinal` does."""


@dataclass(frozen=True, slots=True)
class Days:
    """Every day that something may have happened on, from the first to the last."""

    first: int = BEFORE_ALL
    last: int = AFTER_ALL

    @classmethod
    def of(cls, when: Date) -> Days:
        """Every day that a date may mean; "about" widens it by its own length to both sides, a range at that end."""
        if not when.approximate:
            return cls(when.earliest.toordinal(), when.latest.toordinal())
        return cls(_meant(when.start).first, _meant(when.end).last)

    def before(self, other: Days) -> Truth:
        """Does it happen on an earlier day than the other?"""
        return either(self.last < other.first, self.first < other.last)

    def meets(self, other: Days) -> Truth:
        """Do both happen on one day?"""
        return either(
            self.first == self.last == other.first == other.last,
            self.first <= other.last and other.first <= self.last,
        )

    def within(self, other: Days) -> bool:
        """Is every day that it may be also one that the other may be?"""
        return other.first <= self.first and self.last <= other.last

    def later(self, days: int) -> Days:
        """So many days later, or earlier."""
        return Days(self.first + days, self.last + days)


def _meant(when: Date) -> Days:
    """Of "about" a year also the years beside it, of a month the months, of a day the days, of a decade the decades."""
    first, last = when.earliest, when.latest
    if not when.approximate:
        return Days(first.toordinal(), last.toordinal())
    if when.precision == "day":
        return Days(first.toordinal() - 1, last.toordinal() + 1)
    wide = 1 if when.precision == "month" else 12 * (last.year - first.year + 1)
    return Days(_first_of(first, -wide), max(_first_of(last, wide + 1) - 1, last.toordinal()))


def _first_of(day: date, months: int) -> int:
    """The first day of the month that lies so many months later, or earlier; the calendar has an end at both ends."""
    number = min(max(day.year * 12 + day.month - 1 + months, 12), date.max.year * 12 + 11)
    return date(number // 12, number % 12 + 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Interval:
    """What began on one of some days, and held through one of some days, that day included.

    Nothing ends before it begins: an end that nobody knows is any day from the beginning on. Where the two are told
    so that this cannot be, they are left as told; a rule of its own finds it.
    """

    begin: Days
    end: Days

    def __post_init__(self) -> None:
        if self.begin.first <= self.end.last:
            object.__setattr__(self, "begin", Days(self.begin.first, min(self.begin.last, self.end.last)))
            object.__setattr__(self, "end", Days(max(self.end.first, self.begin.first), self.end.last))

    @classmethod
    def on(cls, when: Days) -> Interval:
        """What happened within some days and took no longer than they."""
        return cls(when, when)

    def holds_on(self, day: date) -> Truth:
        """Does it hold on this day?"""
        number = day.toordinal()
        surely = self.begin.last <= number <= self.end.first
        return either(surely, self.begin.first <= number <= self.end.last)

    def overlaps(self, other: Interval) -> Truth:
        """Is there a day on which both hold?"""
        surely = self.begin.last <= other.end.first and other.begin.last <= self.end.first
        possibly = self.begin.first <= other.end.last and other.begin.first <= self.end.last
        return either(surely, possibly)


ALWAYS = Interval(Days(BEFORE_ALL, BEFORE_ALL), Days(AFTER_ALL, AFTER_ALL))
"""What has no time at all holds on every day."""


def before(one: Date, other: Date) -> Truth:
    """Does the one lie before the other, whichever day each of them means?"""
    return Days.of(one).before(Days.of(other))


def overlap(one: Date, other: Date) -> Truth:
    """Can both dates mean the same day?"""
    return Days.of(one).meets(Days.of(other))


def covers(coarse: Date, fine: Date) -> bool:
    """Do the words of the coarse date hold those of the fine one? Whether either is "about" is asked by itself."""
    return coarse.earliest <= fine.earliest and fine.latest <= coarse.latest
