"""A mark says where in the repository something was written."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """A place in a file: path relative to the repository, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
