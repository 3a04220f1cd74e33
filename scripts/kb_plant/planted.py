"""One deliberate mistake: of which kind, in which file, and what it puts in the place of what."""

from __future__ import annotations

from dataclasses import dataclass

DIGITS = "0123456789"
Edit = tuple[int, int, str]
"""From where to where, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as text: what mistakes are planted in."""

    path: str
    text: str

    def plant(self, kind: str, start: int, end: int, new: str, strict: bool = False) -> Planted:
        """Plant ``new`` in place of ``text[start:end]``."""
        return Planted(kind, self, ((start, end, new),), strict)

    def swap(self, kind: str, one: tuple[int, int], other: tuple[int, int]) -> Planted:
        """Let two spans change places."""
        first, second = self.text[slice(*one)], self.text[slice(*other)]
        return Planted(kind, self, ((*one, second), (*other, first)))


@dataclass(frozen=True, slots=True)
class Planted:
    """A copy of one file with one mistake in it. ``strict`` asks for an error on the very line."""

    kind: str
    sheet: Sheet
    edits: tuple[Edit, ...]
    strict: bool = False

    @property
    def path(self) -> str:
        """The file it is planted in."""
        return self.sheet.path

    @property
    def line(self) -> int:
        """The first line that it changes."""
        return self.sheet.text.count("\n", 0, min((edit[0] for edit in self.edits), default=0)) + 1

    @property
    def data(self) -> bytes:
        """The file with the mistake."""
        text = self.sheet.text
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text.encode()

    def __str__(self) -> str:
        told = ", ".join(f"{_short(self.sheet.text[a:b])} → {_short(new)}" for a, b, new in self.edits)
        return f"{self.path}:{self.line}: {self.kind}: {told}"


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
