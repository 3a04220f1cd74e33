"""When something can have happened: its earliest and its latest day, and the chain of statements that binds each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kb.core.model import Ledger
from kb.network.build import Component, Network, endpoints_of
from kb.network.constraints import Constraint
from kb.network.contradictions import Contradiction, involved, telling, told
from kb.network.declared import happenings
from kb.network.points import Endpoints
from kb.network.solve import Chain, earliest, latest


@dataclass(frozen=True, slots=True)
class Bound:
    """One edge of the time in which something can have happened. Without a day nobody has bounded it."""

    edge: str
    day: date | None
    chain: Chain


@dataclass(frozen=True, slots=True)
class PossibleTime:
    """When a statement or entity can have happened; ``against`` is what its dates and order contradict, if they do."""

    about: str
    bounds: tuple[Bound, ...]
    against: Chain = ()


def when(
    ledger: Ledger, event: str, network: Network, contradictions: Sequence[Contradiction]
) -> tuple[PossibleTime, ...]:
    """One answer for a statement; for an entity, one for each statement that dates it."""
    whole = network
    if event in ledger.statements:
        here = whole.timed.get(event)
        return (_answer(ledger, event, here.endpoints, whole, contradictions),) if here else ()
    dated = happenings(ledger, ledger.entities[event], whole.timed)
    if dated:
        return tuple(_answer(ledger, each.statement.id, each.endpoints, whole, contradictions) for each in dated)
    return (_answer(ledger, event, endpoints_of(ledger, event, whole.timed), whole, contradictions),)


def _answer(
    ledger: Ledger, about: str, endpoints: Endpoints, whole: Network, contradictions: Sequence[Contradiction]
) -> PossibleTime:
    component = whole.component(about)
    broken = [each for each in contradictions if set(involved(each.chain)) & set(component.ids)]
    if broken:
        return PossibleTime(about, (), broken[0].chain)
    constraints = _undisputed(component, about, whole.rivals)
    begin, end = endpoints.begin, endpoints.end
    if begin == end or not _is_interval(ledger, about):
        edges = [("not before", begin, earliest), ("not after", end, latest)]
    else:
        edges = [("begins not before", begin, earliest), ("begins not after", begin, latest)]
        edges += [("ends not before", end, earliest), ("ends not after", end, latest)]
    return PossibleTime(about, tuple(_bound(name, find(constraints, point)) for name, point, find in edges))


def _undisputed(component: Component, about: str, rivals: Mapping[str, frozenset[str]]) -> tuple[Constraint, ...]:
    """Without what is left open: of statements that exclude each other only the one asked about counts."""
    left = {id for id in component.ids if id != about and rivals.get(id)}
    return tuple(constraint for constraint in component.constraints if not any(constraint.rests_on(id) for id in left))


def _is_interval(ledger: Ledger, about: str) -> bool:
    """Does a beginning, an end or a duration stand in its fields, and not one date for the whole?"""
    statement = ledger.statements.get(about)
    return statement is not None and bool({"from", "until", "through", "lasts"} & set(statement.marks))


def _bound(edge: str, found: tuple[int, Chain] | None) -> Bound:
    if found is None or not date.min.toordinal() <= found[0] <= date.max.toordinal():
        return Bound(edge, None, ())
    return Bound(edge, date.fromordinal(found[0]), found[1])


def lines(ledger: Ledger, answers: Iterable[PossibleTime]) -> Iterator[str]:
    """The answers for people: each bound, then the statements that bind it."""
    for answer in answers:
        yield answer.about
        if answer.against:
            yield "  cannot be told: these cannot all be so"
            yield from (f"      {told(ledger, constraint)}" for constraint in telling(answer.against))
        for bound in answer.bounds:
            yield f"  {bound.edge} {bound.day or '(nobody says)'}"
            yield from (f"      {told(ledger, constraint)}" for constraint in telling(bound.chain))


def document(ledger: Ledger, answers: Iterable[PossibleTime]) -> list[dict[str, object]]:
    """The answers for programs."""
    return [
        {
            "about": answer.about,
            "bounds": [
                {
                    "edge": b.edge,
                    "day": str(b.day) if b.day else None,
                    "because": [_as_json(ledger, constraint) for constraint in telling(b.chain)],
                }
                for b in answer.bounds
            ],
            "contradiction": [_as_json(ledger, constraint) for constraint in telling(answer.against)],
        }
        for answer in answers
    ]


def _as_json(ledger: Ledger, constraint: Constraint) -> dict[str, object]:
    evidence = ledger.statements[constraint.by].evidence if constraint.by else ()
    return {
        "statement": constraint.by or None,
        "says": constraint.says if constraint.by else told(ledger, constraint),
        "evidence": [{"by": each.by, "at": each.at, "quote": each.quote} for each in evidence],
    }
