"""How the sources are spread, counted."""

from __future__ import annotations

from docutils import nodes

from kb.core.model import Corpus
from kb.query.balance import WAYS, Share, balance
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.nodes import paragraph
from sphinx_kb.roles import Impossible
from sphinx_kb.words import percent


class Balance(LedgerDirective):
    """The sources counted by language, party, rank or time, with the statements that rest on them."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A table with the largest share first."""
        by = self.argument()
        if by not in WAYS:
            raise Impossible(f"sources are counted by {', '.join(WAYS)}, not by {by!r}")
        rows = [_row(share, len(corpus.sources)) for share in balance(corpus, by)]
        head = (by.capitalize(), "Sources", "Share", "Primary", "Statements that cite one")
        return [kb_nodes.table(head, (36, 14, 14, 14, 22), rows, "kb-table", "kb-numbers")]


def _row(share: Share, whole: int) -> nodes.row:
    told = percent(share.sources / whole)
    cells = (share.label, f"{share.sources:,}", told, f"{share.primary:,}", f"{share.statements:,}")
    return kb_nodes.row([[paragraph(cell)] for cell in cells])
