"""A page of any day: a map and tables of all that ever held, of which a script shows what held on the day asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.typing import OptionSpec

from kb.core.model import Corpus
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.any_day import AnyDay
from sphinx_kb.charts.nodes import pictured
from sphinx_kb.charts.scene import NothingToDraw
from sphinx_kb.day_view import DayView
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.nodes import paragraph
from sphinx_kb.roles import Impossible


class Day(LedgerDirective):
    """What held on a day: members of the bodies below it, holders of posts, instruments in force, what existed."""

    optional_arguments = 0
    option_spec: ClassVar[OptionSpec] = {
        "exist": directives.unchanged_required,
        "title": directives.unchanged_required,
    }

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A map of the last day, and tables of all time."""
        bodies, kinds = self.lines(), self.options["exist"].split()
        unknown = [id for id in bodies if id not in corpus.entities] + [
            kind for kind in kinds if kind not in corpus.kinds
        ]
        if unknown or not bodies:
            raise Impossible(f"the ledger knows no body or kind {', '.join(unknown)!r}")
        try:
            day = AnyDay(corpus, bodies, kinds)
        except NothingToDraw as reason:
            raise Impossible(str(reason)) from None
        title = self.options["title"]
        picture = nodes.container("", pictured(*day.scenes(), title), classes=["kb-chart"], is_div=True)
        view = DayView("", days=day.script())
        view += [paragraph(nodes.strong("", title), classes=["kb-chart-title"]), picture, *_tables(day)]
        return [view]


def _tables(day: AnyDay) -> Iterator[nodes.Node]:
    """A table for each section, with a row for everything that ever held."""
    for n, section in enumerate(day.sections):
        rows = [
            kb_nodes.row([[paragraph(row.about)], [paragraph(row.told)], [_when(day, number)]], f"day-{number}")
            for number, row in enumerate(day.rows)
            if row.section == n
        ]
        yield paragraph(nodes.strong("", section.title), classes=["kb-day-title"])
        yield kb_nodes.table(("Of what", "Answer", "When"), (36, 30, 34), rows, "kb-table", "kb-day-rows")


def _when(day: AnyDay, number: int) -> nodes.Node:
    return paragraph(kb_nodes.link("statement", day.rows[number].statements[0], day.when(number), "kb-agreed"))
