"""Where one stands in the source of a page while its tokens are read: tokens of Markdown know their line at most."""

from __future__ import annotations

from collections.abc import Sequence

from kb.core.mark import Mark


class Place:
    """A row and a column, both from 0, that move on through the lines of a page."""

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        self.path, self.lines = path, lines
        self.row, self.column = 0, 0

    def start(self, row: int, column: int = 0) -> None:
        """Go to a row and column."""
        self.row, self.column = row, column

    def line(self, row: int) -> str:
        """The text of a row; behind the last there is none."""
        return self.lines[row] if row < len(self.lines) else ""

    @property
    def rest(self) -> str:
        """What still stands on the line."""
        return self.line(self.row)[self.column :]

    def mark(self, column: int) -> Mark:
        """A column of this row, as it is told to people."""
        return Mark(self.path, self.row + 1, column + 1)

    def here(self, word: str) -> Mark:
        """Where a word stands next on the line, without going there."""
        return self.mark(self.column + max(self.rest.find(word), 0))

    def at(self, row: int, word: str) -> Mark:
        """Where a word stands first on a row; without a word, or if it is not there, where the row begins."""
        line = self.line(row)
        return Mark(self.path, row + 1, (max(line.find(word), 0) if word else len(line) - len(line.lstrip())) + 1)

    def seek(self, text: str) -> int:
        """Go behind the next occurrence of the text, if there is one; the column at which it stands."""
        found = self.rest.find(text)
        if found < 0:
            return self.column
        found += self.column
        self.column = found + len(text)
        return found
