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
    now: dict[tuple[str, str], list[Standing]] = {}
    for path, those in pages.items():
        for standing in those:
            now.setdefault((path, standing.resting.words), []).append(standing)
    as_they_did = {
        each: next((s for s in now.get((each.path, each.words), ()) if s.resting.rests.keys() >= {*each.rests}), None)
        for each in found
    }
    return {each: standing for each, standing in as_they_did.items() if standing}


def added(before: Readings, id: str, role: str, day: date, found: Outcome, pages: Standings) -> Readings:
    """What was read before and what is read now, page by page."""
    read = still(found.right, pages)
    batch = Batch(id, day, role, len(read), found.planted, len(found.caught))
    wrong = {(each.path, each.words) for each, _ in found.wrong}
    after = dict(before.pages)
    for path, those in pages.items():
        new = [_read(each, standing, id) for each, standing in read.items() if each.path == path]
        read_by_it = {e for e in before.pages.get(path, ()) if before.batches[e.batch].role == role}
        old = _kept(before.pages.get(path, ()), those, {entry.words for entry in new}, read_by_it)
        after[path] = (*(entry for entry in old if (path, entry.words) not in wrong), *new)
    return Readings({**before.batches, id: batch}, after)


def _kept(old: Iterable[Read], those: Sequence[Standing], anew: set[str], by_same: set[Read]) -> list[Read]:
    """The readings that still say something: of what stands as it was read, or of what was changed and not read since.

    Those of sentences that are gone go, and those by a reader of the same role of what that one has read anew.
    """
    now: dict[str, list[frozenset[str]]] = {}
    for each in those:
        now.setdefault(each.resting.words, []).append(frozenset(each.resting.rests))
    open_ = {each.before for each in those if each.is_unread and each.resting.words not in anew}
    holds = {e for e in old if any(e.rests <= rests for rests in now.get(e.words, ()))}
    return [e for e in old if e in open_ or (e in holds and not (e in by_same and e.words in anew))]


def _read(each: Remembered, standing: Standing, batch: str) -> Read:
    return Read(each.words, sketch(standing.resting.scope.sentence), frozenset(each.rests), batch)


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
