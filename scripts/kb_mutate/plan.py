"""What is to be changed, and which tests must object: read from ``tests/mutation.toml``."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb_mutate.changes import Change, changes

PLAN = "tests/mutation.toml"
SEED = "2016"


class BadPlan(ValueError):
    """The plan does not fit the code; the message says where."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file, and the tests that are to notice it."""

    path: str
    source: str
    change: Change
    tests: tuple[str, ...]

    @property
    def line(self) -> int:
        """The line that it changes."""
        return self.source.count("\n", 0, self.change.start) + 1

    @property
    def lines(self) -> tuple[str, str]:
        """What it changes, before and after, as whole lines."""
        first = self.source.rfind("\n", 0, self.change.start) + 1
        last = self.source.find("\n", self.change.end)
        line = self.source[first:last]
        new = line[: self.change.start - first] + self.change.new + line[self.change.end - first :]
        return line.strip(), new.strip()

    def __str__(self) -> str:
        old, new = self.lines
        return f"{self.path}:{self.line}\n    - {old}\n    + {new}"


@dataclass(frozen=True, slots=True)
class Plan:
    """The mutants, the least share that must be noticed, and the least number that must be tried."""

    mutants: tuple[Mutant, ...]
    floor: float
    least: int


def plan(root: Path, only: Sequence[str] = ()) -> Plan:
    """Draw from each module its changes, always the same ones, and add those that are written out."""
    whole = tomllib.loads((root / PLAN).read_text("utf-8"))
    same = {(each["path"], each["line"], each["new"]) for each in whole.get("same", [])}
    modules, written = whole.get("module", []), whole.get("change", [])
    _hold_tests(root, [*modules, *written])
    every = [_every(root, module) for module in modules]
    for path, line, new in sorted(same - {(m.path, *m.lines) for mutants in every for m in mutants}):
        raise BadPlan(f"{PLAN}: no module of the plan can be changed so: {path}: {line!r} to {new!r}")
    mutants = [m for module, those in zip(modules, every, strict=True) for m in _drawn(those, module["take"], same)]
    mutants += [_written(root, each) for each in written]
    kept = [m for m in mutants if not only or m.path in only]
    return Plan(tuple(kept), float(whole["floor"]), int(whole["least"]))


def _hold_tests(root: Path, parts: Sequence[Mapping[str, Any]]) -> None:
    for part in parts:
        for path in (part["path"], *part["tests"]):
            if not (root / path.partition("::")[0]).is_file():
                raise BadPlan(f"{PLAN}: there is no {path}")


def _every(root: Path, module: Mapping[str, Any]) -> list[Mutant]:
    path = module["path"]
    source = (root / path).read_text("utf-8")
    return [Mutant(path, source, change, tuple(module["tests"])) for change in changes(source)]


def _drawn(mutants: Sequence[Mutant], take: int, same: set[tuple[str, str, str]]) -> Iterator[Mutant]:
    """Those whose lot is the lowest: a lot hangs on the changed line alone, so other lines may come and go."""
    changing = [mutant for mutant in mutants if (mutant.path, *mutant.lines) not in same]
    return iter(sorted(sorted(changing, key=_lot)[:take], key=lambda each: each.change.start))


def _lot(mutant: Mutant) -> bytes:
    return hashlib.sha256("\n".join((SEED, mutant.path, *mutant.lines)).encode()).digest()


def _written(root: Path, each: Mapping[str, Any]) -> Mutant:
    path, old = each["path"], each["old"]
    source = (root / path).read_text("utf-8")
    if source.count(old) != 1:
        raise BadPlan(f"{PLAN}: {old!r} stands {source.count(old)} times in {path}, against once")
    start = source.index(old)
    return Mutant(path, source, Change(start, start + len(old), each["new"]), tuple(each["tests"]))
