"""Who is told to have taken over from whom did so in the line of the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from kb.annotate.spans import EntitySpan
from kb.core import derive
from kb.core.finding import Finding, impossible
from kb.core.model import Entity, Ledger
from kb.lang import en
from kb.verify.verdict import VerifiedPage

_REACH = 80
"""So far apart the two names may stand."""
Line = tuple[tuple[str, str], ...]
"""Who held a post, in order, each with the statement that says so."""


def check(reading: VerifiedPage, successions: Mapping[str, Line], named: Mapping[str, Entity]) -> Iterator[Finding]:
    """Who is told to have taken over from whom did so in the line of the ledger."""
    for scope in reading.scopes:
        for one, other in pairwise(scope.names):
            told = _told(scope.sentence.text, one, other)
            for post, line in successions.items() if told else ():
                if _is_against(line, *told):
                    earlier, later = (named[id].label for id in told)
                    backing = [statement for id, statement in line if id in told]
                    yield impossible(
                        scope.sentence.place(reading.page.path, one.start),
                        f"{later} is told to come after {earlier}, against the line of {post} ({backing[0]})",
                        "correct who took over from whom, or the tenures in the ledger",
                        statement=backing[0],
                        seen=told,
                    )


def _told(text: str, one: EntitySpan, other: EntitySpan) -> tuple[str, ...]:
    """The earlier and the later of two, as the words between them have it; nothing if they say nothing of it."""
    between = text[one.end : other.start]
    if len(between) > _REACH:
        return ()
    if en.HANDED_ON.search(between) or (between == " to " and en.FROM_ONE.search(text[: one.start])):
        return one.entity_id, other.entity_id
    return (other.entity_id, one.entity_id) if en.TAKEN_OVER.search(between) else ()


def _is_against(line: Line, earlier: str, later: str) -> bool:
    """Are both in the line, and the one who is told to come later always before the other?"""
    before = [place for place, (id, _) in enumerate(line) if id == later]
    after = [place for place, (id, _) in enumerate(line) if id == earlier]
    return bool(before and after) and max(before) < min(after)


def successions(ledger: Ledger) -> dict[str, Line]:
    """The lines of all that two or more held one after the other."""
    found = {}
    for name in ledger.entities:
        tenures = [statement for statement in derive.tenures(ledger, name) if statement.from_]
        line = tuple((id, s.id) for s in tenures for id in (s.value if isinstance(s.value, tuple) else ()))
        if len({id for id, _ in line}) > 1:
            found[name] = line
    return found


FIXTURES = (successions,)
