"""Which of the statements that carry a figure its sentence tells: the best first.

Many statements may carry one figure: the day of a session is that of all that was decided on it. Nobody says which one
is meant, so it is weighed, by what stands in the sentence and in the statement, and in no other that carries the same.

The weights come from no book: they were set by hand until of figures drawn by lot from all pages none opened what its
sentence does not tell, and ``tests/test_right_proof.py`` holds what they reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log

from kb.core.dates import Date
from kb.core.derive import closure, overruled
from kb.core.model import Count
from kb.evidence import matching
from kb.evidence.candidate import Candidate
from kb.extract.phrases import stands_in
from kb.lang.stems import stems
from kb.verify import clauses
from kb.verify.scene import Scene

_FAR = 3.4
"""By so much, and twice as well, what has the figure in its words alone fits better than what has it in a field."""
_SAID_AGAIN = 2
"""So many words a sentence that cites nothing itself shares with what was told elsewhere on its page."""


def proofs(scene: Scene) -> tuple[str, ...]:
    """The statements that carry a figure, first the one that its sentence tells best; none where it tells none."""
    carrying = tuple(scene.grounds.candidate(id) for id in scene.read.statements)
    ordered = (*_far_better(scene, carrying), *Weighing(scene, carrying).ordered())
    told = [each for each in ordered if is_told(scene, each)]
    return tuple(each.id for each in dict.fromkeys((*told, *ordered))) if told else ()


def _far_better(scene: Scene, carrying: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """What tells the figure in its words, or bounded in another way, if it fits far better than all that carry it."""
    others = tuple(_others(scene)) if scene.read.citations else ()
    weighing = Weighing(scene, (*carrying, *others))
    most = max((weighing.weigh(each) for each in carrying), default=0)
    best = max(others, key=weighing.weigh, default=None)
    if best and weighing.weigh(best) > max(2 * most, most + _FAR):
        yield best


def _others(scene: Scene) -> Iterator[Candidate]:
    """What the cited places tell with the figure too, and what the figures beside it rest on."""
    read, evidence = scene.read, scene.grounds.evidence
    near = (scene.grounds.candidate(id) for other in scene.beside for id in other.statements)
    for each in dict.fromkeys((*evidence.heard(read.citations), *near)):
        worded = any((kind, value) == (read.figure.kind, read.figure.value) for kind, value, _ in each.worded)
        if each.id not in read.statements and (worded or matching.matches(read.figure, each)):
            yield each


def is_told(scene: Scene, rival: Candidate) -> bool:
    """Does the sentence, or what it stands under, tell a word of the statement, or name what it is about?"""
    read, words = scene.read, own_stems(rival)
    if read.verdict.why == "restated":
        shared = len(words & (scene.near | scene.further))
        return shared >= _SAID_AGAIN and 3 * shared >= len(words)
    named = read.scope.entities | read.scope.carried
    if words & (scene.near | scene.further) or rival.statement.subject in named.union(scene.page.page.about):
        return True
    sources = (scene.grounds.sources.get(evidence.by) for evidence in rival.statement.evidence)
    makers = (author for source in sources if source for author in source.authors if author)
    return bool(words & scene.above and rival.entities & named) or any(stands_in(each, scene.text) for each in makers)


def _wholes(scene: Scene, rival: Candidate) -> frozenset[str]:
    """What it names, with all that each is part of: who tells of a force tells of what its exercises were."""
    return closure(scene.grounds.ledger.entities, rival.entities)


@dataclass(frozen=True)
class Weighing:
    """Statements that carry one figure, each to be weighed against the others."""

    scene: Scene
    rivals: tuple[Candidate, ...]

    @cached_property
    def _having(self) -> Counter[str]:
        """How many of them have each stem."""
        return Counter(stem for rival in self.rivals for stem in rival.stems)

    def _weight(self, shared: frozenset[str]) -> float:
        """What few of them have tells them apart; what all have tells little."""
        return sum(log(1 + len(self.rivals) / self._having[stem]) for stem in sorted(shared))

    def ordered(self) -> tuple[Candidate, ...]:
        """The best first; of equals, the first."""
        return tuple(sorted(self.rivals, key=lambda rival: -self.weigh(rival)))

    def weigh(self, rival: Candidate) -> float:
        """How well the sentence tells it."""
        return sum((self._words(rival), self._act(rival), self._time(rival), self._names(rival), self._place(rival)))

    def _words(self, rival: Candidate) -> float:
        """The words that they share, its own before its quotes, the nearer the better; less what it has beyond."""
        near, further, above = self.scene.near, self.scene.further, self.scene.above
        own = own_stems(rival)
        quoted = rival.stems - own
        shared = 2 * self._weight(own & near) + self._weight(own & further)
        shared += 0.3 * self._weight(own & above) + 0.15 * self._weight(own & self.scene.before)
        shared += 0.6 * self._weight(quoted & near) + 0.2 * self._weight(quoted & further)
        share = len(own & (near | further)) / (2 + len(own - above))
        return shared + 4 * share - 0.1 * len(own - near - further - above)

    def _act(self, rival: Candidate) -> float:
        """Does it tell what the words beside the date say happened?"""
        scene, statement = self.scene, rival.statement
        law = scene.grounds.ledger.properties.get(statement.property)
        if not scene.happened:
            return 0
        if statement.property in scene.happened or (law and law.tells in scene.acts):
            return 3
        if any(event.type in scene.acts for event in statement.events):
            return 1.5
        return -1.5 if statement.property in scene.grounds.happenings.known else 0

    def _time(self, rival: Candidate) -> float:
        """Is the figure its value, and as precise; is the date the beginning or the end that the sentence makes it?"""
        scene, statement = self.scene, rival.statement
        value = scene.read.figure.value
        weight = 0.7 * any(value == date for date in rival.figures.dates)
        weight += 0.7 * (matching.matches(scene.read.figure, rival) and value not in statement.dates)
        weight += (1 if scene.is_cell else 0.3) * _is_value(value, rival)
        if isinstance(value, Date):
            sides = clauses.sides(value, rival, scene.grounds.ledger.properties.get(statement.property))
            weight += 1.5 * (scene.side in sides) - 1.5 * (scene.side not in sides and scene.other_side in sides)
            weight -= 0.7 * (not scene.side and sides == {"end"})
        return weight

    def _names(self, rival: Candidate) -> float:
        """Is its subject named: by the name in which the figure stands, near it, in the sentence, by the page?"""
        scene, subject = self.scene, rival.statement.subject
        others = rival.entities - {subject}
        weight = 0.6 * len(others & scene.read.scope.entities) + 0.6 * bool(others & scene.last_named)
        if scene.within:
            weight += 4 + 2 * isinstance(rival.statement.value, Date) if subject in scene.within else -2
        known = closure(scene.grounds.ledger.entities, scene.page.page.about)
        weight += 0.8 * bool((_wholes(scene, rival) - rival.entities - known) & scene.named)
        places = (scene.named, scene.read.scope.entities, scene.page.page.about, scene.read.scope.carried)
        return weight + next((w for w, place in zip((1.5, 1, 0.5, 0), places, strict=True) if subject in place), -1.5)

    def _place(self, rival: Candidate) -> float:
        """Does it carry the figures beside this one too, and is it what we follow?"""
        scene, statement = self.scene, rival.statement
        left = overruled(scene.grounds.ledger, statement) or bool(statement.superseded_by)
        return sum(rival.id in other.statements for other in scene.beside) - 3 * left


def _is_value(value: object, rival: Candidate) -> bool:
    """Is the figure what the statement says, and not only when it held or what else it names?"""
    given = rival.statement.value
    if isinstance(given, Date):
        return isinstance(value, Date) and matching.told(value, given)
    return isinstance(given, Count) and value in given.written


def own_stems(rival: Candidate) -> frozenset[str]:
    """The stems of what the ledger says, without the quotes."""
    statement = rival.statement
    units = (unit for count in rival.figures.counts for unit in count.of)
    words = (rival.own, statement.as_ or "", *rival.labels, *statement.terms, *statement.hedge, *units)
    return stems(" ".join(words), rival.common)
