"""The domain of sphinxcontrib-bibtex, without the searches that take longer the more is cited and listed."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import TYPE_CHECKING

from sphinxcontrib.bibtex.citation_target import parse_citation_targets
from sphinxcontrib.bibtex.domain import BibtexDomain, Citation

if TYPE_CHECKING:
    from docutils import nodes
    from pybtex.database import Entry
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.directives import BibliographyKey


def cited_in(env: BuildEnvironment) -> BibtexDomain:
    """The citations of a build, and the sources they lead to."""
    domain = env.get_domain(BibtexDomain.name)
    if not isinstance(domain, BibtexDomain):
        raise TypeError(f"the domain 'cite' is {type(domain).__name__}, against that of sphinxcontrib-bibtex")
    return domain


class CitedSources(BibtexDomain):
    """Finds a cited source by its key, where 2.7 goes through all of them; lists all sources, cited or not."""

    def env_updated(self) -> Iterable[str]:
        """Note the place of each source in the references."""
        updated = super().env_updated()
        self._places = {citation.key: place for place, citation in enumerate(self.citations)}
        return updated

    # Sphinx promises one reference here; sphinxcontrib-bibtex makes an inline that holds one for each source
    def resolve_xref(  # type: ignore[override]
        self, env: BuildEnvironment, fromdocname: str, builder: Builder, typ: str, target: str, node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.Element:  # fmt: skip
        """Resolve one group of citations among the sources that it names."""
        narrowed = copy(self)
        narrowed.data = {**self.data, "citations": self._named(target)}
        return BibtexDomain.resolve_xref(narrowed, env, fromdocname, builder, typ, target, node, contnode)

    def _named(self, target: str) -> list[Citation]:
        keys = {each.key for each in parse_citation_targets(target)}
        return [self.citations[place] for place in sorted(self._places[key] for key in keys if key in self._places)]

    def get_sorted_entries(self, bibliography_key: BibliographyKey, docnames: list[str]) -> Iterable[tuple[str, Entry]]:
        """Every source: the style puts them in order, and no filter of a page is run over them."""
        return ((source.key, source) for source in self.bibdata.data.entries.values())
