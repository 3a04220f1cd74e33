"""Which sentence was which: of two revisions, whatever has become of its page, its place or its words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from kb.compare.units import Unit

_ALIKE, _ELSEWHERE = 62.0, 75.0
"""So much of the letters two sentences share that are one, of a hundred; on another page it has to be more."""
_CITING = 45.0
"""And so much on one page where they cite the same."""
_BONUS = 25.0
"""What the same citations weigh beside the words."""
_NEAR = 4.0
"""What the same page weighs."""


@dataclass(frozen=True)
class Pairs:
    """Every sentence that is on both sides, and those that are on one alone."""

    both: tuple[tuple[Unit, Unit], ...]
    gone: tuple[Unit, ...]
    come: tuple[Unit, ...]
    moved: Mapping[str, str]
    """The paths of today of pages that lie elsewhere by now."""

    @cached_property
    def now(self) -> Mapping[Unit, Unit]:
        """What each sentence has become."""
        return dict(self.both)

    @cached_property
    def before(self) -> Mapping[Unit, Unit]:
        """What each sentence was."""
        return {new: old for old, new in self.both}

    def has_moved(self, old: Unit, new: Unit) -> bool:
        """Does it stand on another page than it stood on?"""
        return self.moved.get(old.path, old.path) != new.path


def pairs(old: Sequence[Unit], new: Sequence[Unit], moved: Mapping[str, str], keys: Mapping[str, str]) -> Pairs:
    """Pair sentences: first those of the same words, then those of the same sources and the nearest words."""
    work = _Pairing(old, new)

    def page(unit: Unit) -> str:
        return moved.get(unit.path, unit.path)

    def cited(unit: Unit) -> Hashable:
        return frozenset((keys.get(key, key), place) for key, place in unit.own)

    work.by(lambda unit: (page(unit), unit.text, cited(unit)), lambda unit: (unit.path, unit.text, unit.own))
    work.by(lambda unit: (page(unit), unit.text), lambda unit: (unit.path, unit.text))
    work.by(lambda unit: unit.is_said and (unit.text, cited(unit)), lambda unit: (unit.text, unit.own))
    work.by(lambda unit: unit.is_said and bool(unit.own) and unit.text, lambda unit: bool(unit.own) and unit.text)
    work.by_nearness(page, cited)
    return Pairs(tuple(work.found), tuple(work.old), tuple(work.new), moved)


class _Pairing:
    """What is not paired yet of either side, and what is."""

    def __init__(self, old: Iterable[Unit], new: Iterable[Unit]) -> None:
        self.old, self.new = dict.fromkeys(old), dict.fromkeys(new)
        self.found: list[tuple[Unit, Unit]] = []

    def take(self, one: Unit, other: Unit) -> None:
        del self.old[one], self.new[other]
        self.found.append((one, other))

    def by(self, of_old: Callable[[Unit], Hashable], of_new: Callable[[Unit], Hashable]) -> None:
        """Pair what has the same of something."""
        those: dict[Hashable, list[Unit]] = {}
        for unit in self.new:
            those.setdefault(of_new(unit), []).append(unit)
        for unit in [*self.old]:
            same = those.get(of_old(unit))
            if same:
                self.take(unit, same.pop(0))

    def by_nearness(self, page: Callable[[Unit], str], cited: Callable[[Unit], Hashable]) -> None:
        """Pair what is nearest in its words, the nearest first; those that cite the same may differ more."""
        old, new = [*self.old], [*self.new]
        if not old or not new:
            return
        texts = {j: unit.text for j, unit in enumerate(new)}
        found = []
        for i, one in enumerate(old):
            alike = process.extract(one.text, texts, scorer=fuzz.ratio, score_cutoff=_CITING, limit=None)
            for _, near, j in alike:
                other = new[j]
                here = page(one) == other.path
                same = bool(one.behind) and (
                    cited(one) == other.own if one.own or other.own else one.behind == other.behind
                )
                least = (_CITING if same else _ALIKE) if here else (_ALIKE if same else _ELSEWHERE)
                if _heads(one) == _heads(other) and near >= least and (here or not _heads(one)):
                    found.append((-near - _BONUS * same - _NEAR * here, i, j))
        for _, i, j in sorted(found):
            if old[i] in self.old and new[j] in self.new:
                self.take(old[i], new[j])


def _heads(unit: Unit) -> bool:
    return unit.scopes[0].block.is_headline
