"""What the ledger answers of one day for a sheet: who belongs and watches, how strong what exists is, what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kb.core.charted import charted
from kb.core.dates import Date
from kb.core.derive import closure, holds_on, interval, told_on
from kb.core.interval import BEFORE_ALL
from kb.core.model import Corpus, Count, Statement
from kb.core.truth import Truth

NEWEST = 3
"""So many of the statements that a row names are told, the newest that had been true by the day."""


def first_day(corpus: Corpus) -> date | None:
    """The first day on which anybody is known to have belonged to anything."""
    rolls = {name for name, declared in corpus.properties.items() if declared.roll == "member"}
    begun = (interval(s).begin.first for s in corpus.statements.values() if s.property in rolls)
    first = min((day for day in begun if day > BEFORE_ALL), default=None)
    return date.fromordinal(first) if first is not None else None


def watching(corpus: Corpus, day: date) -> tuple[Statement, ...]:
    """Who stands beside the members of a body on a day, and so can not be one: an observer, by the schema."""
    lasting = {name: law for name, law in corpus.properties.items() if law.time == "interval"}
    rolls = {name for name, law in lasting.items() if law.roll == "member"}
    beside = {name for name, law in lasting.items() if rolls & {*law.conflicts_with}}
    return tuple(s for s in corpus.statements.values() if s.property in beside and _is_followed(corpus, s, day))


def strengths(corpus: Corpus, day: date) -> Iterator[tuple[Statement, ...]]:
    """Of all that is no event how many people it had, as was last said by the day: all numbers of that year."""
    for entity in corpus.entities.values():
        if entity.acts_as == "event":
            continue
        counted = [s for s in entity.statements if isinstance(s.value, Count) and corpus.properties[s.property].adds_up]
        known = [(when, s) for s in counted if (when := _began(s)) and when <= day and not s.planned]
        if known:
            newest = max(when for when, _ in known)
            yield tuple(s for when, s in known if when.year == newest.year)


def newest(corpus: Corpus, ids: Iterable[str], day: date) -> tuple[Statement, ...]:
    """Of the statements that are named the last that had come about by the day, and had not ended before."""
    named = [corpus.statements[id] for id in ids if id in corpus.statements]
    known = [(when, s) for s in named if (when := _began(s)) and when <= day and not _is_over(s, day)]
    return tuple(s for _, s in sorted(known, key=lambda each: each[0])[-NEWEST:])


def of_the_year(corpus: Corpus, ids: Iterable[str], day: date) -> tuple[Statement, ...]:
    """The events of the year of the day that are part of the entities that are named, or are those themselves."""
    wholes = {id for id in ids if id in corpus.entities}
    parts = [id for id in corpus.entities if wholes & closure(corpus.entities, [id])]
    happened = charted("events", parts, corpus)
    found = [(when, s) for s in happened if (when := _began(s)) and when.year == day.year]
    return tuple(s for _, s in sorted(found, key=lambda each: each[0]))


def _is_followed(corpus: Corpus, statement: Statement, day: date) -> bool:
    judged = corpus.judged.get(statement.id, ())
    return all(statement.id not in j.over for j in judged) and holds_on(corpus, statement, day) is not Truth.NEVER


def _is_over(statement: Statement, day: date) -> bool:
    """Is it known to have ended before the day?"""
    end: Date | None = statement.through or statement.until
    return end is not None and end.latest < day


def _began(statement: Statement) -> date | None:
    told = told_on(statement)[1]
    return told.earliest if told else None
