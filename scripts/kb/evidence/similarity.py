"""How much of what a text says stands in a statement, by the words they share; rare words weigh more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, log
from operator import itemgetter

from kb.core.model import SubjectWords
from kb.evidence.candidate import Candidate
from kb.evidence.index import EvidenceIndex
from kb.extract.stems import stems

_NEAR = 1e-9
"""Sums of the same weights in another order may differ so much."""
_TELLING = 120
"""Words that more statements than this share call no statement to mind."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a text shares with a statement: ``share`` of its words, weighed, and their ``weight`` in rare words."""

    candidate: Candidate
    share: float
    weight: float

    @property
    def strength(self) -> float:
        """Much of a long text, or all of a short one."""
        return self.share * self.weight


class Vocabulary:
    """The words of a ledger, with the statements that use them."""

    def __init__(self, candidates: Iterable[Candidate], common: frozenset[str] = frozenset()) -> None:
        self._common = common
        self._using: dict[str, list[Candidate]] = defaultdict(list)
        often: Counter[str] = Counter()
        statements = 0
        for candidate in candidates:
            statements += 1
            often.update(candidate.stems)
            for stem in candidate.stems:
                if len(self._using[stem]) <= _TELLING:
                    self._using[stem].append(candidate)
        whole = log(statements + 2)
        self._weights = {word: 1 - log(count + 1) / whole for word, count in often.items()}

    def weight(self, words: Iterable[str]) -> float:
        """How much the words tell: a word that no statement has counts one, one that all have nothing."""
        return sum(self._weights.get(word, 1.0) for word in words)

    def likeness(self, text: str, candidate: Candidate) -> Likeness:
        """What the text shares with one statement."""
        own = stems(text, self._common)
        shared = self.weight(own & candidate.stems)
        return Likeness(candidate, shared / (self.weight(own) or 1), shared)

    def nearest(self, text: str, among: Iterable[Candidate] | None = None) -> Likeness | None:
        """The statement, of the whole ledger or of some, that shares most with the text."""
        own, weights = stems(text, self._common), self._weights
        best: tuple[float, str, Candidate | None] = (0.0, "", None)
        for most, candidate in self._called(own) if among is None else ((inf, each) for each in among):
            if most < best[0]:
                break
            weight = sum(map(weights.__getitem__, own & candidate.stems))
            best = max(best, (weight, candidate.id, candidate), key=itemgetter(0, 1))
        weight, _, found = best
        return Likeness(found, weight / (self.weight(own) or 1), weight) if found else None

    def _called(self, own: frozenset[str]) -> Iterable[tuple[float, Candidate]]:
        """The statements that a telling word calls to mind, with the most that each can share, the most first."""
        telling = [stem for stem in own if 0 < len(self._using.get(stem, ())) <= _TELLING]
        shared: dict[str, float] = defaultdict(float)
        for stem in telling:
            weight = self._weights[stem]
            for candidate in self._using[stem]:
                shared[candidate.id] += weight
        called = {candidate.id: candidate for stem in telling for candidate in self._using[stem]}
        rest = sum(self._weights.get(stem, 0.0) for stem in own.difference(telling)) + _NEAR
        those = sorted(shared.items(), key=itemgetter(1), reverse=True)
        return ((weight + rest, called[name]) for name, weight in those)


def vocabulary(evidence: EvidenceIndex, words: SubjectWords) -> Vocabulary:
    """The vocabulary of a ledger."""
    return Vocabulary(evidence.by_id.values(), words.common)
