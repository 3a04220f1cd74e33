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
        after = {name: _after(name, events) for name in events}
        self.neighbours = {
            name: (after[name] | {other for other in events if name in after[other]}) - {name} for name in events
        }


def _after(name: str, events: Mapping[str, EventType]) -> frozenset[str]:
    """All that comes later in its course."""
    found: set[str] = set()
    todo = [name]
    while todo:
        for later in events[todo.pop()].before:
            if later not in found:
                found.add(later)
                todo.append(later)
    return frozenset(found)


def courses(events: Mapping[str, EventType]) -> Courses:
    """The courses of a schema."""
    return Courses(events)
