"""`kb bench print`: what the PDFs cost from nothing, one brief while it is written, and beside XeLaTeX."""

from __future__ import annotations

import argparse
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path
from statistics import median

from kb.cli.place import CannotRun, corpus_of, root
from kb.cli.say import flush, say
from kb.load.today import EPOCH
from kb_bench.papers import Papers, has_tex, wrote
from kb_bench.site.builds import Failed, Ran, read_in

COLUMNS = f"{'seconds of CPU':>22} {'on the clock':>13} {'MB at most':>11} {'read':>6} {'PDFs':>6} {'pages':>6}"
WITHOUT_TEX = "XeLaTeX is not installed: nothing is compared with it (with apt: texlive-xetex, some 600 MB)"


def printing(arguments: argparse.Namespace) -> bool:
    """Build everything once, then one brief as often as asked; every line is printed as soon as it is known."""
    base = root()
    moment = datetime.combine(corpus_of(base, None).today, time(12), UTC)
    with tempfile.TemporaryDirectory(prefix="kb-bench-") as folder:
        papers = Papers(base, Path(folder), {EPOCH: str(int(moment.timestamp()))})
        _tell(f"{'':<16}{COLUMNS}")
        try:
            _measure(papers, arguments.rounds)
        except Failed as reason:
            raise CannotRun(f"a build came to no end: {reason}") from None
    return True


def _measure(papers: Papers, rounds: int) -> None:
    cold = papers.cold()
    briefs = sorted(path.stem for path in (papers.root / "docs" / "briefs").glob("*.md"))
    named = [name for name in wrote(cold.told) if any(name.endswith(f"-{brief}") for brief in briefs)]
    _tell(_line("all, cold", cold))
    warm = []
    for _ in range(rounds):
        warm.append(papers.one(briefs[0]))
        _tell(_line("one, warm", warm[-1]))
    _tell(f"    {briefs[0]} in the middle: {median(each.clock for each in warm):.1f} s on the clock")
    _tell(_line("one, edited", papers.edited(f"briefs/{briefs[0]}", briefs[0])))
    own = papers.some(named)
    _tell(_line("briefs, warm", own))
    if not has_tex():
        _tell(WITHOUT_TEX)
        return
    tex = papers.by_tex(named)
    _tell(f"{'by XeLaTeX':<16}{tex:>22.1f}", f"    ours is {tex / own.seconds:.1f} times as fast")


def _line(what: str, ran: Ran) -> str:
    made = wrote(ran.told)
    return (
        f"{what:<16}{ran.seconds:>22.1f} {ran.clock:>13.1f} {ran.peak:>11.0f} {read_in(ran.told):>6}"
        f" {len(made):>6} {sum(made.values()):>6}"
    )


def _tell(*lines: str) -> None:
    say(*lines)
    flush()
