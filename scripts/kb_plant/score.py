"""The score: of each kind, how many planted errors were caught of how many, and those that survived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.core.finding import Finding, Severity
from kb_plant.planted import Planted


@dataclass(frozen=True, slots=True)
class Tried:
    """A planted error and what was newly found in its file; ``excuse`` names what still backs a survivor."""

    planted: Planted
    found: tuple[Finding, ...]
    excuse: tuple[str, ...] = ()

    @property
    def is_caught(self) -> bool:
        """An error or warning that names a place in the file; where the kind is strict, an error on the very line."""
        return any(self._counts(finding) for finding in self.found)

    def _counts(self, finding: Finding) -> bool:
        if not self.planted.strict:
            return finding.severity is not Severity.NOTE
        return (finding.severity, finding.mark.path, finding.mark.line) == (
            Severity.ERROR, self.planted.path, self.planted.line,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Score:
    """Of each kind, how many were caught of how many, and the survivors."""

    kinds: Mapping[str, tuple[int, int]]
    survivors: tuple[Tried, ...]

    @property
    def total(self) -> tuple[int, int]:
        """Caught and planted, over all kinds."""
        return sum(c for c, _ in self.kinds.values()), sum(n for _, n in self.kinds.values())

    @property
    def mean(self) -> float:
        """The mean of the shares of all kinds: rare kinds weigh as much as common ones."""
        return sum(map(self.share, self.kinds)) / max(len(self.kinds), 1)

    def share(self, kind: str) -> float:
        """Of one kind, the share that was caught."""
        caught, planted = self.kinds[kind]
        return caught / planted


def score(tried: Iterable[Tried]) -> Score:
    """Count what was caught."""
    kinds: dict[str, tuple[int, int]] = {}
    survivors = []
    for each in tried:
        caught, planted = kinds.get(each.planted.kind, (0, 0))
        kinds[each.planted.kind] = (caught + each.is_caught, planted + 1)
        if not each.is_caught:
            survivors.append(each)
    return Score(dict(sorted(kinds.items())), tuple(survivors))
