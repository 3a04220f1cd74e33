"""Makes each change of the plan, runs the tests that are to notice it, and lists those that went unnoticed."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kb_mutate.changes import changed
from kb_mutate.overlay import VARIABLE
from kb_mutate.plan import BadPlan, Mutant, plan

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds after which the tests of a change are held to have noticed it: it made them hang."""
SITE = "from kb_mutate.overlay import install\n\ninstall()\n"
"""What every Python of a trial runs first."""


def main() -> int:
    """Try the whole plan, or what it has of some files; is its floor held?"""
    parser = argparse.ArgumentParser("kb_mutate", description=__doc__)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="only changes of these files")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N")
    arguments = parser.parse_args()
    try:
        whole = plan(ROOT, arguments.paths)
    except BadPlan as reason:
        sys.exit(f"kb_mutate: {reason}")
    with tempfile.TemporaryDirectory() as room, ThreadPoolExecutor(arguments.processes) as pool:
        (Path(room) / "sitecustomize.py").write_text(SITE, encoding="utf-8")
        broken = sorted({tests for tests in {m.tests for m in whole.mutants} if _objects(Path(room), tests)})
        if broken:
            sys.exit(f"kb_mutate: these tests fail without any change: {broken}")
        noticed = list(pool.map(lambda pair: _is_noticed(Path(room), *pair), enumerate(whole.mutants)))
    return _told(whole.mutants, noticed, whole.floor, whole.least if not arguments.paths else 0)


def _is_noticed(room: Path, number: int, mutant: Mutant) -> bool:
    text = room / f"{number}.py"
    text.write_text(changed(mutant.source, mutant.change), encoding="utf-8")
    name = ".".join(Path(mutant.path).relative_to("scripts").with_suffix("").parts).removesuffix(".__init__")
    return _objects(room, mutant.tests, f"{name}\n{ROOT / mutant.path}\n{text}")


def _objects(room: Path, tests: Sequence[str], asked: str = "") -> bool:
    """Do the tests fail, or hang?"""
    paths = os.pathsep.join([str(room), str(ROOT / "scripts")])
    settings = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", VARIABLE: asked}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]
    try:
        return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, timeout=PATIENCE).returncode != 0  # noqa: S603
    except subprocess.TimeoutExpired:
        return True


def _told(mutants: Sequence[Mutant], noticed: Sequence[bool], floor: float, least: int) -> int:
    tried, killed = (
        Counter(m.path for m in mutants),
        Counter(m.path for m, seen in zip(mutants, noticed, strict=True) if seen),
    )
    for path in tried:
        print(f"{path:<44} {killed[path]:>4} of {tried[path]:>4}")
    for mutant, seen in zip(mutants, noticed, strict=True):
        if not seen:
            print(f"unnoticed: {mutant}")
    share = sum(noticed) / max(len(mutants), 1)
    print(f"{sum(noticed)} of {len(mutants)} changes were noticed: {share:.1%}, against {floor:.0%} at least")
    if len(mutants) < least:
        print(f"{len(mutants)} changes were tried, against {least} at least")
    return int(share < floor or len(mutants) < least)


if __name__ == "__main__":
    sys.exit(main())
