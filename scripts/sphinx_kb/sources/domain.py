"""The domain of sphinxcontrib-bibtex, without the searches that take longer the more is cited and listed."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import TYPE_CHECKING, Any

from sphinxcontrib.bibtex.citation_target import parse_citation_targets
from sphinxcontrib.bibtex.domain import BibtexDomain, Citation

if TYPE_CHECKING:
    from docutils import nodes
    from sphinxcontrib.bibtex.directives import BibliographyKey

    from kb.core.model import Source


class CitedSources(BibtexDomain):
    """Finds a cited source by its key, where 2.7 goes through all of them; lists all sources, cited or not."""

    def env_updated(self) -> Iterable[str]:
        """Note the place of each source in the references."""
        updated = super().env_updated()
        self._places = {citation.key: place for place, citation in enumerate(self.citations)}
        return updated

    def resolve_xref(self, *where: Any) -> nodes.Element:
        """Resolve one group of citations among the sources that it names."""
        narrowed = copy(self)
        narrowed.data = {**self.data, "citations": self._named(where[4])}
        return BibtexDomain.resolve_xref(narrowed, *where)

    def _named(self, target: str) -> list[Citation]:
        keys = {each.key for each in parse_citation_targets(target)}
        return [self.citations[place] for place in sorted(self._places[key] for key in keys if key in self._places)]

    def get_sorted_entries(
        self, bibliography_key: BibliographyKey, docnames: list[str]
    ) -> Iterable[tuple[str, Source]]:
        """Every source: the style puts them in order, and no filter of a page is run over them."""
        return ((source.key, source) for source in self.bibdata.data.entries.values())
