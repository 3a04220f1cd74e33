"""One deliberate mistake: where, of which kind, and the file that holds it."""

from __future__ import annotations

from dataclasses import dataclass

DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Planted:
    """A copy of one file with one mistake in it. ``strict`` asks for an error on the very line."""

    kind: str
    path: str
    line: int
    before: str
    after: str
    data: bytes
    strict: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.kind}: {_short(self.before)} → {_short(self.after)}"


def replaced(text: str, start: int, end: int, new: str, kind: str, path: str, strict: bool = False) -> Planted:
    """Plant ``new`` in place of ``text[start:end]``."""
    line = text.count("\n", 0, start) + 1
    data = (text[:start] + new + text[end:]).encode()
    return Planted(kind, path, line, text[start:end], new, data, strict)


def other_digits(number: str) -> list[str]:
    """Every number that differs from this one in exactly one digit."""
    return [
        number[:at] + digit + number[at + 1 :]
        for at, old in enumerate(number)
        for digit in DIGITS
        if digit != old and old in DIGITS
    ]


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "…")
