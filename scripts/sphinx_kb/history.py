"""What a build knows of how its content came to be: the changes that git tells of, and the corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.core.model import Statement
    from kb.load.history import Change

MOST = 3
"""So many changes are told on a page; the newest. Git knows the others."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page of corrections: heading, anchor, the rows and items below it, and what these name."""

    title: str
    anchor: str
    told: tuple[str, ...]
    statements: frozenset[str]


class History:
    """All changes, newest first, for each file the places of its last ones among them, and all corrections."""

    def __init__(self, found: Iterable[Change], corrected: Iterable[Section]) -> None:
        self.all = tuple(sorted(found, key=lambda change: change.day, reverse=True))
        self.corrected = tuple(corrected)
        self._of: dict[str, list[int]] = {}
        for number, change in enumerate(self.all):
            for path in change.paths:
                places = self._of.setdefault(path, [])
                if len(places) < MOST:
                    places.append(number)

    def last(self, paths: Iterable[str]) -> list[Change]:
        """The last changes of any of these files, each once."""
        places = {number for path in paths for number in self._of.get(path, ())}
        return [self.all[number] for number in sorted(places)[:MOST]]

    def corrections(self, statements: Iterable[Statement]) -> list[Section]:
        """The sections of corrections that name any of these statements."""
        there = {statement.id for statement in statements}
        return [section for section in self.corrected if not there.isdisjoint(section.statements)]
