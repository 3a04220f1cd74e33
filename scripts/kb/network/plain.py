"""Tells by two guesses that a component holds, so that most need no solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kb.network.links import Link
from kb.network.points import ORIGIN, Point

_ROUNDS = 3
"""How often a guess is passed on to the neighbours."""


def is_plain(links: Iterable[Link]) -> bool:
    """Does everything hold if each point lies on its last day, or each on its first? If so, it is consistent."""
    those = tuple(links)
    backwards = tuple(Link(link.target, link.source, link.days, link.says) for link in those)
    return _holds(those) or _holds(backwards)


def _holds(links: Sequence[Link]) -> bool:
    """With every point as late as its own date and its nearest neighbours let it be."""
    latest = {ORIGIN: 0}
    for _ in range(_ROUNDS):
        _pass_on(links, latest)
    return all(
        link.source in latest and link.target in latest and latest[link.target] - latest[link.source] <= link.days
        for link in links
    )


def _pass_on(links: Sequence[Link], latest: dict[Point, int]) -> None:
    for link in links:
        if link.target != ORIGIN and link.source in latest:
            day = latest[link.source] + link.days
            latest[link.target] = min(day, latest.get(link.target, day))
