"""Tells the same change of many records as one, and who was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kb.compare.change import Alike, FactChange
from kb.compare.rivals import rivals
from kb.core.model import Corpus

MANY = 4
"""So many changes alike are told as one."""
_NAMED = 8
"""So many of those that were left out are named."""


def grouped(changes: Iterable[FactChange], old: Corpus) -> list[FactChange]:
    """The changes, those alike as one; given is the ledger before them."""
    those: dict[tuple[str, Alike], list[FactChange]] = {}
    found: list[FactChange] = []
    for change in changes:
        if change.alike is None:
            found.append(change)
        else:
            those.setdefault((change.kind, change.alike), []).append(change)
    for (_, way), alike in those.items():
        found += [_one(alike, way, old)] if len({each.about for each in alike}) >= MANY else alike
    return found


def _one(alike: list[FactChange], way: Alike, old: Corpus) -> FactChange:
    first = min(alike, key=lambda each: tuple(map(str, each.order)))
    ids = tuple(sorted({id for each in alike for id in each.about}))
    subjects = {id.partition("#")[0] for id in ids}
    left_out = sorted(id for id in rivals(way, old) - {*ids} if id.partition("#")[0] in subjects)
    counted = f"{len(ids)} of {len(ids) + len(left_out)}" if way.had else f"{len(ids)}"
    details = [", ".join(ids)]
    if left_out:
        more = f" and {len(left_out) - _NAMED} more" if len(left_out) > _NAMED else ""
        details.append(f"left out: {', '.join(left_out[:_NAMED])}{more}")
    what = (f"{counted} statements of {way.of}", *first.what[1:])
    return replace(first, what=what, about=ids, details=tuple(details), alike=None)
