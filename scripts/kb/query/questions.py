"""Questions that the ledger answers, each answer with the statements it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kb.core.dates import Date
from kb.core.derive import existence, holders, holds_on, overruled, roll
from kb.core.interval import AFTER_ALL, Days, Interval
from kb.core.model import Corpus, Entity, Statement
from kb.core.truth import Truth

STARTS, ENDS = "in-force", "expires"
"""The properties by which an instrument comes into force and runs out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of an answer: who or what, in which respect, how surely, and the statements that say so."""

    about: str
    answer: str
    certainty: Truth
    statements: tuple[Statement, ...]


def members(corpus: Corpus, day: date) -> tuple[Answer, ...]:
    """Who belongs to each body that has a roll, on that day."""
    rolls = _rolls(corpus)
    bodies = sorted({s.subject for s in corpus.statements.values() if s.property in rolls})
    return tuple(answer for body in bodies for answer in members_of(corpus, body, day))


def _rolls(corpus: Corpus) -> set[str]:
    return {name for name, prop in corpus.properties.items() if prop.roll == "member"}


def members_of(corpus: Corpus, body: str, day: date) -> Iterator[Answer]:
    """Who belongs to a body on that day."""
    then, rolls = roll(corpus, body, day), _rolls(corpus)
    for member in sorted(then.possibly, key=lambda id: _label(corpus, id)):
        stated = corpus.entities[body].statements
        backing = [s for s in stated if s.property in rolls and member in _ids(s) and _may_hold(corpus, s, day)]
        backing = [s for s in backing if not overruled(corpus, s)]
        certainty = Truth.SURELY if member in then.surely else Truth.POSSIBLY
        yield Answer(_label(corpus, body), _label(corpus, member), certainty, tuple(backing))


def holder(corpus: Corpus, post: str, day: date) -> tuple[Answer, ...]:
    """Who holds a post on that day."""
    return tuple(
        Answer(_label(corpus, post), _in_what_capacity(_label(corpus, person), s), holds_on(corpus, s, day), (s,))
        for s in holders(corpus, post, day)
        for person in _ids(s)
    )


def _in_what_capacity(person: str, statement: Statement) -> str:
    return f"{person} ({statement.as_})" if statement.as_ else person


def in_force(corpus: Corpus, day: date) -> tuple[Answer, ...]:
    """The instruments that are in force on that day."""
    return tuple(answer for entity in corpus.entities.values() for answer in in_force_of(corpus, entity, day))


def in_force_of(corpus: Corpus, entity: Entity, day: date) -> Iterator[Answer]:
    """Is an instrument in force on that day, and since when?"""
    ended = existence(corpus, entity.id)[1]
    kept = roll(corpus, entity.id, day).surely  # an instrument that still has parties was prolonged
    ends = [] if kept else [Days.of(when) for when, _ in _dates(corpus, entity, ENDS)]
    ends += [Days.of(ended)] if ended else []
    last = _last_day(ends)
    starts = [(when, s, Interval(Days.of(when), last)) for when, s in _dates(corpus, entity, STARTS)]
    found = [(when, s, held) for when, s, days in starts if (held := days.holds_on(day)) is not Truth.NEVER]
    if found:
        surely = all(held is Truth.SURELY for _, _, held in found)
        since = " or ".join(sorted({str(when) for when, _, _ in found}))
        certainty = Truth.SURELY if surely else Truth.POSSIBLY
        yield Answer(entity.label, f"since {since}", certainty, tuple(s for _, s, _ in found))


def existing(corpus: Corpus, entity: Entity, day: date) -> Iterator[Answer]:
    """Is there such a thing on that day, and since when? What nobody says has ended is still there."""
    first, last = existence(corpus, entity.id)
    if first is None:
        return
    held = Interval(Days.of(first), _last_day([Days.of(last)] if last else [])).holds_on(day)
    if held is not Truth.NEVER:
        told = tuple(s for s in entity.statements if s.value == first and corpus.properties[s.property].existence)
        yield Answer(entity.label, f"since {first}", held, told)


def _last_day(ends: list[Days]) -> Days:
    """The last day, if nothing ends later than the first end; the day it runs out may itself be one or not."""
    first = min((end.first - 1 for end in ends), default=AFTER_ALL)
    return Days(first, min((end.last for end in ends), default=AFTER_ALL))


def single_source(corpus: Corpus) -> tuple[Answer, ...]:
    """The statements and claims that rest on one source alone."""
    return tuple(
        Answer(s.id, f"{s.evidence[0].by} ({s.evidence[0].at})", Truth.SURELY, (s,))
        for s in corpus.statements.values()
        if len({evidence.by for evidence in s.evidence}) == 1
    )


def lines(answers: Iterable[Answer]) -> Iterator[str]:
    """The answers for people: what, then what it rests on."""
    about = None
    for answer in answers:
        if answer.about != about:
            about = answer.about
            yield about
        yield f"  {answer.answer}{'' if answer.certainty is Truth.SURELY else f'  ({answer.certainty})'}"
        for statement in answer.statements:
            if statement.id != about:
                sources = ", ".join(f"{e.by} ({e.at})" for e in statement.evidence)
                yield f"      {statement.id} @ {sources}"


def document(answers: Iterable[Answer]) -> list[dict[str, object]]:
    """The answers for programs."""
    return [
        {
            "about": answer.about,
            "answer": answer.answer,
            "certainty": answer.certainty,
            "statements": [
                {"id": s.id, "evidence": [{"by": e.by, "at": e.at, "quote": e.quote} for e in s.evidence]}
                for s in answer.statements
            ],
        }
        for answer in answers
    ]


def _label(corpus: Corpus, id: str) -> str:
    return corpus.entities[id].label if id in corpus.entities else id


def _ids(statement: Statement) -> tuple[str, ...]:
    return statement.value if isinstance(statement.value, tuple) else ()


def _dates(corpus: Corpus, entity: Entity, property: str) -> list[tuple[Date, Statement]]:
    those = [s for s in entity.statements if s.property == property and not overruled(corpus, s)]
    return [(s.value, s) for s in those if isinstance(s.value, Date)]


def _may_hold(corpus: Corpus, statement: Statement, day: date) -> bool:
    return holds_on(corpus, statement, day) is not Truth.NEVER
