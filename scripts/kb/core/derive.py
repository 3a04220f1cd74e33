"""What follows from the ledger: rolls, tenures, existence, and the figures and names that a statement holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kb.core.dates import Date
from kb.core.interval import AFTER_ALL, ALWAYS, BEFORE_ALL, Days, Interval
from kb.core.model import Count, Entity, Ledger, Statement
from kb.core.truth import Truth


@dataclass(frozen=True, slots=True)
class Roll:
    """Who belongs on a day: surely, and possibly where dates are imprecise (``possibly`` holds ``surely``)."""

    surely: frozenset[str]
    possibly: frozenset[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """Every figure a statement carries, by kind."""

    dates: tuple[Date, ...]
    counts: tuple[Count, ...]
    articles: tuple[int, ...]
    ordinals: tuple[int, ...]
    numbers: tuple[str, ...]


def stated(statement: Statement) -> tuple[Date | None, Date | None]:
    """The dates of its beginning and its end as they are written; ``None`` is open or unsaid.

    They are there to be told. Where the second is ``until``, it no longer held on that day: what holds when is asked
    of :func:`interval`.
    """
    if statement.from_ is None and statement.until is None and statement.through is None:
        return statement.on, statement.on
    return statement.from_, statement.through or statement.until


def ending(statement: Statement) -> str:
    """How its end is stated: ``through`` the last day, or ``until`` the first day no longer; empty if it is not."""
    if statement.through:
        return f"through {statement.through}"
    return f"until {statement.until}" if statement.until else ""


def interval(statement: Statement, today: date | None = None) -> Interval:
    """The days on which it holds: what has no time at all always does, what was so ``as-of`` a day surely did then.

    ``until`` ends it the day before. An end that is unknown or that nobody states may be any day from the beginning
    on. What is ongoing goes on to the day that it was checked, and, as nobody says otherwise, to ``today``.
    """
    if statement.from_ is None and statement.until is None and statement.through is None and not statement.open_end:
        if statement.on:
            return Interval.on(Days.of(statement.on))
        if statement.as_of is None:
            return ALWAYS
        then = Days.of(statement.as_of)
        return Interval(Days(BEFORE_ALL, then.last), Days(then.first, AFTER_ALL))
    return Interval(Days.of(statement.from_) if statement.from_ else Days(), _last_days(statement, today))


def _last_days(statement: Statement, today: date | None) -> Days:
    """Every day that may be the last on which it holds."""
    if statement.through:
        return Days.of(statement.through)
    if statement.until:
        return Days.of(statement.until).later(-1)
    if statement.open_end != "ongoing":
        return Days()
    checked = Days.of(statement.checked).first if statement.checked else BEFORE_ALL
    return Days(max(checked, today.toordinal() if today else BEFORE_ALL), AFTER_ALL)


def told_on(statement: Statement) -> tuple[str, Date | None]:
    """From which day on it tells, and in which field that stands: its value, else its first day, its day, its count."""
    value = statement.value if isinstance(statement.value, Date) else None
    days = {"value": value, "from": statement.from_, "on": statement.on, "as-of": statement.as_of}
    return next(((field, day) for field, day in days.items() if day), ("value", None))


def holds_on(ledger: Ledger, statement: Statement, day: date) -> Truth:
    """Does it hold on this day, as far as is known on the day that counts as today?"""
    return interval(statement, ledger.today).holds_on(day)


def overruled(ledger: Ledger, statement: Statement) -> bool:
    """Is it not followed: does a judgement follow another statement over it, or is it withdrawn?"""
    those = ledger.judged.get(statement.id, ())
    return statement.withdrawn is not None or any(j.follow is not None and statement.id in j.over for j in those)


def roll(ledger: Ledger, body: str, day: date) -> Roll:
    """Who belongs to a body on a day, from the statements that are not overruled."""
    surely: set[str] = set()
    possibly: set[str] = set()
    for statement in _of(ledger, body, "member"):
        answer = holds_on(ledger, statement, day)
        if answer is not Truth.NEVER:
            possibly.update(statement.value if isinstance(statement.value, tuple) else ())
        if answer is Truth.SURELY:
            surely.update(statement.value if isinstance(statement.value, tuple) else ())
    return Roll(frozenset(surely), frozenset(possibly))


def has_roll(ledger: Ledger, body: str) -> bool:
    """Does the ledger know who belongs to this body?"""
    return any(True for _ in _of(ledger, body, "member"))


def _of(ledger: Ledger, body: str, roll: str) -> Iterable[Statement]:
    entity = ledger.entities.get(body)
    for statement in entity.statements if entity else ():
        declared = ledger.properties.get(statement.property)
        if declared and declared.roll == roll and not overruled(ledger, statement):
            yield statement


def tenures(ledger: Ledger, post: str) -> tuple[Statement, ...]:
    """Who held a post, in order, without what is overruled."""
    entity = ledger.entities.get(post)
    found = [
        statement
        for statement in (entity.statements if entity else ())
        if _one_at_a_time(ledger, statement) and not overruled(ledger, statement)
    ]
    return tuple(sorted(found, key=lambda s: s.from_.earliest if s.from_ else date.min))


def _one_at_a_time(ledger: Ledger, statement: Statement) -> bool:
    declared = ledger.properties.get(statement.property)
    return declared is not None and declared.at_once == 1


def holders(ledger: Ledger, post: str, day: date) -> tuple[Statement, ...]:
    """The tenures that cover a day, surely or possibly."""
    return tuple(s for s in tenures(ledger, post) if holds_on(ledger, s, day) is not Truth.NEVER)


def existence(ledger: Ledger, entity_id: str) -> tuple[Date | None, Date | None]:
    """The earliest stated beginning and the latest stated end of an entity."""
    entity = ledger.entities.get(entity_id)
    begins: list[Date] = []
    ends: list[Date] = []
    for statement in entity.statements if entity else ():
        declared = ledger.properties.get(statement.property)
        if declared and declared.existence and isinstance(statement.value, Date):
            (begins if declared.existence == "begins" else ends).append(statement.value)
    first = min(begins, key=lambda day: Days.of(day).first, default=None)
    return first, max(ends, key=lambda day: Days.of(day).last, default=None)


def closure(named: Mapping[str, Entity], ids: Iterable[str]) -> frozenset[str]:
    """The ids with all they are part of."""
    found: set[str] = set()
    todo = list(ids)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo.extend(named[name].part_of if name in named else ())
    return frozenset(found)


def entities(statement: Statement) -> frozenset[str]:
    """Every entity that a statement names."""
    value = statement.value if isinstance(statement.value, tuple) else ()
    told = (name for event in statement.events for _, name in event.named)
    named = (*value, *statement.who, *statement.where, *statement.with_, *statement.author, *told)
    return frozenset((statement.subject, *named))


def dates(statement: Statement) -> tuple[Date, ...]:
    """Every date a statement carries, whatever field it stands in; its value first."""
    fields = (statement.on, statement.from_, statement.until, statement.through, statement.as_of)
    value = (statement.value,) if isinstance(statement.value, Date) else ()
    return (*value, *(d for d in (*fields, *statement.dates) if d is not None))


def typed(statement: Statement, sets: tuple[str, ...]) -> Figures:
    """Every figure a statement carries, whatever field it stands in; ``sets`` is what members of a set are called.

    What a statement counts itself the size of its set is not of: five presidents and a minister are six leaders.
    """
    counts = list(statement.counts)
    counted = {unit for count in counts for unit in count.of}
    sets = tuple(name for name in sets if name not in counted)
    if isinstance(statement.value, Count):
        counts.insert(0, statement.value)
    elif isinstance(statement.value, tuple) and (statement.complete or len(statement.value) > 1):
        counts.append(Count(float(len(statement.value)), sets))
    if statement.complete and statement.who:
        counts.append(Count(float(len(statement.who)), sets))
    ordinals = () if statement.ordinal is None else (statement.ordinal,)
    numbers = () if statement.number is None else (statement.number,)
    return Figures(dates(statement), tuple(counts), statement.articles, ordinals, numbers)
