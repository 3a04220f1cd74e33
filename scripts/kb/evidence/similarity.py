"""How much of what a text says stands in a statement, by the words they share; rare words weigh more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log
from operator import itemgetter

from kb.evidence.index import Testimony, Witness
from kb.extract.stems import stems

_TELLING = 120
"""Words that more statements than this share call no statement to mind."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a text shares with a statement: ``share`` of its words, weighed, and their ``weight`` in rare words."""

    witness: Witness
    share: float
    weight: float

    @property
    def strength(self) -> float:
        """Much of a long text, or all of a short one."""
        return self.share * self.weight


class Vocabulary:
    """The words of a ledger, with the statements that use them."""

    def __init__(self, witnesses: Iterable[Witness]) -> None:
        self._using: dict[str, list[Witness]] = defaultdict(list)
        often: Counter[str] = Counter()
        statements = 0
        for witness in witnesses:
            statements += 1
            often.update(witness.stems)
            for stem in witness.stems:
                if len(self._using[stem]) <= _TELLING:
                    self._using[stem].append(witness)
        whole = log(statements + 2)
        self._weights = {word: 1 - log(count + 1) / whole for word, count in often.items()}

    def weight(self, words: Iterable[str]) -> float:
        """How much the words tell: a word that no statement has counts one, one that all have nothing."""
        return sum(self._weights.get(word, 1.0) for word in words)

    def likeness(self, text: str, witness: Witness) -> Likeness:
        """What the text shares with one statement."""
        own = stems(text)
        shared = self.weight(own & witness.stems)
        return Likeness(witness, shared / (self.weight(own) or 1), shared)

    def nearest(self, text: str, among: Iterable[Witness] | None = None) -> Likeness | None:
        """The statement, of the whole ledger or of some, that shares most with the text."""
        own, weights = stems(text), self._weights
        those = self._called(text) if among is None else among
        shared = ((sum(map(weights.__getitem__, own & w.stems)), w.id, w) for w in those)
        weight, _, witness = max(shared, key=itemgetter(0, 1), default=(0.0, "", None))
        return Likeness(witness, weight / (self.weight(own) or 1), weight) if witness else None

    def _called(self, text: str) -> Iterable[Witness]:
        called = (self._using.get(stem, []) for stem in stems(text))
        return {w.id: w for those in called if len(those) <= _TELLING for w in those}.values()


def vocabulary(evidence: Testimony) -> Vocabulary:
    """The vocabulary of a ledger."""
    return Vocabulary(evidence.by_id.values())
