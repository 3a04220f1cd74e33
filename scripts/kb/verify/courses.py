"""Which events exclude one another, and which belong to one course, as the schema declares it."""

from __future__ import annotations

from collections.abc import Mapping

from kb.core.model import EventType


class Courses:
    """The opposites of every event, and its neighbours: what comes before or after it in the same course."""

    def __init__(self, events: Mapping[str, EventType]) -> None:
        self.events = events
        self.opposites = {
            name: frozenset(each.opposite) | {other for other, declared in events.items() if name in declared.opposite}
            for name, each in events.items()
        }
        self.neighbours = {
            name: (frozenset(each.before) | {other for other, declared in events.items() if name in declared.before})
            - {name}
            for name, each in events.items()
        }


def courses(events: Mapping[str, EventType]) -> Courses:
    """The courses of a schema."""
    return Courses(events)
