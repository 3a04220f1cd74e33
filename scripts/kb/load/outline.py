"""The headings of a page: one title first, then each at most one level below the one before."""

from __future__ import annotations

from markdown_it.token import Token

from kb.load.anchors import Anchors
from kb.load.fence import BROKEN, Fault


class Outline:
    """Follows the headings of a page in the order in which they stand."""

    def __init__(self, fault: Fault) -> None:
        self.anchors = Anchors()
        self._fault = fault
        self._level = 0

    @property
    def begun(self) -> bool:
        """Was there any heading?"""
        return self._level > 0

    def read(self, token: Token, title: Token, row: int, nested: bool) -> None:
        """Read a heading; one that stands in another block is no part of the outline, but can be linked to."""
        level = int(token.tag[1:])
        self.anchors.add(level, title)
        if "\n" in title.content:
            help = "write it on one line, with `#` before it"
            self._fault(row, "", "a heading stands on several lines", help, BROKEN)
        if nested:
            return
        if not title.content.strip():
            self._fault(row, "", "a heading has no words", "write them, or remove the heading", BROKEN)
        if level > self._level + 1:
            said = f"a heading of level {level} follows one of level {self._level}"
            text = said if self._level else "the page has no title"
            self._fault(row, "", text, f"write it with {self._level + 1} `#`", BROKEN)
        elif level == 1 and self._level:
            self._fault(row, "", "the page has a second title", "write it with two `#`", BROKEN)
        self._level = level
