"""`kb check --watch`: check again after every change, and tell what is new and what is mended."""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from kb.cli.place import CannotRun, lies_in, root, settled, within
from kb.cli.say import flush, say
from kb.core.finding import Finding
from kb.load.corpus import assembled
from kb.load.door import admit
from kb.report import tally, text
from kb.run.causes import reaches_far, sift
from kb.run.runner import Result, examine

SETTLE = 50
"""So many thousandths of a second nothing changes before it is looked at: an editor writes in several steps."""
POLL = 200
"""After so many thousandths of a second without a change it is seen whether somebody wants to stop."""


def watch(arguments: argparse.Namespace) -> bool:
    """Check now and after every change, until it is stopped; was it clean in the end?"""
    if arguments.fix or arguments.format != "text":
        raise CannotRun("--watch tells people what changes; give it without --fix and --format")
    base = root()
    wanted = tuple(within(base, path) for path in arguments.paths)
    is_clean = True
    for is_clean, lines in told(base, wanted, arguments.today, changes(base)):  # noqa: B007  # the last one counts
        say(*lines)
        flush()
    return is_clean


def changes(base: Path) -> Iterator[object]:
    """Once when whatever is changed from then on is noticed, then after every change of the content."""
    from watchfiles import watch as changed

    places, is_first = (base / "docs", base / "refs.bib"), True
    looks = changed(*places, debounce=SETTLE, step=SETTLE // 2, rust_timeout=POLL, yield_on_timeout=True)
    for change in looks:
        if change or is_first:
            yield change
        is_first = False


def told(
    base: Path, wanted: Sequence[PurePosixPath], today: date | None, when: Iterable[object]
) -> Iterator[tuple[bool, list[str]]]:
    """Whether it is clean, and what there is to say: first everything, then what is new and what is gone."""
    outcome: Result | None = None
    before: dict[Finding, None] = {}
    for _ in when:
        start = time.perf_counter()
        admitted = admit(base)
        day = settled(base, admitted.files, today)
        corpus = assembled(base, admitted, day)
        outcome = examine(corpus, before=outcome.run if outcome else None, keeps=True)
        sifted = sift(outcome.findings, corpus.faults)
        now = dict.fromkeys(f for f in sifted.shown if not wanted or lies_in(f.mark.path, wanted) or reaches_far(f))
        lines = [f"mended: {text.headline(each)}" for each in before if each not in now]
        lines += [line for each in now if each not in before for line in text.plain(each, corpus).split("\n")]
        lines += [text.held(len(sifted.held))] if sifted.held else []
        numbers = tally.tally(corpus, list(now), len(outcome.waived))
        found = ", ".join(text.many(numbers[f"{name}s"], name) for name in ("error", "warning", "note"))
        yield (
            not numbers["errors"] + numbers["warnings"],
            [*lines, f"{found} after {time.perf_counter() - start:.2f} s"],
        )
        before = now
        gc.freeze()  # what lasts is not looked through for cycles after every change
