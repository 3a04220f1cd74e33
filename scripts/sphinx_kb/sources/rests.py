"""On the references page: under each source, the statements that rest on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_kb import nodes as kb_nodes
from sphinx_kb.elements import Details
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.sources.domain import cited_in
from sphinx_kb.words import plural

if TYPE_CHECKING:
    from kb.core.model import Corpus, Statement


class RestsOn(SphinxPostTransform):
    """Runs between the making of the bibliography and the resolving of links, so that its links are resolved too."""

    default_priority = 6
    formats = ("html",)

    def run(self, **_: object) -> None:
        """Add a folded list under each entry on which statements rest."""
        listed = list(self.document.findall(nodes.citation))
        if not listed:
            return
        corpus = knowledge_of(self.env).corpus
        keys = {c.citation_id: c.key for c in cited_in(self.env).citations}
        for entry in listed:
            key = next((keys[id] for id in entry["ids"] if id in keys), "")
            statements = corpus.by_source.get(key, ())
            if statements:
                entry += self._list(corpus, statements)

    def _list(self, corpus: Corpus, statements: tuple[Statement, ...]) -> Details:
        title = f"{plural(len(statements), 'statement')} {'rests' if len(statements) == 1 else 'rest'} on it"
        items = [[kb_nodes.paragraph(self._item(corpus, statement))] for statement in statements]
        return Details("", kb_nodes.bullets(items), summary=title, classes=["kb-rests"])

    def _item(self, corpus: Corpus, statement: Statement) -> nodes.Node:
        made = kb_nodes.link("statement", statement.id, kb_nodes.told(corpus, statement))
        made["refdoc"] = self.env.docname
        if statement.id in knowledge_of(self.env).doubted:
            made += nodes.Text(" †")
        return made
