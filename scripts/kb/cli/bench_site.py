"""`kb bench site`: what the site costs beside stock Sphinx, after one edit, and as it grows."""

from __future__ import annotations

import argparse
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path

from kb.cli.place import CannotRun, corpus_of, root
from kb.cli.say import flush, say
from kb.load.corpus import read
from kb.load.today import EPOCH
from kb_bench.site.builds import Build, Failed
from kb_bench.site.trial import Pair, Trial, exponent, middle

SIZES = (900, 1_800, 3_600, 9_000)
"""Statements; of these come a little more than half as many pages."""
EDITS = 5
COLUMNS = f"{'seconds of CPU':>22} {'on the clock':>13} {'MB at most':>11} {'read':>6} {'written':>8}"


def site(arguments: argparse.Namespace) -> bool:
    """Build in turn, edit, grow; every line is printed as soon as it is known."""
    base = root()
    corpus = corpus_of(base, None)
    moment = datetime.combine(corpus.today, time(12), UTC)
    with tempfile.TemporaryDirectory(prefix="kb-bench-") as folder:
        trial = Trial(base, Path(folder), arguments.jobs, {EPOCH: str(int(moment.timestamp()))})
        _tell(f"{'':<16}{COLUMNS}")
        try:
            whole = _beside(trial, arguments.rounds)
            for edit in trial.edits(corpus, EDITS):
                _tell(
                    _line("one edit", edit.build), f"    {edit.build.seconds / whole:.0%} of a build, {edit.statement}"
                )
            grown = list(map(_grown, trial.growth(arguments.size or SIZES, read(base))))
        except Failed as reason:
            raise CannotRun(f"a build came to no end: {reason}") from None
    if len(grown) > 1:
        _tell(f"exponent of growth: {exponent(grown):.2f}")
    return True


def _beside(trial: Trial, rounds: int) -> float:
    """Tell each pair and the ratio in the middle; returns the seconds that the last of ours took."""
    pairs: list[Pair] = []
    for pair in trial.pairs(rounds):
        pairs.append(pair)
        _tell(_line("ours", pair.ours), _line("stock", pair.stock), f"    ratio {pair.ratio:.2f}")
    _tell(f"ratio in the middle: {middle(pairs):.2f}")
    return pairs[-1].ours.seconds


def _grown(build: Build) -> Build:
    _tell(_line("made up", build))
    return build


def _line(what: str, build: Build) -> str:
    return (
        f"{what:<16}{build.seconds:>22.1f} {build.clock:>13.1f} {build.peak:>11.0f} {build.read:>6} {build.written:>8}"
    )


def _tell(*lines: str) -> None:
    say(*lines)
    flush()
