"""What was read, added to what was read before, and as ``docs/readings.lock`` has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kb.core.model import Batch, Read, Readings
from kb.load.readings import HEAD
from kb.lock.readings import sketch
from kb.lock.standing import Standing
from kb_read.key import Remembered
from kb_read.outcome import Outcome

Standings = Mapping[str, Sequence[Standing]]
"""How the sentences of each page stand by now."""


def still(found: Iterable[Remembered], pages: Standings) -> dict[Remembered, Standing]:
    """Of these sentences those that stand as they did, with all that they rest on."""
    now = {(path, s.resting.words, tuple(sorted(s.resting.rests))): s for path, those in pages.items() for s in those}
    return {each: now[key] for each in found if (key := (each.path, each.words, each.rests)) in now}


def added(before: Readings, id: str, role: str, day: date, found: Outcome, pages: Standings) -> Readings:
    """What was read before and what is read now, page by page."""
    read = still(found.right, pages)
    batch = Batch(id, day, role, len(read), found.planted, len(found.caught))
    wrong = {(each.path, each.words) for each, _ in found.wrong}
    after = dict(before.pages)
    for path, those in pages.items():
        new = [_read(standing, id) for each, standing in read.items() if each.path == path]
        read_by_it = {e for e in before.pages.get(path, ()) if before.batches[e.batch].role == role}
        old = _kept(before.pages.get(path, ()), those, {entry.words for entry in new}, read_by_it)
        after[path] = (*(entry for entry in old if (path, entry.words) not in wrong), *new)
    return Readings({**before.batches, id: batch}, after)


def _kept(old: Iterable[Read], those: Sequence[Standing], anew: set[str], by_same: set[Read]) -> list[Read]:
    """The readings that still say something: of what stands as it was read, or of what was changed and not read since.

    Those of sentences that are gone go, and those by a reader of the same role of what that one has read anew.
    """
    now = {(each.resting.words, frozenset(each.resting.rests)) for each in those}
    open_ = {each.before for each in those if each.is_unread and each.resting.words not in anew}
    return [e for e in old if e in open_ or ((e.words, e.rests) in now and not (e in by_same and e.words in anew))]


def _read(standing: Standing, batch: str) -> Read:
    resting = standing.resting
    return Read(resting.words, sketch(resting.scope.sentence), frozenset(resting.rests), batch)


def document(readings: Readings) -> bytes:
    """The file: first the batches by day, then the sentences by page, each a line that stands by itself."""
    batches = sorted(readings.batches.values(), key=lambda batch: (batch.day, batch.id))
    lines = [
        f"batch {each.id} {each.day} {each.role} read {each.sentences} planted {each.planted} caught {each.caught}"
        for each in batches
    ]
    lines += sorted(_line(path, each) for path, those in readings.pages.items() for each in those)
    return ("\n".join([HEAD, *lines]) + "\n").encode()


def _line(path: str, read: Read) -> str:
    return f"read {path} {read.words} {read.batch} {''.join(read.sketch) or '-'} {','.join(sorted(read.rests)) or '-'}"
