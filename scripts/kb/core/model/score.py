"""How many planted errors were noticed, kind by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Counts:
    """Of each kind of error, how many were noticed of how many that were planted."""

    kinds: Mapping[str, tuple[int, int]]

    @property
    def total(self) -> tuple[int, int]:
        """Noticed and planted, over all kinds."""
        return sum(n for n, _ in self.kinds.values()), sum(n for _, n in self.kinds.values())

    @property
    def mean(self) -> float:
        """The mean of the shares of all kinds: rare kinds weigh as much as common ones."""
        return sum(map(self.share, self.kinds)) / max(len(self.kinds), 1)

    def share(self, kind: str) -> float:
        """Of one kind, the share that was noticed."""
        noticed, planted = self.kinds[kind]
        return noticed / planted


@dataclass(frozen=True)
class PlantedScore(Counts):
    """What was counted on a day, of a sample drawn by a seed; ``unnoticed`` tells each error that was not noticed."""

    day: date
    seed: int
    unnoticed: tuple[str, ...]
