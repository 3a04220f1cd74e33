"""What is to be changed, and which tests must object: read from ``tests/mutation.toml``."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb_mutate.changes import Change, changes

PLAN = "tests/mutation.toml"
SEED = 2016


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

    def __str__(self) -> str:
        first = self.source.rfind("\n", 0, self.change.start) + 1
        last = self.source.find("\n", self.change.end)
        line = self.source[first:last]
        new = line[: self.change.start - first] + self.change.new + line[self.change.end - first :]
        return f"{self.path}:{self.line}\n    - {line.strip()}\n    + {new.strip()}"


@dataclass(frozen=True, slots=True)
class Plan:
    """The mutants, the least share that must be noticed, and the least number that must be tried."""

    mutants: tuple[Mutant, ...]
    floor: float
    least: int


def plan(root: Path, only: Sequence[str] = ()) -> Plan:
    """Draw from each module its changes by a fixed seed, and add those that are written out."""
    whole = tomllib.loads((root / PLAN).read_text("utf-8"))
    mutants = [m for module in whole.get("module", []) for m in _drawn(root, module)]
    mutants += [_written(root, each) for each in whole.get("change", [])]
    same = {(each["path"], each["line"], each["new"]) for each in whole.get("same", [])}
    kept = [m for m in mutants if _fingerprint(m) not in same and (not only or m.path in only)]
    return Plan(tuple(kept), float(whole["floor"]), int(whole["least"]))


def _fingerprint(mutant: Mutant) -> tuple[str, str, str]:
    told = str(mutant).split("\n")
    return mutant.path, told[1][6:], told[2][6:]


def _drawn(root: Path, module: Mapping[str, object]) -> Iterator[Mutant]:
    path, tests = str(module["path"]), tuple(map(str, module["tests"]))  # type: ignore[call-overload]
    source = (root / path).read_text("utf-8")
    every = changes(source)
    drawn = random.Random(f"{SEED} {path}").sample(every, min(int(str(module["take"])), len(every)))  # noqa: S311  # no secret
    return (Mutant(path, source, change, tests) for change in sorted(drawn, key=lambda each: each.start))


def _written(root: Path, each: Mapping[str, object]) -> Mutant:
    path, old, new = (str(each[name]) for name in ("path", "old", "new"))
    source = (root / path).read_text("utf-8")
    if source.count(old) != 1:
        raise BadPlan(f"{PLAN}: {old!r} stands {source.count(old)} times in {path}, against once")
    start = source.index(old)
    return Mutant(path, source, Change(start, start + len(old), new), tuple(map(str, each["tests"])))  # type: ignore[call-overload]
