"""Order that nobody writes, for the declarations demand it: what comes first, who exists, what holds its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from kb.core.dates import Date
from kb.core.derive import existence
from kb.core.interval import Days
from kb.core.model import Entity, Ledger, Statement
from kb.network.constraints import Constraint, bounds_of, no_later
from kb.network.points import TimedStatement

Those = Mapping[str, TimedStatement]
"""The statements that take part, by id."""


def follows(ledger: Ledger, those: Those) -> Iterator[Constraint]:
    """Every constraint that the declarations demand, without the few that break down by two dates alone.

    Those are found, and told better, by rules that compare two dates: ``early-actor``, ``in-force-before-signature``.
    """
    for entity in ledger.entities.values():
        yield from _what_comes_first(ledger, entity, those)
        yield from _parts(ledger, entity, those)
        yield from _once(ledger, entity, those)
    yield from _actors(ledger, those)


def _what_comes_first(ledger: Ledger, entity: Entity, those: Those) -> Iterator[Constraint]:
    dated = [s for s in entity.statements if s.id in those and isinstance(s.value, Date)]
    for later in dated:
        first = ledger.properties[later.property].not_before if later.property in ledger.properties else ()
        for earlier in (s for s in dated if s.property in first and set(s.articles) == set(later.articles)):
            one, other = those[earlier.id], those[later.id]
            if not _denied(one, other):
                says = f"({later.property} is not before {earlier.property})"
                yield no_later(one.endpoints.begin, other.endpoints.end, says)


def _denied(one: TimedStatement, other: TimedStatement) -> bool:
    """Do their own dates put the first after the second, in every reading?"""
    first, last = bounds_of(one.bounds, one.endpoints.begin).first, bounds_of(other.bounds, other.endpoints.end).last
    return first is not None and last is not None and first > last


def happenings(ledger: Ledger, entity: Entity, those: Those, which: str | None = None) -> list[TimedStatement]:
    """The statements that date the entity itself, in order of time."""
    found = []
    for statement in entity.statements:
        declared = ledger.properties.get(statement.property)
        if declared and declared.happens and which in (None, declared.happens) and statement.id in those:
            found.append(those[statement.id])
    return sorted(found, key=lambda each: min((w.first or 0 for w in each.bounds.values()), default=0))


def _parts(ledger: Ledger, entity: Entity, those: Those) -> Iterator[Constraint]:
    """An event lies within the event that it is part of."""
    mine = happenings(ledger, entity, those, "stretch")
    for whole in (ledger.entities[id] for id in entity.part_of if mine and id in ledger.entities):
        for inner in mine:
            for outer in happenings(ledger, whole, those, "stretch"):
                says = f"({entity.id} is part of {whole.id})"
                yield no_later(outer.endpoints.begin, inner.endpoints.begin, says)
                yield no_later(inner.endpoints.end, outer.endpoints.end, says)


def _once(ledger: Ledger, entity: Entity, those: Those) -> Iterator[Constraint]:
    """What happens once, at a moment, is one day, however many say so."""
    found: dict[tuple[str, frozenset[int]], list[TimedStatement]] = {}
    for timed in happenings(ledger, entity, those, "moment"):
        if ledger.properties[timed.statement.property].once:
            found.setdefault((timed.statement.property, frozenset(timed.statement.articles)), []).append(timed)
    for (name, _), them in found.items():
        for one, other in pairwise(them):
            if not _denied(one, other) and not _denied(other, one):
                yield no_later(one.endpoints.begin, other.endpoints.begin, f"({name} but once)")
                yield no_later(other.endpoints.begin, one.endpoints.begin, f"({name} but once)")


def _actors(ledger: Ledger, those: Those) -> Iterator[Constraint]:
    """Nobody acts before existing or after ending."""
    births = _edges(ledger, those, "begins", lambda one, other: _last(one) <= _first(other))
    deaths = _edges(ledger, those, "ends", lambda one, other: _first(one) >= _last(other))
    for timed in those.values():
        if timed.statement.is_claim or not timed.is_dated:
            continue
        for actor in _acting(ledger, timed.statement):
            yield from _lives(ledger, timed, actor, births.get(actor), deaths.get(actor))


def _lives(
    ledger: Ledger, timed: TimedStatement, actor: str, birth: TimedStatement | None, death: TimedStatement | None
) -> Iterator[Constraint]:
    acts = timed.bounds[timed.endpoints.begin]
    begun, ended = existence(ledger, actor) if birth or death else (None, None)
    if birth and not (begun and acts.last is not None and acts.last < Days.of(begun).first):
        yield no_later(birth.endpoints.begin, timed.endpoints.begin, f"({actor} does nothing before it begins)")
    if death and not (ended and acts.first is not None and acts.first > Days.of(ended).last):
        yield no_later(timed.endpoints.begin, death.endpoints.end, f"({actor} does nothing after it ended)")


def _acting(ledger: Ledger, statement: Statement) -> tuple[str, ...]:
    declared = ledger.properties.get(statement.property)
    values = statement.value if isinstance(statement.value, tuple) else ()
    subject = (statement.subject,) if values and declared and declared.time == "interval" else ()
    return tuple(dict.fromkeys((*values, *statement.who, *subject)))


def _edges(
    ledger: Ledger, those: Those, which: str, goes_first: Callable[[TimedStatement, TimedStatement], bool]
) -> dict[str, TimedStatement]:
    """For each entity the one statement of its beginning or end that counts; none where several might."""
    found: dict[str, list[TimedStatement]] = {}
    for timed in those.values():
        declared = ledger.properties.get(timed.statement.property)
        if declared and declared.existence == which and timed.is_dated:
            found.setdefault(timed.statement.subject, []).append(timed)
    chosen = {entity: _one(them, goes_first) for entity, them in found.items()}
    return {entity: timed for entity, timed in chosen.items() if timed}


def _one(
    them: Iterable[TimedStatement], goes_first: Callable[[TimedStatement, TimedStatement], bool]
) -> TimedStatement | None:
    them = list(them)
    return next((one for one in them if all(one is other or goes_first(one, other) for other in them)), None)


def _first(timed: TimedStatement) -> int:
    return timed.bounds[timed.endpoints.begin].first or 0


def _last(timed: TimedStatement) -> int:
    last = timed.bounds[timed.endpoints.end].last
    return date.max.toordinal() if last is None else last
