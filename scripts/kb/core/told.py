"""What the ledger tells where a page asks it, by a role or a directive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.core.charted import charted
from kb.core.dates import Date
from kb.core.derive import dates, holders, holds_on, overruled, stated, tenures
from kb.core.member import of_member
from kb.core.model import Asked, Ledger, Statement
from kb.core.truth import Truth


def told(asked: Asked, ledger: Ledger) -> tuple[Statement, ...]:
    """The statements that are shown there; none where nothing can be told, or what is told is no statement.

    Raises ``ValueError`` for a day that is none.
    """
    id, _, written = (part.strip() for part in asked.of.partition("@"))
    day = date.fromisoformat(written) if written else ledger.today
    match asked.by:
        case "kb:statements":
            return tuple(_named(asked.of, ledger))
        case "kb:matrix":
            return tuple(ledger.statements[id] for id in asked.of.split() if id in ledger.statements)
        case "kb:chart":
            kind, *ids = asked.of.partition("@")[0].split()
            return charted(kind, ids, ledger, day)
        case "kb:timeline":
            return tuple(s for s in _named(asked.of, ledger) if _is_dated(s) and not overruled(ledger, s))
        case "kb:articles":
            return tuple(s for s in _named(id, ledger) if s.articles)
        case "kb:tenures":
            return tenures(ledger, id)
        case "kb:holder":
            return holders(ledger, id, day)
        case "kb:members":
            return tuple(s for s in _named(id, ledger) if _is_member(s, ledger, day if written else None))
        case "kb:factsheet":
            bodies = (s for s in ledger.statements.values() if _is_member(s, ledger, day))
            posts = (s for post in ledger.entities for s in holders(ledger, post, day))
            named = (ledger.statements[id] for id in asked.of.split() if id in ledger.statements)
            return (*bodies, *posts, *named)
        case "kb:day":
            held = (s for post in ledger.entities for s in tenures(ledger, post))
            return (*(s for s in _named(id, ledger) if _is_member(s, ledger, None)), *held)
        case "kb:count":
            return tuple(s for s in _named(id, ledger) if _is_member(s, ledger, day))
        case "kb:member":
            return tuple(dict.fromkeys(of_member(ledger, *_first(asked.of))))
        case "kb:disagreements":
            return tuple(_disagreeing(asked.of, ledger))
    return ()


def _first(words: str) -> tuple[str, list[str]]:
    """The first of some ids, and the others."""
    first, *others = words.split()
    return first, others


def _named(ids: str, ledger: Ledger) -> Iterator[Statement]:
    for id in ids.split():
        if id in ledger.statements:
            yield ledger.statements[id]
        elif id in ledger.entities:
            yield from ledger.entities[id].statements


def _is_dated(statement: Statement) -> bool:
    return bool(isinstance(statement.value, Date) or stated(statement)[0] or statement.as_of or dates(statement))


def _is_member(statement: Statement, ledger: Ledger, day: date | None) -> bool:
    declared = ledger.properties.get(statement.property)
    is_one = declared is not None and declared.roll == "member" and not overruled(ledger, statement)
    return is_one and (day is None or holds_on(ledger, statement, day) is not Truth.NEVER)


def _disagreeing(ids: str, ledger: Ledger) -> Iterator[Statement]:
    """What is judged of these entities, or of all where none is named."""
    wanted = ids.split()
    judged = (each for each in ledger.judgements if not wanted or each.entity in wanted)
    found = dict.fromkeys(id for judgement in judged for id in judgement.statements)
    return (ledger.statements[id] for id in found if id in ledger.statements)
