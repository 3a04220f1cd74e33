"""Places in a text as an editor counts them: lines and units from 0, against our lines and characters from 1."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsprotocol.types import Position, PositionEncodingKind, Range

from kb.core.mark import Mark
from kb.load.decoding import LINE_END

_TOKEN = re.compile(r"[^\W_](?:[\w#./’'-]*\w)?|\s+|.")
"""What is underlined where only the beginning of a fault is known."""
_BYTES = {PositionEncodingKind.Utf8: "utf-8", PositionEncodingKind.Utf16: "utf-16-le"}
_WIDTH = {PositionEncodingKind.Utf8: 1, PositionEncodingKind.Utf16: 2}


def lines_of(text: str) -> list[str]:
    """The lines of a text as the checker and the protocol count them; nothing but CR and LF ends one."""
    return LINE_END.split(text)


class Units:
    """Counts as the editor does: in bytes, in halves of UTF-16, or in characters."""

    def __init__(self, encoding: PositionEncodingKind | str | None) -> None:
        kind = PositionEncodingKind(encoding or PositionEncodingKind.Utf16)
        self.codec, self.width = _BYTES.get(kind), _WIDTH.get(kind, 1)

    def of(self, text: str) -> int:
        """How long a text is."""
        return len(text.encode(self.codec, "surrogatepass")) // self.width if self.codec else len(text)

    def characters(self, line: str, units: int) -> int:
        """How many whole characters stand before a place in a line."""
        if self.codec is None or line.isascii():
            return min(units, len(line))
        before = 0
        for at, character in enumerate(line):
            before += self.of(character)
            if before > units:
                return at
        return len(line)

    def position(self, lines: Sequence[str], line: int, column: int) -> Position:
        """Where our line and column are in the editor; what lies beyond its text is at its end."""
        if not 0 < line <= len(lines):
            return Position(max(0, len(lines) - 1), self.of(lines[-1]) if lines else 0)
        return Position(line - 1, self.of(lines[line - 1][: max(0, column - 1)]))

    def place(self, lines: Sequence[str], position: Position) -> tuple[int, int]:
        """Our line and column of a place in the editor."""
        if position.line >= len(lines):
            return max(1, len(lines)), len(lines[-1]) + 1 if lines else 1
        return position.line + 1, self.characters(lines[position.line], position.character) + 1

    def span(self, lines: Sequence[str], line: int, start: int, end: int) -> Range:
        """The characters of a line from one column up to (not including) another."""
        return Range(self.position(lines, line, start), self.position(lines, line, end))

    def token(self, lines: Sequence[str], mark: Mark) -> Range:
        """The word at a mark; of a mark that names a file and no place, its first line."""
        line = lines[mark.line - 1] if 0 < mark.line <= len(lines) else ""
        found = _TOKEN.match(line, max(0, mark.column - 1))
        whole = (mark.line, mark.column) == (1, 1)
        end = len(line) if whole or found is None else found.end()
        return self.span(lines, mark.line, mark.column, end + 1)
