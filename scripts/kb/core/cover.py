"""The fewest sources that carry several statements, so that a page that tells much need not list all there is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kb.core.doubt import RANKS
from kb.core.model import Evidence, Source, Statement


def cover(
    statements: Iterable[Statement], sources: Mapping[str, Source], given: Collection[str] = ()
) -> Mapping[str, Evidence]:
    """For each statement, by its id, one piece of its evidence; those of ``given`` sources cost nothing.

    The source that carries most of what is left comes next, of equals the one of higher rank, then the first by name.
    A statement without evidence is left out.
    """
    left = {each.id: {one.by: one for one in reversed(each.evidence)} for each in statements if each.evidence}
    found: dict[str, Evidence] = {}
    for key in _in_order(left, sources, given):
        found |= {id: by[key] for id, by in left.items() if id not in found and key in by}
    return found


def _in_order(
    left: Mapping[str, Mapping[str, Evidence]], sources: Mapping[str, Source], given: Collection[str]
) -> Iterable[str]:
    """The sources to take, the given ones first, until every statement has one."""

    def weight(key: str) -> tuple[bool, int, int, str]:
        rank = RANKS.index(sources[key].rank) if key in sources and sources[key].rank in RANKS else -1
        return key not in given, -sum(key in left[id] for id in open_), -rank, key

    open_ = set(left)
    while open_:
        key = min({key for id in open_ for key in left[id]}, key=weight)
        yield key
        open_ = {id for id in open_ if key not in left[id]}
