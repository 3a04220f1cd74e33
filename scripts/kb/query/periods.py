"""What the ledger answers from day to day: the periods between the days on which an answer changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from kb.core.derive import dates
from kb.core.interval import Days
from kb.core.model import Corpus, Entity, Statement
from kb.query.questions import STARTS, Answer, existing, holder, in_force_of, members_of


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked anew for each day; nothing but the dates of ``statements`` can change the answer."""

    ask: Callable[[date], Iterable[Answer]]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last on which every question has the same answers; they stand in its place."""

    first: date
    last: date
    answers: tuple[tuple[Answer, ...], ...]


def of_members(corpus: Corpus, body: str) -> Question:
    """Who belongs to a body?"""
    return Question(partial(members_of, corpus, body), corpus.entities[body].statements)


def of_holders(corpus: Corpus, post: str) -> Question:
    """Who holds a post?"""
    return Question(partial(holder, corpus, post), corpus.entities[post].statements)


def of_force(corpus: Corpus, entity: Entity) -> Question:
    """Is an instrument in force?"""
    return Question(partial(in_force_of, corpus, entity), entity.statements)


def of_existence(corpus: Corpus, entity: Entity) -> Question:
    """Is there such a thing?"""
    return Question(partial(existing, corpus, entity), entity.statements)


def comes_into_force(entity: Entity) -> bool:
    """Does the ledger say when it does?"""
    return any(statement.property == STARTS for statement in entity.statements)


def periods(questions: Sequence[Question], first: date, last: date) -> tuple[Period, ...]:
    """Each day from the first to the last in one period, and no two alike beside one another."""
    answered = [tuple(_answered(question, first, last)) for question in questions]
    starts = sorted({day for each in answered for day, _ in each} | {first.toordinal()})
    ends = [*(day - 1 for day in starts[1:]), last.toordinal()]
    return tuple(
        Period(date.fromordinal(start), date.fromordinal(end), tuple(_on(each, start) for each in answered))
        for start, end in zip(starts, ends, strict=True)
    )


def _answered(question: Question, first: date, last: date) -> Iterator[tuple[int, tuple[Answer, ...]]]:
    """The days on which the answer to a question changes, each with the answer from then on."""
    before: tuple[Answer, ...] | None = None
    for day in sorted(_turns(question, first.toordinal(), last.toordinal())):
        answer = tuple(question.ask(date.fromordinal(day)))
        if answer != before:
            yield day, answer
        before = answer


def _turns(question: Question, first: int, last: int) -> set[int]:
    """The days on which it may change: what is so through a day changes on the next, what is so until it before."""
    ends = (end for s in question.statements for when in dates(s) for end in (Days.of(when).first, Days.of(when).last))
    return {first} | {day for end in ends for day in (end - 1, end, end + 1) if first <= day <= last}


def _on(answered: Sequence[tuple[int, tuple[Answer, ...]]], day: int) -> tuple[Answer, ...]:
    return answered[bisect_right(answered, day, key=lambda each: each[0]) - 1][1]
