"""What the pages rest on: sources by rank, and what two independent witnesses say."""

from __future__ import annotations

from docutils import nodes

from kb.core.model import Corpus
from kb.run.witnessed import PageWitnesses, by_page, share
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.knowledge import docname_of, knowledge_of
from sphinx_kb.nodes import paragraph
from sphinx_kb.words import listed, percent, plural


class Witnesses(LedgerDirective):
    """The share over all in a sentence, and a row for each page."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A sentence, and a table with the smallest share first."""
        known = knowledge_of(self.env)
        known.counting.add(self.env.docname)
        whole = share(corpus.statements.values(), corpus.sources)
        told = (
            f"Of {whole.statements:,} statements and claims {whole.twice:,} ({percent(whole.of_all)}) "
            "rest on two sources or more of which none is known to come from another."
        )
        rows = [self._row(each) for each in by_page(known.run)]
        head = ("Page", "Sources", "Two independent sources")
        return [paragraph(told), kb_nodes.table(head, (36, 36, 28), rows, "kb-table")]

    def _row(self, each: PageWitnesses) -> nodes.row:
        link = kb_nodes.page(self.env, docname_of(each.page.path), nodes.inline("", each.page.title))
        ranks = listed([f"{number:,} {rank}" for rank, number in each.ranks.items() if number])
        part = percent(each.share.of_all)
        told = f"two for {each.share.twice:,} of {plural(each.share.statements, 'statement')} ({part})"
        return kb_nodes.row([[paragraph(link)], [paragraph(ranks)], [paragraph(told)]])
