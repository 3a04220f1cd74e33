"""Leads from a place in a Typst source back to the page and line that it was written from."""

from __future__ import annotations

import re
from collections import deque

_NUMBERED = re.compile(r"/\*(\d+)\*/")


class Origins:
    """The places of a document's pages, by the numbers that stand as comments in its Typst source."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._depth = 0
        self.deepest = ""
        """The place that lies deepest in lists, boxes and quotations."""

    def mark(self, place: str, depth: int = 0) -> str:
        """A comment for what is written from this place, so deep in other things."""
        if depth > self._depth:
            self._depth, self.deepest = depth, place
        return f"/*{self._numbers.setdefault(place, len(self._numbers))}*/"

    def of(self, source: str, line: int, column: int) -> str:
        """The place of the last comment before a line and column of the source; nothing if there is none."""
        start = 0
        for _ in range(line - 1):
            start = source.find("\n", start) + 1
        before = deque(_NUMBERED.finditer(source, 0, start + column), maxlen=1)
        return list(self._numbers)[int(before[0][1])] if before else ""
