"""What the ledger has of one member: where it belongs, what it agreed to, which posts it held, what it hosted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kb.core.charted import charted
from kb.core.dates import Date
from kb.core.derive import closure, overruled, tenures, told_on
from kb.core.model import Judgement, Ledger, Statement

ROLLS = ("member", "left")
"""Who belongs, and who no longer does."""


def of_member(ledger: Ledger, state: str, ids: Iterable[str]) -> Iterator[Statement]:
    """Every statement that a page on a member shows, the chosen ones among them."""
    yield from belonging(ledger, state)
    yield from agreed(ledger, state)
    yield from in_posts(ledger, state)
    yield from chosen(ledger, state, ids)
    told = (id for judgement in disputed(ledger, state) for id in judgement.statements)
    yield from (ledger.statements[id] for id in told if id in ledger.statements)


def belonging(ledger: Ledger, state: str) -> tuple[Statement, ...]:
    """When it joined which body, and how it left."""
    return _in_order(s for s in ledger.statements.values() if _roll(ledger, s) in ROLLS and _is_of(ledger, s, state))


def agreed(ledger: Ledger, state: str) -> tuple[Statement, ...]:
    """The days on which it ratified something, or did what comes before, such as signing; where its name stands."""
    confirming = {name: declared.among for name, declared in ledger.properties.items() if declared.among}
    acts = {*confirming, *(name for among in confirming.values() for name in among)}
    those = (s for s in ledger.statements.values() if s.property in acts and state in s.who)
    return _in_order(s for s in those if isinstance(s.value, Date) and not overruled(ledger, s))


def in_posts(ledger: Ledger, state: str) -> tuple[Statement, ...]:
    """The times in which it, or somebody whose state it is, held what one holds at a time."""
    theirs = {state, *people(ledger, state)}
    held = (tenure for post in ledger.entities for tenure in tenures(ledger, post))
    return _in_order(s for s in held if isinstance(s.value, tuple) and theirs & {*s.value})


def people(ledger: Ledger, state: str) -> tuple[str, ...]:
    """The persons whose state the ledger says it is."""
    return tuple(
        s.subject
        for s in ledger.statements.values()
        if _acts_as(ledger, s.subject) == "person" and not s.is_claim and _is_of(ledger, s, state)
    )


def chosen(ledger: Ledger, state: str, ids: Iterable[str]) -> tuple[Statement, ...]:
    """Statements that are named, and of an entity that is named the events that are part of it and took place there."""
    found: dict[str, Statement] = {}
    for id in ids:
        if id in ledger.statements:
            found[id] = ledger.statements[id]
        else:
            found.update((each.id, each) for each in hosted(ledger, state, id))
    return tuple(found.values())


def hosted(ledger: Ledger, state: str, whole: str) -> tuple[Statement, ...]:
    """The events that are part of a whole and took place in a state, each by the statement that says when."""
    parts = [id for id in ledger.entities if whole in closure(ledger.entities, [id])]
    happened = charted("events", parts, ledger)
    return _in_order(s for s in happened if any(lies_in(ledger, place, state) for place in s.where))


def lies_in(ledger: Ledger, place: str, state: str) -> bool:
    """Is a place the state, its capital, or a part of it?"""
    entity = ledger.entities.get(place)
    return place == state or (entity is not None and (entity.stands_for == state or state in entity.part_of))


def disputed(ledger: Ledger, state: str) -> tuple[Judgement, ...]:
    """The judgements on what the state did, or is said to have been or done."""
    return tuple(
        judgement
        for judgement in ledger.judgements
        if judgement.entity == state or any(_tells_of(ledger, id, state) for id in judgement.statements)
    )


def _tells_of(ledger: Ledger, id: str, state: str) -> bool:
    """Is the statement one of this state alone?"""
    statement = ledger.statements.get(id)
    return statement is not None and (_is_of(ledger, statement, state) or statement.who == (state,))


def _is_of(ledger: Ledger, statement: Statement, state: str) -> bool:
    """Is it the value of a statement that nothing overrules, alone or, where some left, with others?"""
    value = statement.value if isinstance(statement.value, tuple) else ()
    alone = value == (state,) or (state in value and _roll(ledger, statement) == "left")
    return alone and not overruled(ledger, statement)


def _roll(ledger: Ledger, statement: Statement) -> str | None:
    declared = ledger.properties.get(statement.property)
    return declared.roll if declared else None


def _acts_as(ledger: Ledger, id: str) -> str:
    return ledger.entities[id].acts_as if id in ledger.entities else ""


def _in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda s: day.earliest if (day := told_on(s)[1]) else date.max))
