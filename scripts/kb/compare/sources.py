"""What has become of the sources: gone, renamed, ranked otherwise, changed in a field, added."""

from __future__ import annotations

from collections.abc import Iterator

from kb.compare.change import NOTHING, FactChange
from kb.compare.entries import said, told
from kb.compare.sides import Sides
from kb.compare.wording import day_of
from kb.core.model import Source
from kb.load.bibliography import DATES, RANKS


def sources(sides: Sides) -> Iterator[FactChange]:
    """Every change of a source."""
    old, new = sides.old.sources, sides.new.sources
    for key in sorted({*old, *new}):
        if key in old and key in new:
            yield from _changed(old[key], new[key])
        elif key in sides.sources:
            newer = sides.sources[key]
            yield FactChange("source renamed", (f"{key} → {newer}",), (key,), (key, newer), key, newer)
        elif key in old and sides.keeps_sources:
            yield FactChange("source gone", (key, told(old[key])), (key,), (key,), told(old[key]), NOTHING)
        elif key in new and key not in sides.sources.values():
            yield FactChange("source added", (key, told(new[key])), (key,), (key,), NOTHING, told(new[key]))


def _changed(old: Source, new: Source) -> Iterator[FactChange]:
    key = new.key
    if old.rank != new.rank:
        is_raised = _height(new) > _height(old)
        text = f"{key}: {old.rank or NOTHING} → {new.rank or NOTHING}"
        yield FactChange(f"rank {'raised' if is_raised else 'lowered'}", (text,), (key,), (key,), old.rank, new.rank)
    before, after = said(old), said(new)
    for name in sorted({*before, *after}):
        one, other = (_worded(name, each.get(name, "")) or NOTHING for each in (before, after))
        if one != other:
            yield FactChange("source changed", (key, f"{name}: {one} → {other}"), (key, name), (key,), one, other)


def _height(source: Source) -> int:
    return len(RANKS) - RANKS.index(source.rank) if source.rank in RANKS else 0


def _worded(name: str, text: str) -> str:
    return day_of(text) if name in DATES else text
