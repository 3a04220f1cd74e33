"""Who came first, second, third in a post: ordinals held against the tenures of the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from kb.core import derive
from kb.core.model import Statement
from kb.verify.context import Context
from kb.verify.verdict import Outcome, Verdict

_NEAR = 2


def ranked(context: Context) -> Verdict | None:
    """``the third secretary general``: is the person whom the sentence names the third, with or without the acting?"""
    figure = context.figure
    post = _post(context) if figure.kind == "ordinal" else ""
    persons = [n.entity_id for n in context.scope.names if context.ledger.entities[n.entity_id].acts_as == "person"]
    if not post or len(set(persons)) != 1:
        return None
    tenures = derive.tenures(context.ledger, post)
    places = {place for some in (tenures, _full(tenures)) if (place := _place(some, persons[0]))}
    if not places:
        return None
    ids = tuple(statement.id for statement in tenures if statement.value == (persons[0],))
    if figure.value in places:
        return Verdict(Outcome.COMPUTED, ids, "tenures")
    return Verdict(Outcome.REFUTED, ids, "tenures", " or ".join(str(place) for place in sorted(places)))


def _post(context: Context) -> str:
    """The post that the ordinal stands before."""
    end = context.figure.end
    named = (n for n in context.scope.names if end <= n.start <= end + _NEAR)
    return next((n.entity_id for n in named if context.ledger.entities[n.entity_id].acts_as == "office"), "")


def _full(tenures: tuple[Statement, ...]) -> tuple[Statement, ...]:
    return tuple(statement for statement in tenures if statement.as_ is None)


def _place(tenures: tuple[Statement, ...], person: str) -> int:
    """The number of the person in the line, each holder counted once; 0 if not in it."""
    line = list(dict.fromkeys(_holders(tenures)))
    return line.index(person) + 1 if person in line else 0


def _holders(tenures: tuple[Statement, ...]) -> Iterator[str]:
    for statement in tenures:
        if isinstance(statement.value, tuple):
            yield from statement.value
