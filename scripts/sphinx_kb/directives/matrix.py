"""A table of several things side by side, each asked the same questions, and each answer a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import pending_xref
from sphinx.util.typing import OptionSpec

from kb.core.model import Corpus, Entity, Statement
from kb.load.bodies import NOTHING
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.directives.tables import day
from sphinx_kb.events import event
from sphinx_kb.knowledge import docname_of
from sphinx_kb.nodes import paragraph, text
from sphinx_kb.roles import Impossible

FIRST, REST = 16, 84
"""The widths of the first column and of all others together, in hundredths."""


class Matrix(LedgerDirective):
    """Entities, each followed by one statement for each column after its own; on a phone a row is a card."""

    option_spec: ClassVar[OptionSpec] = {"columns": directives.unchanged_required}

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A table with a row for each entity."""
        first, *columns = (title.strip() for title in self.options["columns"].split("|"))
        rows = [
            kb_nodes.row([[paragraph(self._name(corpus, entity))], *self._cells(corpus, columns, told)])
            for entity, told in self._rows(corpus, len(columns))
        ]
        widths = (FIRST, *[REST // len(columns)] * len(columns))
        return [kb_nodes.table((first, *columns), widths, rows, "kb-table", "kb-matrix")]

    def _rows(self, corpus: Corpus, columns: int) -> Iterator[tuple[Entity, Sequence[Statement | None]]]:
        ids = self.lines()
        known = corpus.statements.keys() | {NOTHING}
        for n in range(0, len(ids), columns + 1):
            entity, *told = ids[n : n + columns + 1]
            if entity not in corpus.entities or len(told) < columns or not known >= {*told}:
                raise Impossible(f"{entity!r} needs {columns} statements below it")
            yield corpus.entities[entity], [corpus.statements.get(id) for id in told]

    def _name(self, corpus: Corpus, entity: Entity) -> nodes.Node:
        """A link to the fullest page that is about it first of all, else to what the ledger has of it."""
        pages = [page for page in corpus.pages if page.about[:1] == (entity.id,)]
        page = max(pages, key=lambda page: len(page.blocks), default=None)
        if page is None:
            return kb_nodes.entity(corpus, entity.id, short=False)
        name = entity.label
        link = pending_xref(
            "", refdomain="std", reftype="doc", reftarget=f"/{docname_of(page.path)}", refexplicit=True, refwarn=True
        )
        link += nodes.inline("", name[:1].upper() + name[1:])
        return link

    def _cells(
        self, corpus: Corpus, columns: Sequence[str], told: Sequence[Statement | None]
    ) -> Iterator[Sequence[nodes.Node]]:
        for title, statement in zip(columns, told, strict=True):
            label = text(f"{title}: ", "kb-label")
            if statement is None:
                yield [paragraph(label, text("nothing known", "kb-note"))]
                continue
            words = kb_nodes.link("statement", statement.id, event(corpus, statement), "kb-agreed")
            when = day(statement)
            sources = kb_nodes.cited(self.env, self.state.document, statement.evidence[:1])
            yield [paragraph(label, words, f", {when} " if when else " ", sources)]
