"""Reads ``docs/readings.lock``: what second readers have read, without its words.

Each line stands by itself, in any order, so that what was read on two branches comes together line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Batch, Read, Readings
from kb.core.model.readings import LEAST, is_enough
from kb.load.decoding import decode
from kb.load.paths import READINGS as PATH
from kb.load.paths import FileKind, kind_of

__all__ = ["HEAD", "PATH", "is_role", "readings"]
HEAD = "readings 1"
_ROLE = re.compile(r"[a-z]+(?:-[a-z0-9]+){0,5}")
_LONGEST = 40
"""Characters of a role."""
_TOLD = 20
"""So many lines are told of that are none; of the others how many they are."""
_BATCH = re.compile(
    rf"batch (?P<id>[0-9a-f]{{8}}) (?P<day>\d{{4}}-\d\d-\d\d) (?P<role>{_ROLE.pattern})"
    r" read (?P<read>\d{1,6}) planted (?P<planted>\d{1,6}) caught (?P<caught>\d{1,6})",
    re.ASCII,
)
_READ = re.compile(
    r"read (?P<path>\S+) (?P<words>[0-9a-f]{16}) (?P<batch>[0-9a-f]{8})"
    r" (?P<sketch>(?:[0-9a-f]{4}){1,8}|-) (?P<rests>[0-9a-f]{8}(?:,[0-9a-f]{8})*|-)"
)


def is_role(text: str) -> bool:
    """May a reader be called so: ``area-editor``, ``lawyer-2``?"""
    return len(text) <= _LONGEST and _ROLE.fullmatch(text) is not None


@lru_cache(maxsize=8)
def readings(data: bytes) -> tuple[Readings, tuple[Finding, ...]]:
    """What was read; each line that says nothing is a finding."""
    if not data:
        return Readings(), ()
    text, faults = decode(PATH, data)
    if text is None:
        return Readings(), faults
    lines = text.removesuffix("\n").split("\n")
    if lines[0] != HEAD:
        return Readings(), (*faults, _fault(1, f"the first line is {lines[0][:40]!r}, against {HEAD!r}"))
    reader = _Reader()
    for number, line in enumerate(lines[1:], 2):
        reader.take(number, line)
    return reader.made(), (*faults, *reader.told())


class _Reader:
    """Takes line after line."""

    def __init__(self) -> None:
        self.batches: dict[str, Batch] = {}
        self.pages: dict[str, dict[Read, int]] = {}
        self.faults: list[tuple[int, str]] = []

    def take(self, number: int, line: str) -> None:
        """One line: a batch, a sentence, or a fault."""
        batch, read = _BATCH.fullmatch(line), _READ.fullmatch(line)
        if batch:
            self._batch(number, batch)
        elif read and kind_of(read["path"]) is FileKind.PAGE:
            sketch = tuple(re.findall("[0-9a-f]{4}", read["sketch"]))
            rests = frozenset(read["rests"].split(",")) - {"-"}
            found = self.pages.setdefault(read["path"], {})
            found.setdefault(Read(read["words"], sketch, rests, read["batch"]), number)
        elif line != HEAD:
            self.faults.append((number, f"{line[:40]!r} is neither a batch nor a sentence of a page that was read"))

    def _batch(self, number: int, found: re.Match[str]) -> None:
        try:
            day = date.fromisoformat(found["day"])
        except ValueError:
            self.faults.append((number, f"there is no day {found['day']}"))
            return
        read, planted, caught = (int(found[name]) for name in ("read", "planted", "caught"))
        made = Batch(found["id"], day, found["role"], read, planted, caught)
        if not is_role(made.role):
            self.faults.append((number, f"the role has {len(made.role)} characters, against at most {_LONGEST}"))
        elif caught > planted or not is_enough(caught, planted):
            text = f"{caught} of {planted} planted sentences were caught, against {LEAST} of a hundred"
            self.faults.append((number, text))
        elif self.batches.setdefault(made.id, made) != made:
            self.faults.append((number, f"the batch {made.id} stands twice, and says two things"))

    def made(self) -> Readings:
        """What was read in a batch that counts."""
        pages = {path: tuple(filter(self._counts, found)) for path, found in self.pages.items()}
        return Readings(self.batches, pages)

    def told(self) -> Iterator[Finding]:
        """The faults in order, and how many more there are."""
        of_none = ((number, each) for found in self.pages.values() for each, number in found.items())
        faults = self.faults + [(n, f"no batch {each.batch} counts") for n, each in of_none if not self._counts(each)]
        for number, text in sorted(faults)[:_TOLD]:
            yield _fault(number, text)
        if len(faults) > _TOLD:
            yield _fault(1, f"{len(faults) - _TOLD:,} more lines of it cannot be read")

    def _counts(self, read: Read) -> bool:
        return read.batch in self.batches


def _fault(line: int, text: str) -> Finding:
    help = "do not edit it by hand: take it from the branch where it was whole; `kb read` adds to it"
    return impossible(Mark(PATH, line), text, help, rule="unreadable")
