"""`kb plant`: plant errors in copies of the content and tell which of them the rules notice."""

from __future__ import annotations

import argparse
import sys
from itertools import groupby

from kb.cli.place import CannotRun, root, settled
from kb.cli.say import say
from kb.cli.write import write
from kb.load.corpus import read
from kb.load.score import PATH
from kb_plant.planted import Planted
from kb_plant.record import EACH, SEED, document
from kb_plant.score import Tried, score
from kb_plant.table import rows, survivors, total
from kb_plant.trial import Trial


def plant(arguments: argparse.Namespace) -> bool:
    """Try all planted errors, or a sample, and print the score kind by kind; only the record of it is ever written."""
    base = root()
    files = read(base)
    trial = Trial(files, settled(base, files, arguments.today).today)
    if arguments.record and (arguments.kind or arguments.each):
        raise CannotRun("a record is of so many of every kind; give --record alone")
    wanted = _wanted(trial, arguments)
    print(f"planting {len(wanted):,} errors, one at a time", flush=True)
    tried: list[Tried] = []
    for _, those in groupby(wanted, key=lambda planted: planted.kind):
        some = [trial.run(planted) for planted in those]
        say(*rows(score(some)))
        sys.stdout.flush()
        tried += some
    found = score(tried)
    say(total(found), *survivors(found, arguments.survivors))
    if arguments.record:
        write({base / PATH: document(found, trial.today).encode()}, base)
        say(f"wrote {PATH}")
    return True


def _wanted(trial: Trial, arguments: argparse.Namespace) -> list[Planted]:
    """What is to be planted, kind by kind."""
    if arguments.record:
        planted = trial.sample(EACH, SEED)
    elif arguments.each:
        planted = trial.sample(arguments.each, arguments.seed)
    else:
        planted = [one for those in trial.by_kind.values() for one in those]
    wanted = [one for one in planted if not arguments.kind or one.kind in arguments.kind]
    if not wanted:
        kinds = ", ".join(dict.fromkeys(one.kind for one in planted))
        raise CannotRun(f"nothing can be planted; kinds are {kinds}")
    return wanted
