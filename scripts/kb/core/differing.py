"""Which statements cannot both be true, by what is declared of their property, and which are in dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kb.core.dates import Date
from kb.core.derive import interval, told_on
from kb.core.interval import overlap
from kb.core.model import Count, Ledger, Property, Statement
from kb.core.truth import Truth


def differ(ledger: Ledger, one: Statement, other: Statement) -> bool:
    """Same subject and property, and by the property's declaration not both true."""
    if one.id == other.id or (one.subject, one.property) != (other.subject, other.property) or one.is_claim:
        return False
    declared = ledger.properties.get(one.property)
    return declared is not None and _cannot_both(ledger, declared, one, other)


def _cannot_both(ledger: Ledger, declared: Property, one: Statement, other: Statement) -> bool:
    if isinstance(one.value, Date) and isinstance(other.value, Date):
        once = declared.once or (declared.once_each and bool(set(one.who) & set(other.who)))
        return once and _same_place(one, other) and overlap(one.value, other.value) is Truth.NEVER
    if isinstance(one.value, Count) and isinstance(other.value, Count):
        return _same_day(one, other) and _counts_differ(one.value, other.value)
    if declared.at_once == 1:
        return one.value != other.value and _meet(ledger, one, other)
    if declared.roll == "member":
        return one.value == other.value and _intervals_differ(ledger, one, other)
    if declared.roll == "left" and isinstance(one.value, tuple) and isinstance(other.value, tuple):
        return bool(set(one.value) & set(other.value)) and one.as_ != other.as_ and _same_day(one, other)
    if one.complete and other.complete and isinstance(one.value, tuple) and isinstance(other.value, tuple):
        return set(one.value) != set(other.value) and _same_day(one, other)
    return False


def _same_place(one: Statement, other: Statement) -> bool:
    """Statements of one event: what is limited to different articles or articles and the whole is not one event."""
    return set(one.articles) == set(other.articles)


def _same_day(one: Statement, other: Statement) -> bool:
    days = [told_on(s)[1] for s in (one, other)]
    if days[0] is None or days[1] is None:
        return days[0] is days[1]
    return overlap(days[0], days[1]) is not Truth.NEVER


def _counts_differ(one: Count, other: Count) -> bool:
    """Two numbers of the same thing that no number is."""
    return bool(set(one.of) & set(other.of)) and one.numbers.meets(other.numbers) is Truth.NEVER


def _meet(ledger: Ledger, one: Statement, other: Statement) -> bool:
    """Is there surely a day on which both hold? One whose end nobody states reaches no further than its beginning."""
    return interval(one, ledger.today).overlaps(interval(other, ledger.today)) is Truth.SURELY


def _intervals_differ(ledger: Ledger, one: Statement, other: Statement) -> bool:
    """Two intervals of one member that begin or end on days that cannot be the same, yet overlap."""
    mine, its = interval(one, ledger.today), interval(other, ledger.today)
    if mine.overlaps(its) is not Truth.SURELY:
        return False
    return Truth.NEVER in (mine.begin.meets(its.begin), mine.end.meets(its.end))


def _comparable(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Every two statements of one property: no others can differ."""
    by_property: dict[str, list[Statement]] = {}
    for statement in statements:
        if not statement.is_claim:
            by_property.setdefault(statement.property, []).append(statement)
    for those in by_property.values():
        yield from combinations(those, 2)


def disputes(ledger: Ledger) -> Mapping[str, tuple[str, ...]]:
    """For each statement in dispute the statements it cannot be squared with, or is judged against."""
    found: dict[str, dict[str, None]] = {}
    for entity in ledger.entities.values():
        for one, other in _comparable(entity.statements):
            if differ(ledger, one, other):
                found.setdefault(one.id, {})[other.id] = None
                found.setdefault(other.id, {})[one.id] = None
    for judgement in ledger.judgements:
        for one_id in judgement.statements:
            others = [other for other in judgement.statements if other != one_id]
            found.setdefault(one_id, {}).update(dict.fromkeys(others))
    return {name: tuple(others) for name, others in found.items()}
