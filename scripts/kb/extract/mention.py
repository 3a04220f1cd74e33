"""A mention: a date or a number as a text tells it, and where it stands there."""

from __future__ import annotations

from dataclasses import dataclass

from kb.core.dates import Date


@dataclass(frozen=True, slots=True)
class Partial:
    """A date whose year prose leaves out: ``7 October``, ``in October``, ``the 14th``."""

    month: int | None
    day: int | None

    def within(self, other: Date) -> bool:
        """Can this be a way to tell the other date?"""
        _, month, day = other.parts
        return (self.month is None or self.month == month) and (self.day is None or self.day == day)

    def __str__(self) -> str:
        month = f"{self.month:02}" if self.month else "??"
        return f"{month}-{self.day:02}" if self.day else month


Value = Date | Partial | float | int | str


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure as prose tells it.

    ``kind`` is date, decade, count, ordinal, article, number, duration, percentage or amount. ``value`` is a date
    (:class:`Partial` if its year is left out, text if there is no such day), a number, or the number of a document as
    text. ``unit`` are the words that follow; of a duration the noun of time. ``bound`` is exactly, about,
    at-least, over, under or up-to; or between, of each of the two numbers.
    """

    kind: str
    value: Value
    start: int
    end: int
    text: str
    unit: str = ""
    bound: str = "exactly"
