"""The index of the rules, read from their pages."""

from __future__ import annotations

from pathlib import PurePosixPath

from docutils import nodes

from kb.core.model import Corpus, Page
from kb.core.model.pages import is_manual
from kb.load.pages import page as read
from kb.report.explain import FAMILIES
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.knowledge import docname_of, knowledge_of
from sphinx_kb.nodes import paragraph, section


class Rules(LedgerDirective):
    """Every rule by family, each with its first line."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A section for each family that has rules."""
        knowledge_of(self.env).indexes.add(self.env.docname)
        found: dict[str, list[Page]] = {family: [] for family in FAMILIES}
        for path, text in corpus.documents.items():
            if is_manual(path):
                found.setdefault(PurePosixPath(path).parts[2], []).append(read(path, text.encode()))
        return [self._family(family, pages) for family, pages in found.items() if pages]

    def _family(self, family: str, pages: list[Page]) -> nodes.section:
        return section(family.capitalize(), f"family-{family}", kb_nodes.bullets(map(self._rule, pages), "kb-rules"))

    def _rule(self, page: Page) -> list[nodes.Node]:
        link = kb_nodes.page(self.env, docname_of(page.path), nodes.literal("", PurePosixPath(page.path).stem))
        first = next((block for block in page.blocks if block.kind == "paragraph"), None)
        return [paragraph(link, f": {first.sentences[0].text}" if first else "")]
