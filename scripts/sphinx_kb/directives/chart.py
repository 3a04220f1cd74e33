"""A picture made from the ledger, with its title, and beside it the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.typing import OptionSpec

from kb.core.model import Corpus
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.charts import KINDS, OF_A_DAY
from sphinx_kb.charts.nodes import Picture, pictured
from sphinx_kb.charts.scene import NARROW, PAPER, WIDE, Cell, NothingToDraw, Scene, Sheet
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.elements import AGAIN, Details
from sphinx_kb.nodes import paragraph
from sphinx_kb.roles import Impossible, on_day


class Chart(LedgerDirective):
    """Draws what the entities and statements below it hold; each mark leads to its statement."""

    required_arguments = 1
    optional_arguments = 0
    option_spec: ClassVar[OptionSpec] = {"title": directives.unchanged_required, "on": directives.unchanged_required}

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A figure: the picture, its title, and a table that says the same."""
        kind = self.arguments[0]
        ids = " ".join(self.content).split()
        unknown = [id for id in ids if id not in corpus.entities and id not in corpus.statements]
        if kind not in KINDS or unknown:
            raise Impossible(f"{kind!r} of {', '.join(unknown or ids)!r} cannot be drawn")
        try:
            scene, narrow, paper = (self._drawn(corpus, kind, ids, sheet) for sheet in (WIDE, NARROW, PAPER))
        except NothingToDraw as reason:
            raise Impossible(str(reason)) from None
        title, _ = self.parse_inline(self.options["title"])
        return [self._figure(kind, pictured(scene, narrow, self.options["title"], paper), title)]

    def _drawn(self, corpus: Corpus, kind: str, ids: Sequence[str], sheet: Sheet) -> Scene:
        """The picture, on the day that is named if there is one."""
        if "on" not in self.options:
            return KINDS[kind](corpus, ids, sheet)
        if kind not in OF_A_DAY:
            raise Impossible(f"{kind!r} shows all of time, and no day")
        return OF_A_DAY[kind](corpus, ids, sheet, on_day(self.options["on"]))

    def _figure(self, kind: str, picture: Picture, title: Sequence[nodes.Node]) -> nodes.Node:
        heading = nodes.paragraph("", "", nodes.strong("", "", *title), classes=["kb-chart-title"])
        return nodes.container(
            "", heading, picture, _table(picture["scene"]), classes=["kb-chart", f"kb-drawn-{kind}"], is_div=True
        )


def _table(scene: Scene) -> Details:
    """The same for whoever cannot see it, or wants the numbers."""
    rows = [kb_nodes.row([[paragraph(_cell(cell))] for cell in row]) for row in scene.rows]
    widths = [100 // len(scene.head)] * len(scene.head)
    return Details(
        "", kb_nodes.table(scene.head, widths, rows, "kb-table"), summary="The same as a table", classes=[AGAIN]
    )


def _cell(cell: Cell) -> nodes.Node:
    return (
        kb_nodes.link("statement", cell.statement, cell.text, "kb-agreed") if cell.statement else nodes.Text(cell.text)
    )
