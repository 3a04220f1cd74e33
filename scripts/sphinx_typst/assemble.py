"""Brings the pages of one document together in one tree, with its links and citations resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.nodes import inline_all_toctrees

from sphinx_typst.citations import number_citations

if TYPE_CHECKING:
    from sphinx_typst.builder import TypstBuilder


@dataclass
class Document:
    """One PDF: the page it starts from, its name, its options, and the pages that came into it."""

    docname: str
    target: str
    options: dict[str, Any]
    included: set[str] = field(default_factory=set)

    @property
    def template(self) -> str:
        """``brief`` or ``book``."""
        return str(self.options.get("template", "brief"))

    def takes(self, docname: str) -> bool:
        """Is a page not excluded by the document's options?"""
        return not any(fnmatch(docname, pattern) for pattern in self.options.get("exclude", ()))


def assemble(builder: TypstBuilder, document: Document) -> nodes.document:
    """The tree of a document. A brief is one page with references of its own; a book follows the toctrees."""
    _empty_bibliographies(builder)
    tree = builder.env.get_doctree(document.docname)
    document.included.add(document.docname)
    if document.template == "book":
        _leave_out(tree, document)
        _hoist(tree)
        tree = inline_all_toctrees(
            builder, document.included, document.docname, tree, lambda title: title, [document.docname]
        )
    else:
        for toctree in list(tree.findall(addnodes.toctree)):
            toctree.parent.remove(toctree)
        number_citations(builder, tree)
    tree["docname"] = document.docname
    builder.included = document.included
    builder.env.resolve_references(tree, document.docname, builder)
    return tree


def _leave_out(tree: nodes.document, document: Document) -> None:
    """Take excluded pages out of the toctrees of the first page."""
    for toctree in tree.findall(addnodes.toctree):
        toctree["entries"] = [(title, name) for title, name in toctree["entries"] if document.takes(name)]
        toctree["includefiles"] = [name for name in toctree["includefiles"] if document.takes(name)]


def _hoist(tree: nodes.document) -> None:
    """Pages are chapters: they follow the first page and do not stand inside the section that lists them."""
    for toctree in list(tree.findall(addnodes.toctree)):
        wrapper = toctree.parent
        wrapper.remove(toctree)
        tree.append(nodes.compound("", toctree))


def _empty_bibliographies(builder: TypstBuilder) -> None:
    """Empty the entries that sphinxcontrib-bibtex keeps and appends to whenever a document is resolved.

    Without this a second PDF with the same bibliography prints each entry twice (2.7, ``BibliographyTransform.run``).
    """
    for bibliography in builder.env.domaindata.get("cite", {}).get("bibliographies", {}).values():
        for node in bibliography.citation_nodes.values():
            node.children = []
