"""A build as a process of its own: what it cost, and how many pages it read and wrote."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import kb

SCRIPTS = Path(kb.__file__).parent.parent
READ = re.compile(r"(\d+) added, (\d+) changed, \d+ removed")
MEGABYTE = 1024


class Failed(RuntimeError):
    """A build that came to no end; the message is what it said last."""


@dataclass(frozen=True)
class Build:
    """What a build cost: seconds of CPU and on the clock, and megabytes of the largest of its processes."""

    seconds: float
    clock: float
    peak: float
    read: int
    written: int


def build(source: Path, place: Path, jobs: int, settings: Mapping[str, str]) -> Build:
    """Build the folder ``docs`` of a source into a place, on top of what stands there."""
    before = _pages(place)
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-j", str(jobs), str(source / "docs"), str(place)]
    ran = run(command, source / "log.txt", settings)
    after = _pages(place)
    return Build(
        ran.seconds, ran.clock, ran.peak, read_in(ran.told),
        sum(before.get(path) != moment for path, moment in after.items()),
    )  # fmt: skip


@dataclass(frozen=True)
class Ran:
    """What a program cost, with all those that it waited for, and what it said."""

    seconds: float
    clock: float
    peak: float
    told: str


def run(command: Sequence[str], log: Path, settings: Mapping[str, str], place: Path | None = None) -> Ran:
    """Run a program in a folder; what it says is written to a file, and told where it comes to no end."""
    started = time.perf_counter()
    with log.open("w+", encoding="utf-8", errors="replace") as said:
        child = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=place,
            env={**os.environ, **_plain(), **settings},
        )  # fmt: skip
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        told = said.read()
    if child.returncode:
        raise Failed("\n".join(told.splitlines()[-20:]))
    return Ran(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / MEGABYTE, told)


def read_in(told: str) -> int:
    """How many pages were read, by what Sphinx says."""
    found = READ.search(told)
    return sum(int(number) for number in found.groups() if number) if found else 0


def _plain() -> dict[str, str]:
    """The same in every locale, without colours, with the code that runs here."""
    paths = os.pathsep.join(filter(None, [str(SCRIPTS), os.environ.get("PYTHONPATH", "")]))
    return {"LC_ALL": "C", "PYTHONUTF8": "1", "NO_COLOR": "1", "PYTHONPATH": paths}


def _pages(place: Path) -> dict[Path, int]:
    """Each page with the moment at which it was written."""
    return {path: path.stat().st_mtime_ns for path in place.rglob("*.html")}
