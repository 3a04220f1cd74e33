"""Solves one component: is it consistent, which is the shortest contradiction, and what binds a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from kb.network.links import Link
from kb.network.points import ORIGIN, Point

Chain = tuple[Link, ...]
_HOPS = 1 << 20
"""Among equally short distances the one with fewest links wins: a hop weighs less than any day."""


def graph(links: Iterable[Link]) -> Any:
    """The distance graph; of two links between the same points the tighter one counts.

    The library is imported here, for most ledgers have nothing to solve and ``kb check`` should stay quick.
    """
    import networkx

    made = networkx.DiGraph()
    for link in links:
        known = made.get_edge_data(link.source, link.target)
        if known is None or link.days < known["link"].days:
            made.add_edge(link.source, link.target, link=link, weight=link.days * _HOPS + 1)
    return made


def contradiction(links: Iterable[Link]) -> Chain | None:
    """The shortest chain of links that leads back to where it began in less than no time, if there is one."""
    import networkx

    whole = graph(links)
    if not networkx.negative_edge_cycle(whole):
        return None
    inner = whole.subgraph([point for point in whole if point != ORIGIN]).copy()
    starts = list(inner) if networkx.negative_edge_cycle(inner) else []
    chains = [_shortest(inner, start) for start in starts]
    chains += [_shortest(whole, ORIGIN)] if ORIGIN in whole else []
    return min((chain for chain in chains if chain), key=len)


def _shortest(whole: Any, start: Point) -> Chain | None:
    """The closed walk of fewest links from a point to itself in less than no time, by rounds of Bellman and Ford."""
    reached: dict[Point, int] = {start: 0}
    rounds: list[dict[Point, Link]] = []
    for _ in range(len(whole)):
        nearer: dict[Point, int] = {}
        came: dict[Point, Link] = {}
        for source, so_far in reached.items():
            for target, edge in whole.adj[source].items():
                days = so_far + edge["link"].days
                if target not in nearer or days < nearer[target]:
                    nearer[target], came[target] = days, edge["link"]
        rounds.append(came)
        if nearer.get(start, 0) < 0:
            return tuple(_walk_back(rounds, start))[::-1]
        reached = nearer
    return None


def _walk_back(rounds: list[dict[Point, Link]], end: Point) -> Iterator[Link]:
    for came in reversed(rounds):
        yield came[end]
        end = came[end].source


def latest(links: Iterable[Link], point: Point) -> tuple[int, Chain] | None:
    """The last day a point can be, and the chain of links that binds it; nothing if nobody bounds it."""
    return _bound(graph(links), ORIGIN, point)


def earliest(links: Iterable[Link], point: Point) -> tuple[int, Chain] | None:
    """The first day a point can be, and the chain of links that binds it; nothing if nobody bounds it."""
    found = _bound(graph(links), point, ORIGIN)
    return (-found[0], found[1]) if found else None


def _bound(whole: Any, source: Point, target: Point) -> tuple[int, Chain] | None:
    import networkx

    if source not in whole or target not in whole or not networkx.has_path(whole, source, target):
        return None
    try:
        path = networkx.bellman_ford_path(whole, source, target)
    except networkx.NetworkXUnbounded:  # a contradiction that lies in what is in dispute
        return None
    chain = tuple(whole.edges[pair]["link"] for pair in pairwise(path))
    return sum(link.days for link in chain), chain
