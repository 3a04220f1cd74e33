"""`kb check`: report what does not hold."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from kb.cli.cycles import cycles_left
from kb.cli.mend import fix, unread
from kb.cli.place import lies_in, root, settled, within
from kb.cli.say import mention, say
from kb.cli.watch import watch
from kb.core.finding import Finding, Severity
from kb.core.model import Corpus
from kb.load.corpus import assemble, assembled
from kb.load.door import admit
from kb.report import github, json, tally, text
from kb.run.causes import reaches_far, sift
from kb.run.runner import Result, can_be_waived, examine


def check(arguments: argparse.Namespace) -> bool:
    """Check everything, report what lies in the paths; is that clean?"""
    if arguments.watch:
        return watch(arguments)
    with cycles_left():
        return _once(arguments)


def _once(arguments: argparse.Namespace) -> bool:
    base = root()
    wanted = tuple(within(base, path) for path in arguments.paths)
    admitted = admit(base)
    day = settled(base, admitted.files, arguments.today)
    corpus = assembled(base, admitted, day)
    if arguments.fix:
        files, done = fix(base, admitted, wanted, day.today)
        corpus = assemble(files, day.today, admitted.faults, day.uncommitted) if done else corpus
        if arguments.format != "json":
            say(*(f"{mend.mark}: {mend.old!r} is now {mend.new!r} ({mend.because})" for mend in done))
        if unread(corpus):
            mention(f"nothing is mended by the ledger, for {unread(corpus)[0]} cannot be read")
    outcome = examine(corpus)
    sifted = sift(outcome.findings, corpus.faults)
    held = _within(sifted.held, wanted)
    if arguments.format == "json":
        kept = _within(outcome.findings, wanted)
        numbers = tally.tally(corpus, kept, len(outcome.waived))
        print(json.document(kept, numbers, corpus.today, held))
    else:
        kept = _within(sifted.shown, wanted)
        numbers = tally.tally(corpus, kept, len(outcome.waived))
        _tell(kept, len(held), corpus, outcome, arguments)
        elsewhere = [
            finding for finding in sifted.shown if finding.severity is not Severity.NOTE and finding not in kept
        ]
        if elsewhere:
            say(text.elsewhere(len(elsewhere), len({finding.mark.path for finding in elsewhere})))
        say(text.summary(numbers, time.process_time()))
    return not numbers["errors"] + numbers["warnings"]


def _within(findings: Sequence[Finding], wanted: Sequence[PurePosixPath]) -> list[Finding]:
    """What lies in these places, or keeps everything from being judged, wherever that lies."""
    return [f for f in findings if not wanted or lies_in(f.mark.path, wanted) or reaches_far(f)]


def _tell(kept: Sequence[Finding], held: int, corpus: Corpus, outcome: Result, arguments: argparse.Namespace) -> None:
    """Print what was found for people; on GitHub first what is to stand beside the lines."""
    if arguments.format == "github":
        print("".join(f"{line}\n" for line in github.annotated(kept, held)), end="")
    folded = [] if arguments.notes or arguments.format == "github" else [f for f in kept if f.severity is Severity.NOTE]
    _print_findings([finding for finding in kept if finding not in folded], corpus)
    if folded:
        say(text.folded(len(folded)))
    if held:
        say(text.held(held))
    if arguments.verbose:
        print("".join(f"{text.waiver(finding, corpus)}\n" for finding in kept if can_be_waived(finding)), end="")
    _print_more(outcome, arguments)


def _print_findings(findings: Sequence[Finding], corpus: Corpus) -> None:
    shows_colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    show = text.coloured if shows_colour else text.plain
    for finding in findings:
        print(show(finding, corpus))


def _print_more(outcome: Result, arguments: argparse.Namespace) -> None:
    if arguments.verbose:
        for finding, waiver in outcome.waived:
            print(text.waived(finding, waiver))
    if arguments.shares:
        total: Counter[str] = Counter()
        for reading in outcome.readings:
            say(text.shares(reading.page.path, reading.shares))
            total.update(reading.shares)
        say(text.shares("all pages", total))
