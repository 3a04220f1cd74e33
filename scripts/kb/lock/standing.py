"""How each sentence of a page stands that tells something: read as it is, changed since it was read, or never read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.core.model import Read, Readings
from kb.lock.readings import Resting, sketch

_ALIKE = 0.5
"""Two sketches of which so much is the same are of one sentence, before and after a change."""
_MOST = 500
"""So many readings of a page are looked for among changed sentences: more than the longest page has sentences."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence and how it was read last, if it was: as it is now, or before its words or what it rests on changed."""

    resting: Resting
    before: Read | None = None

    @property
    def is_read(self) -> bool:
        """Was it read just as it is, with all that it rests on?"""
        return self.before is not None and not self.has_other_words and not self.rests_elsewhere

    @property
    def is_unread(self) -> bool:
        """Was it read, and changed since?"""
        return self.before is not None and not self.is_read

    @property
    def has_other_words(self) -> bool:
        """Have its words changed since it was read?"""
        return self.before is not None and self.before.words != self.resting.words

    @property
    def rests_elsewhere(self) -> bool:
        """Has something that it rested on when it was read changed, or gone? What has come since does not count."""
        return self.before is not None and not self.before.rests <= self.resting.rests.keys()

    @property
    def changed(self) -> tuple[str, ...]:
        """What it rests on that is new or has changed since it was read."""
        read = self.before.rests if self.before else frozenset()
        return tuple(dict.fromkeys(name for mark, name in self.resting.rests.items() if mark not in read))


def standings(those: Iterable[Resting], readings: Readings, path: str) -> tuple[Standing, ...]:
    """How the sentences of a page stand, in order."""
    sentences = tuple(those)
    same: dict[str, list[Read]] = {}
    for entry in sorted(readings.pages.get(path, ()), key=lambda read: _when(read, readings), reverse=True):
        same.setdefault(entry.words, []).append(entry)
    found = {n: _latest(each, same[each.words]) for n, each in enumerate(sentences) if same and each.words in same}
    taken = {sentences[n].words for n in found}
    lost = [entries[0] for words, entries in same.items() if words not in taken]
    found |= _paired({n: each for n, each in enumerate(sentences) if lost and n not in found}, lost)
    return tuple(Standing(each, found.get(n)) for n, each in enumerate(sentences))


def _when(read: Read, readings: Readings) -> tuple[str, str]:
    return str(readings.batches[read.batch].day), read.batch


def _latest(resting: Resting, entries: Sequence[Read]) -> Read:
    """How a sentence was read with what it rests on now, or else how it was read last."""
    return next((entry for entry in entries if entry.rests <= resting.rests.keys()), entries[0])


def _paired(sentences: Mapping[int, Resting], lost: Sequence[Read]) -> dict[int, Read]:
    """The sentences that were others when they were read, each with the reading that is most alike and its alone."""
    holding: dict[str, list[int]] = {}
    sketches = {n: sketch(each.scope.sentence) for n, each in sentences.items()}
    for n, sketched in sketches.items():
        for part in sketched:
            holding.setdefault(part, []).append(n)
    alike = []
    for at, entry in enumerate(lost[:_MOST]):
        shared = Counter(n for part in entry.sketch for n in holding.get(part, ()))
        shares = ((count / min(len(entry.sketch), len(sketches[n])), n) for n, count in shared.items())
        alike += [(-share, at, n) for share, n in shares if share >= _ALIKE]
    found: dict[int, Read] = {}
    taken: set[int] = set()
    for _, at, n in sorted(alike):
        if n not in found and at not in taken:
            found[n] = lost[at]
            taken.add(at)
    return found
