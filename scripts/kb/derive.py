"""What follows from the ledger: rolls, tenures, existence, and which statements cannot both be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from weakref import WeakKeyDictionary

from kb.dates import Answer, Date, overlap
from kb.model import Corpus, Count, Property, Statement

DAY = timedelta(days=1)


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


def span(statement: Statement) -> tuple[Date | None, Date | None]:
    """First and last day of what it says: ``until`` is turned into the day before; ``None`` is open or unsaid."""
    if statement.from_ is None and statement.until is None and statement.through is None:
        return statement.on, statement.on
    return statement.from_, statement.through or (_day_before(statement.until) if statement.until else None)


def told_on(statement: Statement) -> tuple[str, Date | None]:
    """From which day on it tells, and in which field that stands: its value, else its first day, its day, its count."""
    value = statement.value if isinstance(statement.value, Date) else None
    days = {"value": value, "from": statement.from_, "on": statement.on, "as-of": statement.as_of}
    return next(((field, day) for field, day in days.items() if day), ("value", None))


def _day_before(end: Date) -> Date:
    """The last day, where the first day no longer held is known; a month or year shifts by a day at both edges."""
    return replace(end, earliest=end.earliest - DAY, latest=end.latest - DAY)


def on_day(day: date) -> Date:
    """A day as a date."""
    return Date(day.isoformat(), day, day, "day")


def holds_on(statement: Statement, day: date) -> Answer:
    """Does its interval cover the day?"""
    first, last = span(statement)
    begun = first is None or first.earliest <= day
    surely_begun = first is None or first.latest <= day
    going = last is None or last.latest >= day
    surely_going = statement.open_end == "ongoing" if last is None else last.earliest >= day
    if not (begun and going):
        return Answer.NEVER
    return Answer.SURELY if surely_begun and surely_going else Answer.POSSIBLY


def overruled(corpus: Corpus, statement: Statement) -> bool:
    """Does a judgement follow another statement over this one?"""
    return any(j.follow is not None and statement.id in j.over for j in corpus.judged.get(statement.id, ()))


def roll(corpus: Corpus, body: str, day: date) -> Roll:
    """Who belongs to a body on a day, from the statements that are not overruled."""
    surely: set[str] = set()
    possibly: set[str] = set()
    for statement in _of(corpus, body, "member"):
        answer = holds_on(statement, day)
        if answer is not Answer.NEVER:
            possibly.update(statement.value if isinstance(statement.value, tuple) else ())
        if answer is Answer.SURELY:
            surely.update(statement.value if isinstance(statement.value, tuple) else ())
    return Roll(frozenset(surely), frozenset(possibly))


def has_roll(corpus: Corpus, body: str) -> bool:
    """Does the ledger know who belongs to this body?"""
    return any(True for _ in _of(corpus, body, "member"))


def _of(corpus: Corpus, body: str, roll: str) -> Iterable[Statement]:
    entity = corpus.entities.get(body)
    for statement in entity.statements if entity else ():
        declared = corpus.properties.get(statement.property)
        if declared and declared.roll == roll and not overruled(corpus, statement):
            yield statement


def tenures(corpus: Corpus, post: str) -> tuple[Statement, ...]:
    """Who held a post, in order, without what is overruled."""
    entity = corpus.entities.get(post)
    found = [
        statement
        for statement in (entity.statements if entity else ())
        if _one_at_a_time(corpus, statement) and not overruled(corpus, statement)
    ]
    return tuple(sorted(found, key=lambda s: s.from_.earliest if s.from_ else date.min))


def _one_at_a_time(corpus: Corpus, statement: Statement) -> bool:
    declared = corpus.properties.get(statement.property)
    return declared is not None and declared.at_once == 1


def holders(corpus: Corpus, post: str, day: date) -> tuple[Statement, ...]:
    """The tenures that cover a day, surely or possibly."""
    return tuple(s for s in tenures(corpus, post) if holds_on(s, day) is not Answer.NEVER)


def existence(corpus: Corpus, entity_id: str) -> tuple[Date | None, Date | None]:
    """The earliest stated beginning and the latest stated end of an entity."""
    entity = corpus.entities.get(entity_id)
    begins: list[Date] = []
    ends: list[Date] = []
    for statement in entity.statements if entity else ():
        declared = corpus.properties.get(statement.property)
        if declared and declared.existence and isinstance(statement.value, Date):
            (begins if declared.existence == "begins" else ends).append(statement.value)
    first = min(begins, key=lambda d: d.earliest, default=None)
    return first, max(ends, key=lambda d: d.latest, default=None)


def closure(corpus: Corpus, ids: Iterable[str]) -> frozenset[str]:
    """The ids with all they are part of."""
    found: set[str] = set()
    todo = list(ids)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo.extend(corpus.entities[name].part_of if name in corpus.entities else ())
    return frozenset(found)


def entities(statement: Statement) -> frozenset[str]:
    """Every entity that a statement names."""
    value = statement.value if isinstance(statement.value, tuple) else ()
    named = (*value, *statement.who, *statement.where, *statement.with_, *statement.author)
    return frozenset((statement.subject, *named))


SET_UNITS = ("states", "members", "member states", "countries", "parties", "signatories", "heads of state", "leaders")


def typed(statement: Statement) -> Figures:
    """Every figure a statement carries, whatever field it stands in."""
    fields = (statement.on, statement.from_, statement.until, statement.through, statement.as_of)
    dates = [d for d in (*fields, *statement.dates) if d is not None]
    counts = list(statement.counts)
    if isinstance(statement.value, Date):
        dates.insert(0, statement.value)
    elif isinstance(statement.value, Count):
        counts.insert(0, statement.value)
    elif isinstance(statement.value, tuple) and (statement.complete or len(statement.value) > 1):
        counts.append(Count(float(len(statement.value)), SET_UNITS))
    if statement.complete and statement.who:
        counts.append(Count(float(len(statement.who)), SET_UNITS))
    ordinals = () if statement.ordinal is None else (statement.ordinal,)
    numbers = () if statement.number is None else (statement.number,)
    return Figures(tuple(dates), tuple(counts), statement.articles, ordinals, numbers)


def differ(corpus: Corpus, one: Statement, other: Statement) -> bool:
    """Same subject and property, and by the property's declaration not both true."""
    if one.id == other.id or (one.subject, one.property) != (other.subject, other.property) or one.is_claim:
        return False
    declared = corpus.properties.get(one.property)
    return declared is not None and _cannot_both(declared, one, other)


