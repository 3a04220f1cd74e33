"""Makes each change of the plan, runs the tests that are to notice it, and lists those that went unnoticed."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kb_mutate.changes import changed
from kb_mutate.plan import BadPlan, Mutant, plan
from kb_mutate.trial import Trials

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Try the whole plan, or what it has of some files; is its floor held?"""
    parser = argparse.ArgumentParser("kb_mutate", description=__doc__)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="only changes of these files")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N")
    arguments = parser.parse_args()
    start = time.monotonic()
    try:
        whole = plan(ROOT, arguments.paths)
    except BadPlan as reason:
        sys.exit(f"kb_mutate: {reason}")
    with tempfile.TemporaryDirectory() as room:
        trials = Trials(ROOT, Path(room), arguments.processes)
        broken = trials.unchanged(mutant.tests for mutant in whole.mutants)
        if broken:
            sys.exit(f"kb_mutate: these tests fail without any change: {broken}")
        noticed = trials.changed([_trial(mutant) for mutant in whole.mutants])
    held = _told(whole.mutants, noticed, whole.floor, whole.least if not arguments.paths else 0)
    print(f"{time.monotonic() - start:.0f} seconds")
    return held


def _trial(mutant: Mutant) -> tuple[str, Path, str, tuple[str, ...]]:
    name = ".".join(Path(mutant.path).relative_to("scripts").with_suffix("").parts).removesuffix(".__init__")
    return name, ROOT / mutant.path, changed(mutant.source, mutant.change), mutant.tests


def _told(mutants: Sequence[Mutant], noticed: Sequence[bool], floor: float, least: int) -> int:
    tried = Counter(m.path for m in mutants)
    killed = Counter(m.path for m, seen in zip(mutants, noticed, strict=True) if seen)
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
