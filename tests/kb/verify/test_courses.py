"""Which events exclude one another, and which belong to one course, whichever of the two says so."""

from __future__ import annotations

import pytest

from kb.core.model import EventType
from kb.verify.courses import courses

EVENTS = {
    event.name: event
    for event in (
        EventType("draft", "does", ("draft",), before=("adopt",)),
        EventType("adopt", "does", ("adopt",), opposite=("reject",), before=("end",)),
        EventType("reject", "does", ("reject",)),
        EventType("end", "happens", ("end",), before=("end", "end")),
        EventType("say", "says", ("say",)),
    )
}


@pytest.mark.parametrize(
    ("event", "opposites", "neighbours"),
    [
        ("draft", set(), {"adopt"}),
        ("adopt", {"reject"}, {"draft", "end"}),
        ("reject", {"adopt"}, set()),
        ("end", set(), {"adopt"}),
        ("say", set(), set()),
    ],
)
def test_an_event_has_opposites_and_neighbours(event: str, opposites: set[str], neighbours: set[str]) -> None:
    made = courses(EVENTS)

    assert (opposites, neighbours) == (made.opposites[event], made.neighbours[event])


def test_its_events_are_those_of_the_schema() -> None:
    assert EVENTS is courses(EVENTS).events
    assert ({}, {}) == (courses({}).opposites, courses({}).neighbours)
