"""`kb plant`: plant errors in copies of the content and tell which of them the rules notice."""

from __future__ import annotations

import argparse
import sys
from itertools import groupby

from kb.cli.place import CannotRun, root, settled
from kb.cli.say import say
from kb.load.corpus import read
from kb_plant.planted import Planted
from kb_plant.score import Score, Tried, score
from kb_plant.table import rows, survivors, total
from kb_plant.trial import Trial


def plant(arguments: argparse.Namespace) -> bool:
    """Try all planted errors, or a sample, and print the score kind by kind; nothing is written."""
    base = root()
    files = read(base)
    trial = Trial(files, settled(base, files, arguments.today).today)
    wanted = _wanted(trial, arguments)
    print(f"planting {len(wanted):,} errors, one at a time", flush=True)
    tried: list[Tried] = []
    for _, those in groupby(wanted, key=lambda planted: planted.kind):
        some = [trial.run(planted) for planted in those]
        say(*rows(score(some)))
        sys.stdout.flush()
        tried += some
    _sum_up(score(tried), arguments.survivors)
    return True


def _wanted(trial: Trial, arguments: argparse.Namespace) -> list[Planted]:
    """What is to be planted, kind by kind."""
    if arguments.each:
        planted = trial.sample(arguments.each, arguments.seed)
    else:
        planted = [one for those in trial.by_kind().values() for one in those]
    wanted = [one for one in planted if not arguments.kind or one.kind in arguments.kind]
    if not wanted:
        kinds = ", ".join(dict.fromkeys(one.kind for one in planted))
        raise CannotRun(f"nothing can be planted; kinds are {kinds}")
    return wanted


def _sum_up(found: Score, most: int | None) -> None:
    say(total(found), *survivors(found, most))
