"""`kb plant`: plant errors in copies of the content and tell which of them the rules notice."""

from __future__ import annotations

import argparse

from kb.cli.place import CannotRun, root
from kb.load.corpus import read
from kb.load.today import today as day_of
from kb.plant.table import lines
from kb.plant.trial import Trial, score
from kb.report.neutral import neutral


def plant(arguments: argparse.Namespace) -> bool:
    """Try all planted errors, or a sample, and print the score; nothing is written."""
    base = root()
    files = read(base)
    day = arguments.today or day_of(base, files)
    if day is None:
        raise CannotRun("nothing says what today is; give --today YYYY-MM-DD")
    trial = Trial(files, day)
    planted = trial.sample(arguments.each, arguments.seed) if arguments.each else list(trial.plants())
    wanted = [each for each in planted if not arguments.kind or each.kind in arguments.kind]
    if not wanted:
        raise CannotRun(f"nothing can be planted; kinds are {', '.join(sorted({each.kind for each in planted}))}")
    print(f"planting {len(wanted):,} errors, one at a time", flush=True)
    for line in lines(score(map(trial.run, wanted)), arguments.survivors):
        print(neutral(line))
    return True
