"""Links: how many days at most lie from one point to another, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.core.model import Statement
from kb.core.model.order import Order
from kb.network.points import ORIGIN, Point, Stretch, Timed, Window


@dataclass(frozen=True, slots=True)
class Link:
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
        """Would this link be gone without that statement?"""
        return id in (self.by, self.source.id, self.target.id)


def of_windows(timed: Timed) -> Iterator[Link]:
    """The first and last days of a statement's own dates, as distances from the origin."""
    id = timed.statement.id
    for point, window in timed.windows.items():
        if window.last is not None:
            yield Link(ORIGIN, point, window.last, window.says, id, _field(timed.statement, point))
        if window.first is not None:
            yield Link(point, ORIGIN, -window.first, window.says, id, _field(timed.statement, point))


def _field(statement: Statement, point: Point) -> str:
    names = ("value", "on") if point.side == "day" else ("until", "through") if point.side == "end" else ("from",)
    return next((name for name in (*names, "value", "on") if name in statement.marks), "")


def of_itself(timed: Timed) -> Iterator[Link]:
    """What begins does so before it ends, unless its own dates deny it, which is a fault of another kind."""
    begin, end = timed.stretch.begin, timed.stretch.end
    first, last = timed.windows[begin].first, timed.windows[end].last
    if begin != end and (first is None or last is None or first <= last):
        yield no_later(begin, end, "begins before it ends", timed.statement.id)


def no_later(one: Point, other: Point, says: str, by: str = "", field: str = "") -> Link:
    """The first point lies on the day of the second or before it."""
    return Link(other, one, 0, says, by, field)


def of_order(order: Order, by: str, here: Stretch, there: Stretch, than: str) -> Iterator[Link]:
    """What one order word says of this statement and of what it points at, reading imprecise dates generously."""
    if order.side:
        point = there.begin if order.side == "begin" else there.end
        there = Stretch(point, point)
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


def _apart(order: Order, by: str, here: Stretch, there: Stretch, says: str) -> Iterator[Link]:
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
        yield Link(late_end, early, -low, says, by, order.field)
    if high is not None:
        yield Link(early_end, late, high, says, by, order.field)


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


def window_of(windows: dict[Point, Window], point: Point) -> Window:
    """The window of a point; nothing is known of one that no statement dates."""
    return windows.get(point, Window())


def is_entailed(link: Link, windows: dict[Point, Window]) -> bool:
    """Do the dates at both ends already hold it? Then it can neither contradict nor narrow anything."""
    first, last = window_of(windows, link.source).first, window_of(windows, link.target).last
    return first is not None and last is not None and last - first <= link.days
