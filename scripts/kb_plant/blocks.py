"""The statements of an entity file, cut out by their indent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb_plant.planted import Sheet

_BLOCK = re.compile(r"^ {2}([a-z][\w-]*):\n((?: {4,}.*\n?)+)", re.MULTILINE)
_PROPERTY = re.compile(r"^ {4}([a-z-]+):", re.MULTILINE)
_WORDS = re.compile(r"^ {8}quote: .*\n|^ {4}inferred: .*\n(?: {6,}(?!- ).*\n)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Record:
    """A statement or claim as text: its slug, and from where to where it stands."""

    slug: str
    text: str
    start: int
    end: int

    @property
    def states(self) -> str:
        """Its first field: what it states."""
        found = _PROPERTY.search(self.text)
        return found[1] if found else ""

    @property
    def fields(self) -> str:
        """Without its quotes and the telling of what was inferred."""
        return _WORDS.sub("", self.text)

    @property
    def quotes(self) -> str:
        """Its quotes only."""
        return "".join(match[0] for match in _WORDS.finditer(self.text) if match[0].startswith("        "))


def records(sheet: Sheet) -> Iterator[Record]:
    """Every statement and claim of a file."""
    for match in _BLOCK.finditer(sheet.text):
        yield Record(match[1], match[0], *match.span())