def _cannot_both(declared: Property, one: Statement, other: Statement) -> bool:
    if isinstance(one.value, Date) and isinstance(other.value, Date):
        once = declared.once or (declared.once_each and bool(set(one.who) & set(other.who)))
        return once and _same_place(one, other) and overlap(one.value, other.value) is Answer.NEVER
    if isinstance(one.value, Count) and isinstance(other.value, Count):
        return _same_day(one, other) and _counts_differ(one.value, other.value)
    if declared.at_once == 1:
        return one.value != other.value and _meet(one, other)
    if declared.roll == "member":
        return one.value == other.value and _intervals_differ(one, other)
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
    return overlap(days[0], days[1]) is not Answer.NEVER


def _counts_differ(one: Count, other: Count) -> bool:
    if not set(one.of) & set(other.of):
        return False
    if one.bound == other.bound:
        return one.n != other.n
    exact = [c.n for c in (one, other) if c.bound == "exactly"]
    over = [c.n for c in (one, other) if c.bound == "over"]
    under = [c.n for c in (one, other) if c.bound in ("under", "up-to")]
    return bool(exact and over and exact[0] <= over[0]) or bool(exact and under and exact[0] > under[0])


def _meet(one: Statement, other: Statement) -> bool:
    """Do two intervals surely share a day? One whose end nobody states reaches no further than its beginning."""
    return _reaches(one, other) and _reaches(other, one)


def _reaches(one: Statement, other: Statement) -> bool:
    """Does the first surely go on until the second has begun?"""
    (start, end), (begins, _) = span(one), span(other)
    if begins is None or one.open_end == "ongoing":
        return True
    last = end or start
    return last is None or last.earliest >= begins.latest


def _intervals_differ(one: Statement, other: Statement) -> bool:
    """Two intervals of one member that begin or end on days that cannot be the same, yet overlap."""
    if not _meet(one, other):
        return False
    pairs = zip(span(one), span(other), strict=True)
    return any(a is not None and b is not None and overlap(a, b) is Answer.NEVER for a, b in pairs)


_disputes: WeakKeyDictionary[Corpus, Mapping[str, tuple[str, ...]]] = WeakKeyDictionary()


def disputed(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """For each statement in dispute the statements it cannot be squared with, or is judged against."""
    if corpus not in _disputes:
        _disputes[corpus] = _find_disputes(corpus)
    return _disputes[corpus]


def _comparable(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Every two statements of one property: no others can differ."""
    by_property: dict[str, list[Statement]] = {}
    for statement in statements:
        if not statement.is_claim:
            by_property.setdefault(statement.property, []).append(statement)
    for those in by_property.values():
        yield from combinations(those, 2)


def _find_disputes(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for entity in corpus.entities.values():
        for one, other in _comparable(entity.statements):
            if differ(corpus, one, other):
                found.setdefault(one.id, {})[other.id] = None
                found.setdefault(other.id, {})[one.id] = None
    for judgement in corpus.judgements:
        for one_id in judgement.statements:
            others = [other for other in judgement.statements if other != one_id]
            found.setdefault(one_id, {}).update(dict.fromkeys(others))
    return {name: tuple(others) for name, others in found.items()}
