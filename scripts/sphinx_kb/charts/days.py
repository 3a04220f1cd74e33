"""On which day a picture draws a statement."""

from __future__ import annotations

from datetime import date

from kb.core.dates import Date
from kb.core.derive import dates, told_on
from kb.core.model import Statement


def day(statement: Statement) -> Date | None:
    """The day that it tells; where it tells none of its own, the first that it names."""
    return told_on(statement)[1] or next(iter(dates(statement)), None)


def begins(statement: Statement) -> date:
    """By which day statements stand in the order of time; those without one come last."""
    told = day(statement)
    return told.earliest if told else date.max


def middle(told: Date) -> int:
    """The middle of the time that a day may be, as an ordinal."""
    return (told.earliest.toordinal() + told.latest.toordinal()) // 2
