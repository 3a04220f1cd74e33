"""Points in time and what a statement says of its own: the bounds in which they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kb.core.dates import Date
from kb.core.interval import Days
from kb.core.model import Entity, Ledger, Statement


class Point(NamedTuple):
    """The day on which a statement or entity happened, or the first or last day of a stretch of time."""

    id: str
    side: str = "day"


ORIGIN = Point("", "origin")
"""The day before the first of all days: what is a date to a person is a distance from here."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day a point may be, each if known, and how the statement words it."""

    first: int | None = None
    last: int | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Endpoints:
    """When something happened: two points, which are the same where it happened on one day."""

    begin: Point
    end: Point


@dataclass(frozen=True, slots=True)
class TimedStatement:
    """A statement with the stretch it speaks of and the bounds of its points."""

    statement: Statement
    endpoints: Endpoints
    bounds: dict[Point, Bounds]

    @property
    def is_dated(self) -> bool:
        """Does it say anything of when?"""
        return any(bounds.says for bounds in self.bounds.values())


def timed(ledger: Ledger, statement: Statement) -> TimedStatement:
    """What a statement says of its own time."""
    when = statement.value if isinstance(statement.value, Date) else None
    if when is None and (statement.from_ or statement.until or statement.through or statement.open_end):
        return _interval(statement)
    when = when or statement.on
    bounds = _bounds(Days.of(when), f"is dated {when}") if when else Bounds()
    if _is_a_day(ledger, statement, when):
        point = Point(statement.id)
        return TimedStatement(statement, Endpoints(point, point), {point: bounds})
    return _lasting(statement, bounds, bounds)


def _is_a_day(ledger: Ledger, statement: Statement, when: Date | None) -> bool:
    """One day, known or not: a date of day precision, or a property that happens at a moment."""
    if when is None:
        return "lasts" not in statement.marks
    if when.precision == "day" and not when.approximate:
        return True
    declared = ledger.properties.get(statement.property)
    return declared is not None and declared.happens == "moment" and when.precision != "range"


def _interval(statement: Statement) -> TimedStatement:
    begin = _bounds(Days.of(statement.from_), f"begins {statement.from_}") if statement.from_ else Bounds()
    if statement.through:
        end = _bounds(Days.of(statement.through), f"ends with {statement.through}")
    elif statement.until:
        end = _bounds(Days.of(statement.until).later(-1), f"ends before {statement.until}")
    elif statement.open_end == "ongoing" and statement.checked:
        end = Bounds(Days.of(statement.checked).first, None, f"goes on at {statement.checked}")
    else:
        end = Bounds()
    return _lasting(statement, begin, end)


def _bounds(days: Days, says: str) -> Bounds:
    return Bounds(days.first, days.last, says)


def _lasting(statement: Statement, begin: Bounds, end: Bounds) -> TimedStatement:
    first, last = Point(statement.id, "begin"), Point(statement.id, "end")
    return TimedStatement(statement, Endpoints(first, last), {first: begin, last: end})


def of_entity(entity: Entity) -> Endpoints:
    """The day on which an entity came about, where no statement dates it."""
    return Endpoints(Point(entity.id), Point(entity.id))
