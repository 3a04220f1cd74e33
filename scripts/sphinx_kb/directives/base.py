"""What all directives of the ledger share: the corpus, a teller of statements, and warnings instead of traces."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from kb.core.model import Corpus, Statement
from sphinx_kb.evidence import Teller
from sphinx_kb.knowledge import corpus_of
from sphinx_kb.roles import Impossible

logger = logging.getLogger(__name__)


class LedgerDirective(SphinxDirective):
    """Writes nodes made from the corpus, or warns where it cannot."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict] = {}

    def run(self) -> list[nodes.Node]:
        """What the directive writes."""
        try:
            return list(self.write(self.corpus))
        except Impossible as reason:
            logger.warning("%s: %s", self.name, reason, location=self.get_location())
            return []

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """The nodes of this directive."""
        raise NotImplementedError

    @property
    def corpus(self) -> Corpus:
        """The corpus of the build."""
        return corpus_of(self.env)

    @property
    def teller(self) -> Teller:
        """Tells statements in this document."""
        return Teller(self.env, self.state.document, self.corpus)

    def argument(self) -> str:
        """The one argument, which must be there."""
        if not self.arguments:
            raise Impossible(f"it needs an id: ```{{{self.name}}} id")
        return str(self.arguments[0]).strip()

    def lines(self) -> list[str]:
        """The ids named in argument and body, one or more a line."""
        return " ".join([*self.arguments, *self.content]).split()

    def named(self) -> list[Statement]:
        """The statements named: by their ids, or all of an entity."""
        found: list[Statement] = []
        for id in self.lines():
            if id in self.corpus.statements:
                found.append(self.corpus.statements[id])
            elif id in self.corpus.entities:
                found.extend(self.corpus.entities[id].statements)
            else:
                raise Impossible(f"the ledger knows neither a statement nor an entity {id!r}")
        return found
