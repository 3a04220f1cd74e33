"""Builds the network: every statement that speaks of time and takes part, and the constraints not plain anyway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.core.derive import overruled
from kb.core.model import Ledger, Statement
from kb.core.model.order import Order
from kb.network.constraints import Constraint, is_entailed, of_bounds, of_itself, of_order
from kb.network.declared import follows, happenings
from kb.network.points import Bounds, Endpoints, Point, TimedStatement, of_entity, timed


@dataclass(frozen=True, slots=True)
class Component:
    """Statements (and undated entities) that constraints join, with those between them and to their own dates."""

    ids: tuple[str, ...]
    constraints: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """All components, by the statements and entities they hold; whoever is in none is bound by its own dates alone."""

    timed: Mapping[str, TimedStatement]
    components: tuple[Component, ...]
    rivals: Mapping[str, frozenset[str]]
    """For each statement those that cannot be true beside it: they do not constrain each other."""

    def component(self, id: str) -> Component:
        """The component of a statement or entity, if need be made of its own dates."""
        found = next((each for each in self.components if id in each.ids), None)
        alone = self.timed.get(id)
        return found or Component((id,), (*of_bounds(alone), *of_itself(alone)) if alone else ())


def network(ledger: Ledger, disputes: Mapping[str, tuple[str, ...]]) -> Network:
    """The network of a ledger."""
    those = {s.id: timed(ledger, s) for s in ledger.statements.values() if takes_part(ledger, s)}
    bounds = {point: when for each in those.values() for point, when in each.bounds.items()}
    constraints = [constraint for constraint in _constraints(ledger, those) if not is_entailed(constraint, bounds)]
    rivals = {id: frozenset(others) & those.keys() for id, others in disputes.items() if id in those}
    return Network(those, tuple(_components(constraints, those, bounds)), rivals)


def takes_part(ledger: Ledger, statement: Statement) -> bool:
    """What a judgement overrules, or another statement supersedes, does not."""
    return not statement.superseded_by and not overruled(ledger, statement)


def _constraints(ledger: Ledger, those: Mapping[str, TimedStatement]) -> Iterator[Constraint]:
    known: dict[str, Endpoints] = {}
    for here in those.values():
        for order in here.statement.orders:
            than = meant(ledger, here.statement, order)
            there = here.endpoints if order.relation == "lasts" else _endpoints(ledger, than, those, known)
            if there is not None:
                yield from of_order(order, here.statement.id, here.endpoints, there, than)
    yield from follows(ledger, those)


def meant(ledger: Ledger, by: Statement, order: Order) -> str:
    """The id of the statement or entity that an order word points at; empty if there is none."""
    known = (id for id in order.meant(by.subject) if id in ledger.statements or id in ledger.entities)
    return next(known, "")


def _endpoints(
    ledger: Ledger, id: str, those: Mapping[str, TimedStatement], known: dict[str, Endpoints]
) -> Endpoints | None:
    """Its endpoints, or none if it takes no part; that of an entity is looked for once."""
    if id in ledger.entities:
        known[id] = known.get(id) or endpoints_of(ledger, id, those)
        return known[id]
    return those[id].endpoints if id in those else None


def endpoints_of(ledger: Ledger, entity: str, those: Mapping[str, TimedStatement]) -> Endpoints:
    """When an entity came about: from the first to the last of the statements that date it."""
    dated = happenings(ledger, ledger.entities[entity], those)
    return Endpoints(dated[0].endpoints.begin, dated[-1].endpoints.end) if dated else of_entity(ledger.entities[entity])


def _components(
    constraints: list[Constraint], those: Mapping[str, TimedStatement], bounds: Mapping[Point, Bounds]
) -> Iterator[Component]:
    """Union-find over the ids that constraints join; then each group with its constraints and its own dates."""
    parent: dict[str, str] = {}

    def root(id: str) -> str:
        parent.setdefault(id, id)
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for constraint in constraints:
        parent[root(constraint.source.id)] = root(constraint.target.id)
        if constraint.by:
            root(constraint.by)
    groups: dict[str, list[Constraint]] = {}
    for constraint in constraints:
        groups.setdefault(root(constraint.source.id), []).append(constraint)
    members: dict[str, list[str]] = {}
    for id in parent:
        members.setdefault(root(id), []).append(id)
    for top, inner in groups.items():
        own = (those[id] for id in members[top] if id in those)
        dated = [constraint for each in own for constraint in (*of_bounds(each), *of_itself(each))]
        yield Component(tuple(members[top]), (*dated, *inner))
