"""Follows the numbers before the items of lists: each list begins at one, or goes on from the list before it."""

from __future__ import annotations

from markdown_it.token import Token

from kb.load.fence import BROKEN, Fault


class Numbering:
    """The numbers that readers see before items; no rule reads them, so they may count and nothing else."""

    def __init__(self, fault: Fault) -> None:
        self._fault = fault
        self._open: list[int | None] = []
        self._next = 1

    def step(self, token: Token, row: int) -> None:
        """Go on to the next token."""
        if token.type in ("bullet_list_open", "ordered_list_open"):
            first = int(token.attrs.get("start", 1))
            is_numbered = token.type == "ordered_list_open"
            if is_numbered and first not in (1, self._next):
                help = "begin it at 1, or go on from the list before it; a year or a number belongs in a sentence"
                self._fault(row, "", f"a list begins at {first}", help, BROKEN)
            self._open.append(first if is_numbered else None)
        elif token.type == "list_item_open" and self._open[-1] is not None:
            self._open[-1] += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            closed = self._open.pop()
            self._next = self._next if closed is None else closed
