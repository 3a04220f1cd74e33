"""`kb uses`: every sentence, table, timeline, chart and brief that rests on a statement or a source."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kb.cli.cycles import cycles_left
from kb.cli.place import CannotRun, corpus_of, root
from kb.cli.say import say
from kb.compare.uses import UnknownId, Use, uses
from kb.report.json import harmless
from kb.report.text import many
from kb.run.known import start

_TOLD = {
    "backs": "backs {on} at {place}: {what}",
    "points": "pointed at from {place}: {what}",
    "judged": "judged at {place}: {what}",
    "told": "told at {place}: {what}",
    "shown": "shown at {place} {what}: {on}",
}


def rests(arguments: argparse.Namespace) -> bool:
    """Print all that rests on it, in the ledger and on pages."""
    with cycles_left():
        run = start(corpus_of(root(), arguments.today))
        try:
            found = uses(run, arguments.name)
        except UnknownId as reason:
            raise CannotRun(str(reason)) from None
    if arguments.format == "json":
        print(harmless({"version": 1, "name": arguments.name, "uses": [*map(_record, found)]}))
        return True
    say(*map(_line, found), _summary(arguments.name, found))
    return True


def _line(use: Use) -> str:
    return _TOLD[use.how].format(on=use.on, place=f"{use.mark.path}:{use.mark.line}", what=use.what)


def _summary(name: str, found: Sequence[Use]) -> str:
    """How much it is."""
    on_pages = [use for use in found if use.how in ("told", "shown")]
    if not found:
        return f"nothing rests on {name}"
    told, shown = (len({use.mark for use in on_pages if use.how == how}) for how in ("told", "shown"))
    pages = {use.mark.path for use in on_pages}
    briefs = {use.mark.path for use in on_pages if use.is_brief}
    where = f"on {many(len(pages), 'page')}, {many(len(briefs), 'brief')} among them"
    return f"{name}: {many(told, 'sentence')} and {many(shown, 'display')} {where}"


def _record(use: Use) -> dict[str, object]:
    return {"how": use.how, "path": use.mark.path, "line": use.mark.line, "what": use.what, "on": use.on}
