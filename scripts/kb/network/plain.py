"""Tells by two guesses that a component holds, so that most need no solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb.network.constraints import Constraint
from kb.network.points import ORIGIN, Point

_ROUNDS = 3
"""How often a guess is passed on to the neighbours."""


def is_plain(constraints: Iterable[Constraint]) -> bool:
    """Does everything hold if each point lies on its last day, or each on its first? If so, it is consistent."""
    those = tuple(constraints)
    backwards = tuple(Constraint(each.target, each.source, each.days, each.says) for each in those)
    return _holds(those) or _holds(backwards)


def _holds(constraints: Sequence[Constraint]) -> bool:
    """With every point as late as its own date and its nearest neighbours let it be."""
    latest = {ORIGIN: 0}
    for _ in range(_ROUNDS):
        _pass_on(constraints, latest)
    return all(
        each.source in latest and each.target in latest and latest[each.target] - latest[each.source] <= each.days
        for each in constraints
    )


def _pass_on(constraints: Sequence[Constraint], latest: dict[Point, int]) -> None:
    for constraint in constraints:
        if constraint.target != ORIGIN and constraint.source in latest:
            day = latest[constraint.source] + constraint.days
            latest[constraint.target] = min(day, latest.get(constraint.target, day))
