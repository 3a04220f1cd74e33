"""How much of what a text says stands in a statement, by the words they share; rare words weigh more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, log, sqrt
from operator import itemgetter

from kb.core.model import SubjectWords
from kb.evidence.candidate import Candidate
from kb.evidence.index import EvidenceIndex
from kb.lang.stems import stems

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

    def nearest(self, text: str, among: Iterable[Candidate]) -> Likeness | None:
        """The one of some statements that shares most with the text."""
        own = stems(text, self._common)
        return self._best(own, ((inf, candidate) for candidate in among))

    def called_to_mind(self, text: str, strength: float, share: float) -> Likeness | None:
        """The statement of the whole ledger that shares most with the text, if it is so strong and shares so much."""
        own = stems(text, self._common)
        whole = self.weight(own)
        found = self._best(own, self._called(own, max(share * whole, sqrt(strength * whole))))
        return found if found and found.strength >= strength and found.share >= share else None

    def _best(self, own: frozenset[str], those: Iterable[tuple[float, Candidate]]) -> Likeness | None:
        """The statement that shares most; each comes with the most that it can share, the most first."""
        best, found = 0.0, None
        for most, candidate in those:
            if most < best:
                break
            weight = sum(map(self._weights.__getitem__, own & candidate.stems))
            if weight > best or (weight == best and (found is None or candidate.id > found.id)):
                best, found = weight, candidate
        return Likeness(found, best / (self.weight(own) or 1), best) if found else None

    def _called(self, own: frozenset[str], least: float) -> Iterable[tuple[float, Candidate]]:
        """The statements that a telling word calls to mind and that may share so much, the most first.

        The rarest words call first; as soon as all others together weigh too little, they need not be asked.
        """
        telling = sorted((stem for stem in own if 0 < len(self._using.get(stem, ())) <= _TELLING), key=self._often)
        left = sum(self._weights.get(stem, 0.0) for stem in own) + _NEAR
        shared: dict[str, float] = defaultdict(float)
        called: dict[str, Candidate] = {}
        for stem in telling:
            if left < least:
                break
            weight = self._weights[stem]
            left -= weight
            for candidate in self._using[stem]:
                shared[candidate.id] += weight
                called[candidate.id] = candidate
        those = sorted(shared.items(), key=itemgetter(1), reverse=True)
        return ((weight + left, called[name]) for name, weight in those if weight + left >= least)

    def _often(self, stem: str) -> int:
        return len(self._using[stem])


def vocabulary(evidence: EvidenceIndex, words: SubjectWords) -> Vocabulary:
    """The vocabulary of a ledger."""
    return Vocabulary(evidence.by_id.values(), words.common)
