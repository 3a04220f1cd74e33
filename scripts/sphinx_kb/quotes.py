"""Curly quotation marks, dashes and ellipses, put where there is anything to put: most blocks of text have none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx.transforms import SphinxSmartQuotes

CHANGING = re.compile(r"[\"'`\\\x00]|--|\.\.|\. \.")
"""What could be written in another way, and what escapes it."""


class QuotesWhereAny(SphinxSmartQuotes):
    """Does what Sphinx does a moment later, to those blocks alone in which it could change a sign; then all is done."""

    default_priority = SphinxSmartQuotes.default_priority - 1

    def apply(self, **settings: object) -> None:
        """Educate the blocks, and tell Sphinx that nothing is left to do."""
        document = self.document
        self.document = _Changing(document)  # type: ignore[assignment]  # as much of one as is asked for
        super().apply(**settings)
        document.settings.smart_quotes = False


class _Changing:
    """As much of a document as is asked for here, with those of its blocks that may change."""

    def __init__(self, document: nodes.document) -> None:
        self.settings, self.reporter, self._document = document.settings, document.reporter, document

    def findall(self, kind: type[nodes.TextElement]) -> Iterator[nodes.TextElement]:
        """Blocks whole, for a mark depends on what stands around it, also in another node."""
        for block in self._document.findall(kind):
            if not isinstance(block.parent, nodes.TextElement) and CHANGING.search(block.astext()):
                yield block
