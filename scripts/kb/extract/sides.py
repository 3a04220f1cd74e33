"""Words of a text that exclude others: each with its scale and the side that it tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from kb.extract.phrases import lowered
from kb.lang.scales import TURNS, Scale
from kb.lang.scales import scales as every_scale


@dataclass(frozen=True, slots=True)
class Side:
    """A word that tells a side of one or more scales, where it stands."""

    word: str
    told: tuple[tuple[str, str], ...]
    start: int
    end: int


class SideFinder:
    """Knows every word of every scale; made once for a schema, asked for every text."""

    def __init__(self, scales: Mapping[str, Scale]) -> None:
        self.scales = scales
        told: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for scale in scales.values():
            for side, words in scale.sides.items():
                for word in words:
                    told[word].append((scale.name, side))
        self._told = {word: tuple(those) for word, those in told.items()} | dict.fromkeys(TURNS, ())
        self._words = list(self._told)
        self._search = AhoCorasick(self._words) if self._words else None
        self._found: dict[str, tuple[Side, ...]] = {}
        self._all: dict[tuple[str, ...], frozenset[object]] = {}

    def allows(self, scale: str, here: str, there: str) -> bool:
        """May the first side be told of what the statement has on the second? A draft, of what is adopted."""
        sides = list(self.scales[scale].sides)
        return self.scales[scale].rising and sides.index(here) < sides.index(there)

    def find(self, text: str) -> tuple[Side, ...]:
        """Every such word of a text in order, of two that overlap the longer."""
        if text not in self._found:
            self._found[text] = tuple(self._sides(lowered(text)))
        return self._found[text]

    def told(self, texts: tuple[str, ...]) -> frozenset[object]:
        """Every such word of some texts, and every side that they tell."""
        if texts not in self._all:
            sides = [side for text in texts for side in self.find(text)]
            self._all[texts] = frozenset(
                (*(side.word for side in sides), *(told for side in sides for told in side.told))
            )
        return self._all[texts]

    def _sides(self, text: str) -> Iterator[Side]:
        matches = self._search.find_matches_as_indexes(text, overlapping=True) if self._search else []
        behind = 0
        for start, negative, number in sorted((start, -end, number) for number, start, end in matches):
            end = -negative
            if start >= behind and _is_whole(text, start, end):
                behind = end
                if self._told[self._words[number]]:
                    yield Side(self._words[number], self._told[self._words[number]], start, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before in "_-" or after.isalnum() or after in "_-")


@cache
def side_finder() -> SideFinder:
    """The finder of the scales of English."""
    return SideFinder(every_scale())
