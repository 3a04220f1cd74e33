"""`kb diff`: what has changed of the facts between two revisions, worst first."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kb.cli.cycles import cycles_left
from kb.cli.place import CannotRun, root, settled
from kb.cli.say import say
from kb.compare.compared import Revision, compared
from kb.compare.telling import document, lines, markdown
from kb.load.corpus import assemble
from kb.load.kept import kept
from kb.load.revision import NoRevision, Tree, revision, working_tree


def diff(arguments: argparse.Namespace) -> bool:
    """Print every change; is there none that has to be explained first?"""
    with cycles_left():
        return _told(arguments)


def _told(arguments: argparse.Namespace) -> bool:
    base = root()
    try:
        old = revision(base, arguments.base)
        new = revision(base, arguments.head) if arguments.head else working_tree(base)
    except NoRevision as reason:
        raise CannotRun(str(reason)) from None
    day = settled(base, new.admitted.files, arguments.today)
    newer = {} if arguments.head else day.uncommitted
    found = compared(*_made(base, (old, {}), (new, newer), today=day.today))
    again = " ".join(["kb diff", *(shlex.quote(name) for name in (arguments.base, arguments.head) if name)])
    if arguments.format == "json":
        print(document(found))
    elif arguments.format == "markdown":
        print(markdown(found, again), end="")
    else:
        say(*lines(found, again))
    return not found.fails


def _made(base: Path, *sides: tuple[Tree, Mapping[str, date]], today: date) -> tuple[Revision, Revision]:
    """Both sides read; what is the same on both is read once, and kept until the next run."""
    with kept(base) as held:
        one, other = (
            Revision(tree, assemble(tree.admitted.files, today, tree.admitted.faults, newer, held))
            for tree, newer in sides
        )
    return one, other
