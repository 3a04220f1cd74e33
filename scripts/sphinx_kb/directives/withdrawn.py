"""The statements that are withdrawn, the last first: what each said, and why nobody is to rest on it any more."""

from __future__ import annotations

from docutils import nodes

from kb.core.model import Corpus, Statement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.nodes import paragraph
from sphinx_kb.withdrawal import why

NONE = "No statement is withdrawn."


class Withdrawn(LedgerDirective):
    """A table of them, or that there are none."""

    optional_arguments = 0
    has_content = False

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """One row for each."""
        found = [(each.withdrawn, each) for each in corpus.statements.values() if each.withdrawn]
        if not found:
            return [paragraph(NONE)]
        found.sort(key=lambda pair: (-pair[0].day.earliest.toordinal(), pair[1].id))
        rows = (_row(corpus, statement, why(withdrawn)) for withdrawn, statement in found)
        return [kb_nodes.table(("Statement", "What it said", "Why it is withdrawn"), (3, 4, 5), rows)]


def _row(corpus: Corpus, statement: Statement, reason: nodes.paragraph) -> nodes.row:
    name = kb_nodes.link("statement", statement.id, nodes.literal("", statement.id))
    return kb_nodes.row([[paragraph(name)], [paragraph(kb_nodes.brief(corpus, statement))], [reason]])
