"""Which statements a picture shows: those that its kind can draw, of the entities and statements that a page names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from kb.core.dates import Date
from kb.core.derive import holds_on, overruled, stated, told_on
from kb.core.model import Count, Ledger, Statement
from kb.core.truth import Truth


def charted(kind: str, ids: Iterable[str], ledger: Ledger, day: date | None = None) -> tuple[Statement, ...]:
    """The statements that a picture of this kind shows of entities; a statement that is named itself is always shown.

    Nothing for a kind that nobody draws. What a judgement overrules is shown among numbers alone, where the spread of
    what sources say is what a reader looks for. Of a map ``day`` leaves those that may hold on that day.
    """
    draws = KINDS.get(kind)
    found: dict[str, Statement] = {}
    for id in ids if draws else ():
        if id in ledger.statements:
            found[id] = ledger.statements[id]
        elif draws and id in ledger.entities:
            found.update((s.id, s) for s in _around(id, kind, ledger) if draws(s, ledger) and _on(day, kind, s, ledger))
    return tuple(found.values())


def _around(id: str, kind: str, ledger: Ledger) -> Iterator[Statement]:
    """The statements of an entity; of events, those of all that are part of it too."""
    yield from ledger.entities[id].statements
    if kind == "events":
        for entity in ledger.entities.values():
            if id in entity.part_of:
                yield from entity.statements


def _on(day: date | None, kind: str, statement: Statement, ledger: Ledger) -> bool:
    """May it hold on the day, if the picture is one of a day?"""
    return kind not in OF_A_DAY or day is None or holds_on(ledger, statement, day) is not Truth.NEVER


def _is_membership(statement: Statement, ledger: Ledger) -> bool:
    """Does it say who belonged?"""
    declared = ledger.properties.get(statement.property)
    is_one = declared is not None and declared.roll == "member"
    return is_one and isinstance(statement.value, tuple) and not overruled(ledger, statement)


def _is_span(statement: Statement, ledger: Ledger) -> bool:
    """Does it say who belonged, or held a post, from when on?"""
    declared = ledger.properties.get(statement.property)
    is_one = declared is not None and (declared.roll == "member" or declared.at_once == 1)
    return (
        is_one
        and isinstance(statement.value, tuple)
        and bool(stated(statement)[0])
        and not overruled(ledger, statement)
    )


def _is_number(statement: Statement, ledger: Ledger) -> bool:
    """Is it a number of those that add up, as people do, of a day? Others are of many things: they are named by id."""
    declared = ledger.properties.get(statement.property)
    adds_up = declared is not None and declared.adds_up
    return adds_up and isinstance(statement.value, Count) and bool(told_on(statement)[1])


def _is_event(statement: Statement, ledger: Ledger) -> bool:
    """Does it say when an event came about, or, where nothing does, how many took part on a day?"""
    entity = ledger.entities[statement.subject]
    if ledger.kinds[entity.kind].acts_as != "event" or overruled(ledger, statement):
        return False
    if any(happened(s, ledger) for s in entity.statements):
        return happened(statement, ledger)
    return statement is next((s for s in entity.statements if _is_number(s, ledger)), None)


def happened(statement: Statement, ledger: Ledger) -> bool:
    """Is its value the day on which its subject came about?"""
    declared = ledger.properties.get(statement.property)
    return declared is not None and declared.happens is not None and isinstance(statement.value, Date)


def _is_named_alone(statement: Statement, ledger: Ledger) -> bool:
    """Of an entity nothing is drawn: of what tells who did what, a writer names what belongs together."""
    return False


KINDS: Mapping[str, Callable[[Statement, Ledger], bool]] = {
    "answers": _is_named_alone,
    "spans": _is_span,
    "numbers": _is_number,
    "events": _is_event,
    "map": _is_membership,
    "parts": _is_named_alone,
    "sides": _is_named_alone,
    "timeline": _is_named_alone,
}
"""What each kind of picture can draw."""
OF_A_DAY = frozenset({"map"})
"""Kinds that show one day and not all of time."""
