"""Intervals of numbers: exactly, about, at least, over, up to, under, between; and what two of them say together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from kb.core.truth import Truth, either

BOUNDS = ("exactly", "about", "at-least", "over", "up-to", "under")
"""What the ledger writes into ``bound``; *between* has a second number instead."""
BETWEEN = "between"
ABOUT = 0.1
"""How wide "about" is, to either side and as a share of the number: who rounds to two digits errs by a twentieth of it
at most, and who knows only about how many may err as much again."""
ABOUT_LEAST = 1.0
"""Of few things "about" is one more or one less."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number from the lowest to the highest; an end that is open does not belong to it."""

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def of(cls, n: float, bound: str = "exactly", to: float | None = None) -> Numbers:
        """The numbers that a bounded number allows."""
        if to is not None:
            return cls(n, to)
        about = max(ABOUT * abs(n), ABOUT_LEAST)
        return {
            "about": cls(n - about, n + about),
            "at-least": cls(n, inf),
            "over": cls(n, inf, low_open=True),
            "up-to": cls(-inf, n),
            "under": cls(-inf, n, high_open=True),
        }.get(bound, cls(n, n))

    def __contains__(self, n: float) -> bool:
        above = self.low < n if self.low_open else self.low <= n
        return above and (n < self.high if self.high_open else n <= self.high)

    @property
    def is_one(self) -> bool:
        """Is there only one such number?"""
        return self.low == self.high

    @property
    def is_empty(self) -> bool:
        """Is there no such number?"""
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def shared(self, other: Numbers) -> Numbers:
        """The numbers that both allow."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Numbers(low, high, low_open, not high_closed)

    def meets(self, other: Numbers) -> Truth:
        """Do both speak of one number?"""
        both = self.shared(other)
        return either(self.is_one and other.is_one and not both.is_empty, not both.is_empty)

    def within(self, other: Numbers) -> bool:
        """Does the other allow every number that this one allows?"""
        return self.shared(other) == self

    def any_of(self, candidates: Iterable[float]) -> bool:
        """Is one of these among them?"""
        return any(n in self for n in candidates)


def said(n: str, bound: str = "exactly", to: str | None = None) -> str:
    """A bounded number in words: ``at least 3``, ``between 500 and 600``."""
    if to is not None:
        return f"{BETWEEN} {n} and {to}"
    return n if bound == "exactly" else f"{bound.replace('-', ' ')} {n}"
