"""The disputes that bear on the figures of a page, as a short list where a writer wants it."""

from __future__ import annotations

from docutils import nodes

from kb.core.model import Corpus
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.in_dispute import InDispute


class Disputed(LedgerDirective):
    """Keeps the place; which figures of the page are in doubt is known only when all of it has been read."""

    optional_arguments = 0
    has_content = False

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """The place of the list."""
        return [InDispute()]
