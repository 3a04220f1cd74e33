"""Solves one component: is it consistent, which is the shortest contradiction, and what binds a point.

All three are shortest ways in a graph of days, found in rounds as Bellman and Ford have it. A library finds those too,
but none knows the closed way of fewest constraints, which is what people are told; so all is asked of the rounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.network.constraints import Constraint
from kb.network.points import ORIGIN, Point

Chain = tuple[Constraint, ...]
Graph = dict[Point, dict[Point, Constraint]]
"""The constraints that lead away from each point, by where they lead."""


def graph(constraints: Iterable[Constraint]) -> Graph:
    """The distance graph; of two constraints between the same points the tighter one counts."""
    made: Graph = {}
    for constraint in constraints:
        away = made.setdefault(constraint.source, {})
        made.setdefault(constraint.target, {})
        if constraint.target not in away or constraint.days < away[constraint.target].days:
            away[constraint.target] = constraint
    return made


def contradiction(constraints: Iterable[Constraint]) -> Chain | None:
    """The shortest chain of constraints that leads back to where it began in less than no time, if there is one."""
    whole = graph(constraints)
    if _ways(whole, whole) is not None:
        return None
    inner = {point: {to: each for to, each in away.items() if to != ORIGIN} for point, away in whole.items()}
    inner.pop(ORIGIN, None)
    starts = list(inner) if _ways(inner, inner) is None else []
    chains = [_shortest(inner, start) for start in starts]
    chains += [_shortest(whole, ORIGIN)] if ORIGIN in whole else []
    return min((chain for chain in chains if chain), key=len)


def _shortest(whole: Graph, start: Point) -> Chain | None:
    """The closed walk of fewest constraints from a point to itself in less than no time: round n knows walks of n."""
    reached: dict[Point, int] = {start: 0}
    rounds: list[dict[Point, Constraint]] = []
    for _ in range(len(whole)):
        nearer: dict[Point, int] = {}
        came: dict[Point, Constraint] = {}
        for source, so_far in reached.items():
            for target, constraint in whole[source].items():
                days = so_far + constraint.days
                if target not in nearer or days < nearer[target]:
                    nearer[target], came[target] = days, constraint
        rounds.append(came)
        if nearer.get(start, 0) < 0:
            return tuple(_walk_back(rounds, start))[::-1]
        reached = nearer
    return None


def _walk_back(rounds: list[dict[Point, Constraint]], end: Point) -> Iterator[Constraint]:
    for came in reversed(rounds):
        yield came[end]
        end = came[end].source


def _ways(whole: Graph, starts: Iterable[Point]) -> dict[Point, Constraint] | None:
    """The last constraint of the shortest way to each point, of several that of fewest; nothing if none is shortest.

    None is where a circle takes less than no time: each turn would make a way shorter.
    """
    reached = dict.fromkeys(starts, (0, 0))
    came: dict[Point, Constraint] = {}
    changed = list(reached)
    for _ in range(len(whole) + 1):
        nearer: dict[Point, None] = {}
        for source in changed:
            days, hops = reached[source]
            for target, constraint in whole[source].items():
                if target not in reached or (days + constraint.days, hops + 1) < reached[target]:
                    reached[target], came[target] = (days + constraint.days, hops + 1), constraint
                    nearer[target] = None
        if not nearer:
            return came
        changed = list(nearer)
    return None


def latest(constraints: Iterable[Constraint], point: Point) -> tuple[int, Chain] | None:
    """The last day a point can be, and the chain of constraints that binds it; nothing if nobody bounds it."""
    return _bound(graph(constraints), ORIGIN, point)


def earliest(constraints: Iterable[Constraint], point: Point) -> tuple[int, Chain] | None:
    """The first day a point can be, and the chain of constraints that binds it; nothing if nobody bounds it."""
    found = _bound(graph(constraints), point, ORIGIN)
    return (-found[0], found[1]) if found else None


def _bound(whole: Graph, source: Point, target: Point) -> tuple[int, Chain] | None:
    came = _ways(whole, (source,)) if source in whole else None
    if came is None or target not in came:  # nothing leads there, or a contradiction lies in what is in dispute
        return None
    chain: list[Constraint] = []
    while target != source:
        chain.append(came[target])
        target = came[target].source
    return sum(constraint.days for constraint in chain), tuple(chain[::-1])
