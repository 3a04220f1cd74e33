"""Builds the network: every statement that speaks of time and takes part, and the links that are not plain anyway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.core.derive import overruled
from kb.core.model import Ledger, Statement
from kb.core.model.order import Order
from kb.network.declared import follows, happenings
from kb.network.links import Link, is_entailed, of_itself, of_order, of_windows
from kb.network.points import Point, Stretch, Timed, Window, of_entity, timed


@dataclass(frozen=True, slots=True)
class Component:
    """Statements (and undated entities) that links join, with the links between them and to their own dates."""

    ids: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """All components, by the statements and entities they hold; whoever is in none is bound by its own dates alone."""

    timed: Mapping[str, Timed]
    components: tuple[Component, ...]
    rivals: Mapping[str, frozenset[str]]
    """For each statement those that cannot be true beside it: they do not constrain each other."""

    def component(self, id: str) -> Component:
        """The component of a statement or entity, if need be made of its own dates."""
        found = next((each for each in self.components if id in each.ids), None)
        alone = self.timed.get(id)
        return found or Component((id,), (*of_windows(alone), *of_itself(alone)) if alone else ())


def network(ledger: Ledger, disputes: Mapping[str, tuple[str, ...]]) -> Network:
    """The network of a ledger."""
    those = {s.id: timed(ledger, s) for s in ledger.statements.values() if takes_part(ledger, s)}
    windows = {point: window for each in those.values() for point, window in each.windows.items()}
    links = [link for link in _links(ledger, those) if not is_entailed(link, windows)]
    rivals = {id: frozenset(others) & those.keys() for id, others in disputes.items() if id in those}
    return Network(those, tuple(_components(links, those, windows)), rivals)


def takes_part(ledger: Ledger, statement: Statement) -> bool:
    """What a judgement overrules, or another statement supersedes, does not."""
    return not statement.superseded_by and not overruled(ledger, statement)


def _links(ledger: Ledger, those: Mapping[str, Timed]) -> Iterator[Link]:
    known: dict[str, Stretch] = {}
    for here in those.values():
        for order in here.statement.orders:
            than = meant(ledger, here.statement, order)
            there = here.stretch if order.relation == "lasts" else _stretch(ledger, than, those, known)
            if there is not None:
                yield from of_order(order, here.statement.id, here.stretch, there, than)
    yield from follows(ledger, those)


def meant(ledger: Ledger, by: Statement, order: Order) -> str:
    """The id of the statement or entity that an order word points at; empty if there is none."""
    known = (id for id in order.meant(by.subject) if id in ledger.statements or id in ledger.entities)
    return next(known, "")


def _stretch(ledger: Ledger, id: str, those: Mapping[str, Timed], known: dict[str, Stretch]) -> Stretch | None:
    """Its stretch, or none if it takes no part; that of an entity is looked for once."""
    if id in ledger.entities:
        known[id] = known.get(id) or stretch_of(ledger, id, those)
        return known[id]
    return those[id].stretch if id in those else None


def stretch_of(ledger: Ledger, entity: str, those: Mapping[str, Timed]) -> Stretch:
    """When an entity came about: from the first to the last of the statements that date it."""
    dated = happenings(ledger, ledger.entities[entity], those)
    return Stretch(dated[0].stretch.begin, dated[-1].stretch.end) if dated else of_entity(ledger.entities[entity])


def _components(links: list[Link], those: Mapping[str, Timed], windows: Mapping[Point, Window]) -> Iterator[Component]:
    """Union-find over the ids that links join; then each group with its links and its own dates."""
    parent: dict[str, str] = {}

    def root(id: str) -> str:
        parent.setdefault(id, id)
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for link in links:
        parent[root(link.source.id)] = root(link.target.id)
        if link.by:
            root(link.by)
    groups: dict[str, list[Link]] = {}
    for link in links:
        groups.setdefault(root(link.source.id), []).append(link)
    members: dict[str, list[str]] = {}
    for id in parent:
        members.setdefault(root(id), []).append(id)
    for top, inner in groups.items():
        own = (those[id] for id in members[top] if id in those)
        dated = [link for each in own for link in (*of_windows(each), *of_itself(each))]
        yield Component(tuple(members[top]), (*dated, *inner))
