"""The domain of sphinxcontrib-bibtex, which here knows all sources and the page of each, and finds one by its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING

from docutils import nodes
from sphinxcontrib.bibtex.citation_target import parse_citation_targets
from sphinxcontrib.bibtex.directives import BibliographyKey
from sphinxcontrib.bibtex.domain import BibtexDomain, Citation

from sphinx_kb.knowledge import corpus_of
from sphinx_kb.sources.references import references
from sphinx_kb.sources.shelves import anchor, places

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_LISTED = SimpleNamespace(list_="citation")
"""What sphinxcontrib-bibtex asks of a list of references: whether citations may lead there."""


def cited_in(env: BuildEnvironment) -> CitedSources:
    """The citations of a build, and the sources they lead to."""
    domain = env.get_domain(BibtexDomain.name)
    if not isinstance(domain, CitedSources):
        raise TypeError(f"the domain 'cite' is {type(domain).__name__}, against that of our sources")
    return domain


class CitedSources(BibtexDomain):
    """Leads from a citation to the page on which its source stands, whatever lists of references pages ask for."""

    def clear_doc(self, docname: str) -> None:
        """Forget what a page cites that is read again; one that cited nothing yet is not looked for among all."""
        if docname in self.cited_by_page or any(docname == key.docname for key in self.bibliographies):
            super().clear_doc(docname)

    @cached_property
    def cited_by_page(self) -> Mapping[str, Sequence[str]]:
        """The keys of the sources that each page cites, each once, in the order in which it first does."""
        found: dict[str, dict[str, None]] = {}
        for ref in self.citation_refs:
            found.setdefault(ref.docname, {}).update((target.key, None) for target in ref.targets)
        return {docname: list(keys) for docname, keys in found.items()}

    def env_updated(self) -> Iterable[str]:
        """Note how each source is cited, and where it stands."""
        vars(self).pop("cited_by_page", None)  # pages have been read since
        corpus = corpus_of(self.env)
        told, where = references(corpus), places(corpus)
        entries = self.bibdata.data.entries  # our sources, which only have to be handed on
        self.data["citations"] = [
            Citation(anchor(key), BibliographyKey(where[key], ""), key, entries[key], entry, entry)
            for key, entry in told.items()
        ]
        self._places = {citation.key: place for place, citation in enumerate(self.citations)}
        return []

    # Sphinx promises one reference here; sphinxcontrib-bibtex makes an inline that holds one for each source
    def resolve_xref(  # type: ignore[override]
        self, env: BuildEnvironment, fromdocname: str, builder: Builder, typ: str, target: str, node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.Element:  # fmt: skip
        """Resolve one group of citations among the sources that it names; a link says how near its source stands."""
        narrowed, named = copy(self), self._standing(self._named(target), builder)
        listed = {citation.bibliography_key: _LISTED for citation in named}
        narrowed.data = {**self.data, "citations": named, "bibliographies": listed}
        made = BibtexDomain.resolve_xref(narrowed, env, fromdocname, builder, typ, target, node, contnode)
        sources = corpus_of(env).sources
        for link, citation in zip(made.findall(nodes.reference), named, strict=False):
            rank = sources[citation.key].rank
            link["classes"] += [f"kb-{rank}"] * bool(rank)
        return made

    def resolve_any_xref(  # type: ignore[override]
        self, env: BuildEnvironment, fromdocname: str, builder: Builder, target: str, node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:  # fmt: skip
        """Plain Markdown links never mean a source; to ask would take longer the more there are."""
        return []

    def _standing(self, named: list[Citation], builder: Builder) -> list[Citation]:
        """The citations as they lead: on paper all sources stand in one list, that of the bibliography."""
        listed = next(iter(self.bibliographies), None)
        if builder.format == "html" or listed is None:
            return named
        return [citation._replace(bibliography_key=listed) for citation in named]

    def _named(self, target: str) -> list[Citation]:
        keys = {each.key for each in parse_citation_targets(target)}
        return [self.citations[place] for place in sorted(self._places[key] for key in keys if key in self._places)]
