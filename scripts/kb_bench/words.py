"""Made-up names, dates and sources, drawn by a seed; no name is used twice."""

from __future__ import annotations

import random
from collections.abc import Sequence

from kb.core.months import name

_START = "Bal Cor Dav Fen Gal Hul Jor Kel Lun Mav Nor Pel Ras Sel Tam Ulv Vor Wel Yor Zan".split()
_MIDDLE = "abo ade ami aro eba edi elo era ibe ido ila iro oba ode omi ora uba ude ulo ura".split()
_END = "bek dan fal gor hem kar lon mir nok pur ras sil tov van wik yan zet dru gai lum".split()


class Words:
    """Draws words; one seed gives one sequence."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311  # made-up content, no secret
        self._used: set[str] = set()

    def name(self) -> str:
        """A name that nobody has yet, and that differs from every other in more than a letter."""
        while True:
            parts = [self.draw.choice(some) for some in (_START, _MIDDLE, _MIDDLE, _END)]
            made = "".join(parts)
            if made not in self._used:
                self._used.add(made)
                return made

    def names(self, number: int) -> list[str]:
        """So many names."""
        return [self.name() for _ in range(number)]

    def day(self, first: int, last: int) -> Day:
        """A day in one of these years."""
        return Day(self.draw.randint(first, last), self.draw.randint(1, 12), self.draw.randint(13, 28))

    def pick(self, those: Sequence[str]) -> str:
        """One of those."""
        return self.draw.choice(those)


class Day:
    """A day as the ledger writes it and as prose writes it."""

    def __init__(self, year: int, month: int, day: int) -> None:
        self.year, self.month, self.day = year, month, day

    @property
    def iso(self) -> str:
        """2016-10-14"""
        return f"{self.year}-{self.month:02d}-{self.day:02d}"

    def __str__(self) -> str:
        return f"{self.day} {name(self.month)} {self.year}"
