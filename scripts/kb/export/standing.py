"""How a statement stands: on which days it holds, and how it ranks among those that say otherwise, as in Wikidata."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kb.core.derive import interval, overruled
from kb.core.model import Ledger, Statement

PREFERRED, NORMAL, DEPRECATED = RANKS = ("preferred", "normal", "deprecated")
FIRST, LAST = date.min, date.max
"""Stand for no first and no last day, so that every day is between two."""


def rank(ledger: Ledger, statement: Statement) -> str:
    """Deprecated is what a judgement decides against, preferred what one follows, or what takes the place of another.

    What a newer statement took the place of was right in its day, and is normal.
    """
    if overruled(ledger, statement):
        return DEPRECATED
    followed = any(each.follow == statement.id for each in ledger.judged.get(statement.id, ()))
    return PREFERRED if followed or statement.id in _successors(ledger) else NORMAL


@lru_cache(maxsize=2)
def _successors(ledger: Ledger) -> frozenset[str]:
    """The statements that take the place of another."""
    return frozenset(filter(None, map(successor, ledger.statements.values())))


def successor(statement: Statement) -> str:
    """The whole id of the statement that takes its place, or none."""
    later = statement.superseded_by or ""
    return later if "#" in later or not later else f"{statement.subject}#{later}"


def days(ledger: Ledger, statement: Statement) -> tuple[str, str, str, str]:
    """From which day on it may hold and surely does, and through which it surely holds and may.

    It may hold on a day between the outer two, and surely does on one between the inner two, both days included.
    """
    held = interval(statement, ledger.today)
    ends = held.begin.first, held.begin.last, held.end.first, held.end.last
    first, sure, through, last = (_day(end).isoformat() for end in ends)
    return first, sure, through, last


def _day(number: int) -> date:
    return date.fromordinal(min(max(number, FIRST.toordinal()), LAST.toordinal()))
