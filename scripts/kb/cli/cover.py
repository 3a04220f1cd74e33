"""`kb coverage` and `kb lock`: what the ledger carries of the sources whose whole text was at hand."""

from __future__ import annotations

import argparse
from pathlib import Path

from kb.cli.place import CannotRun, corpus_of, root
from kb.cli.say import say
from kb.cli.write import write
from kb.load.lockfile import PATH
from kb.lock.coverage import Covered, coverage, shares
from kb.lock.fingerprints import make
from kb.run.known import start


def cover(arguments: argparse.Namespace) -> bool:
    """Print the share of each source that is carried; is it all?"""
    corpus = corpus_of(root(), arguments.today)
    covered = start(corpus).ask(coverage)
    if not covered:
        raise CannotRun(f"no source is locked: {PATH} is missing or empty; make it with `kb lock --texts DIR`")
    for each in covered:
        if arguments.verbose or each.gaps:
            _print_sentence(each)
    for source, (carried, all_of_it) in shares(covered).items():
        sentences = sum(each.source == source for each in covered)
        share = carried / all_of_it if all_of_it else 1
        say(f"{source}: {share:.1%} of {all_of_it} assertions, figures and names in {sentences} sentences")
    return not any(each.gaps for each in covered)


def _print_sentence(covered: Covered) -> None:
    say(f"{covered.source}, {covered.sentence.locator} ({covered.sentence.fingerprint})")
    if covered.boilerplate is not None:
        say(f"    boilerplate: {covered.boilerplate}")
        return
    for item in covered.carried:
        say(f"    {item.kind} {item.what!r}: {', '.join(item.by) or 'carried by nothing'}")


def lock(arguments: argparse.Namespace) -> bool:
    """Make the lock anew from the texts in a folder."""
    base = root()
    try:
        texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(Path(arguments.texts).glob("*.txt"))}
        made = make(corpus_of(base, arguments.today), texts)
    except KeyError as missing:
        raise CannotRun(f"{arguments.texts} holds no text {missing.args[0]!r}") from None
    except (OSError, UnicodeDecodeError) as fault:
        raise CannotRun(f"{arguments.texts}: {fault}") from None
    write({base / PATH: made}, base)
    say(f"wrote {PATH}")
    return True
