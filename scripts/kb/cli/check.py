"""`kb check`: report what does not hold."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence

from kb.cli.mend import fix
from kb.cli.place import corpus_of, lies_in, root, within
from kb.finding import Finding
from kb.load.corpus import read
from kb.model import Corpus
from kb.report import github, json, tally, text
from kb.report.neutral import neutral
from kb.run import Outcome, can_be_waived, examine


def check(arguments: argparse.Namespace) -> bool:
    """Check everything, report what lies in the paths; is that clean?"""
    base = root()
    wanted = tuple(within(base, path) for path in arguments.paths)
    corpus = corpus_of(base, arguments.today)
    if arguments.fix:
        done = fix(base, read(base), wanted, corpus.today)
        for mend in done if arguments.format == "text" else ():
            print(neutral(f"{mend.mark}: {mend.old!r} is now {mend.new!r} ({mend.because})"))
        corpus = corpus_of(base, arguments.today) if done else corpus
    outcome = examine(corpus)
    kept = [f for f in outcome.findings if not wanted or lies_in(f.mark.path, wanted)]
    numbers = tally.tally(corpus, kept, len(outcome.waived))
    if arguments.format == "json":
        print(json.document(kept, numbers))
    else:
        _print_findings(kept, corpus, arguments.format)
        if arguments.verbose:
            print("".join(f"{text.waiver(finding, corpus)}\n" for finding in kept if can_be_waived(finding)), end="")
        _print_more(outcome, arguments)
        print(text.summary(numbers, time.process_time()))
    return not numbers["errors"] + numbers["warnings"]


def _print_findings(findings: Sequence[Finding], corpus: Corpus, form: str) -> None:
    shows_colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    show = text.coloured if shows_colour else text.plain
    for finding in findings:
        print(github.annotation(finding) if form == "github" else show(finding, corpus))


def _print_more(outcome: Outcome, arguments: argparse.Namespace) -> None:
    if arguments.verbose:
        for finding, waiver in outcome.waived:
            print(text.waived(finding, waiver))
    if arguments.shares:
        total: Counter[str] = Counter()
        for reading in outcome.readings:
            print(text.shares(reading.page.path, reading.shares))
            total.update(reading.shares)
        print(text.shares("all pages", total))
