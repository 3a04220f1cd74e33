"""Constraints: how many days at most lie from one point to another, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.core.model import Statement
from kb.core.model.order import Order
from kb.network.points import ORIGIN, Bounds, Endpoints, Point, TimedStatement


@dataclass(frozen=True, slots=True)
class Constraint:
    """``target`` lies at most ``days`` after ``source``. ``by`` is the statement that says so, none for the schema."""

    source: Point
    target: Point
    days: int
    says: str
    by: str = ""
    field: str = ""

    @property
    def goes_without_saying(self) -> bool:
        """Is it only that a beginning is not after its end?"""
        return bool(self.by) and not self.field

    def rests_on(self, id: str) -> bool:
        """Would this constraint be gone without that statement?"""
        return id in (self.by, self.source.id, self.target.id)


def of_bounds(timed: TimedStatement) -> Iterator[Constraint]:
    """The first and last days of a statement's own dates, as distances from the origin."""
    id = timed.statement.id
    for point, bounds in timed.bounds.items():
        if bounds.last is not None:
            yield Constraint(ORIGIN, point, bounds.last, bounds.says, id, _field(timed.statement, point))
        if bounds.first is not None:
            yield Constraint(point, ORIGIN, -bounds.first, bounds.says, id, _field(timed.statement, point))


def _field(statement: Statement, point: Point) -> str:
    names = ("value", "on") if point.side == "day" else ("until", "through") if point.side == "end" else ("from",)
    return next((name for name in (*names, "value", "on") if name in statement.marks), "")


def of_itself(timed: TimedStatement) -> Iterator[Constraint]:
    """What begins does so before it ends, unless its own dates deny it, which is a fault of another kind."""
    begin, end = timed.endpoints.begin, timed.endpoints.end
    first, last = timed.bounds[begin].first, timed.bounds[end].last
    if begin != end and (first is None or last is None or first <= last):
        yield no_later(begin, end, "begins before it ends", timed.statement.id)


def no_later(one: Point, other: Point, says: str, by: str = "", field: str = "") -> Constraint:
    """The first point lies on the day of the second or before it."""
    return Constraint(other, one, 0, says, by, field)


def of_order(order: Order, by: str, here: Endpoints, there: Endpoints, than: str) -> Iterator[Constraint]:
    """What one order word says of this statement and of what it points at, reading imprecise dates generously."""
    if order.side:
        point = there.begin if order.side == "begin" else there.end
        there = Endpoints(point, point)
    says = words(order, than)
    if order.relation == "after":
        yield no_later(there.end, here.begin, says, by, order.field)
    if order.relation == "within-after":
        yield no_later(there.begin, here.begin, says, by, order.field)
    if order.relation == "before":
        yield no_later(here.end, there.begin, says, by, order.field)
    if order.relation == "within-before":
        yield no_later(here.begin, there.end, says, by, order.field)
    if order.relation == "during":
        yield no_later(there.begin, here.begin, says, by, order.field)
        yield no_later(here.end, there.end, says, by, order.field)
    if order.length:
        yield from _apart(order, by, here, there, says)


def _apart(order: Order, by: str, here: Endpoints, there: Endpoints, says: str) -> Iterator[Constraint]:
    """Two days a length apart. ``within`` has no least length."""
    assert order.length is not None  # noqa: S101  # the caller asked
    low, high = order.length.days
    if order.relation == "lasts":
        (early, early_end), (late, late_end) = (here.begin, here.begin), (here.end, here.end)
    elif order.relation in ("later", "within-after"):
        (early, early_end), (late, late_end) = (there.begin, there.end), (here.begin, here.begin)
    else:
        (early, early_end), (late, late_end) = (here.begin, here.begin), (there.begin, there.end)
    if not order.relation.startswith("within"):
        yield Constraint(late_end, early, -low, says, by, order.field)
    if high is not None:
        yield Constraint(early_end, late, high, says, by, order.field)


def words(order: Order, than: str) -> str:
    """An order word as a sentence tells it."""
    of = f"the {'beginning' if order.side == 'begin' else 'end'} of {than}" if order.side else than
    return {
        "later": f"is {order.length} later than {of}",
        "earlier": f"is {order.length} earlier than {of}",
        "within-after": f"is within {order.length} after {of}",
        "within-before": f"is within {order.length} before {of}",
        "lasts": f"lasts {order.length}",
    }.get(order.relation, f"is {order.relation} {of}")


def bounds_of(bounds: dict[Point, Bounds], point: Point) -> Bounds:
    """The bounds of a point; nothing is known of one that no statement dates."""
    return bounds.get(point, Bounds())


def is_entailed(constraint: Constraint, bounds: dict[Point, Bounds]) -> bool:
    """Do the dates at both ends already hold it? Then it can neither contradict nor narrow anything."""
    first, last = bounds_of(bounds, constraint.source).first, bounds_of(bounds, constraint.target).last
    return first is not None and last is not None and last - first <= constraint.days
