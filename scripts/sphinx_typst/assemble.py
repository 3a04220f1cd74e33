"""Brings the pages of one document together in one tree, with its links and citations resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from sphinx_typst.bibliography import list_sources
from sphinx_typst.binding import bind
from sphinx_typst.citations import cites, empty_bibliographies, number_citations

if TYPE_CHECKING:
    from sphinx_typst.printing import Printing


NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
"""The name of a PDF, which is a file and stands in its source."""
TEMPLATES = ("brief", "book")


@dataclass
class Document:
    """One PDF: the page it starts from, its name, its options, the pages that came into it, and its title."""

    docname: str
    target: str
    options: dict[str, Any]
    included: set[str] = field(default_factory=set)
    title: str = ""

    @property
    def template(self) -> str:
        """``brief`` or ``book``."""
        return str(self.options.get("template", "brief"))

    def fault(self, builder: Printing) -> str:
        """Why it cannot be made as it is configured; nothing if it can. It has its title from here on."""
        if not NAME.fullmatch(self.target):
            return f"{self.target!r} is no name of a PDF, which has letters, digits and hyphens"
        if self.template not in TEMPLATES:
            return f"there is no template {self.template!r}; there are {', '.join(TEMPLATES)}"
        if self.docname not in builder.env.found_docs:
            return f"typst_documents names the page {self.docname!r}, which does not exist"
        self.title = str(self.options.get("title") or _title(builder.env.get_doctree(self.docname)))
        return "" if self.title else "the page has no title"

    def most(self, builder: Printing) -> int:
        """How many pages it may have, 0 for as many as it takes: ``pages`` of its page goes before the option."""
        told = str(builder.env.metadata.get(self.docname, {}).get("pages", ""))
        return int(told) if told.isdecimal() else int(self.options.get("pages") or 0)

    def takes(self, docname: str) -> bool:
        """Is a page not excluded by the document's options?"""
        return not any(fnmatch(docname, pattern) for pattern in self.options.get("exclude", ()))


def _title(page: nodes.document) -> str:
    """The heading of a page in plain words, without notes and citations; nothing if it has none."""
    heading = next(iter(page.findall(nodes.title)), None)
    if heading is None or not isinstance(heading.parent, nodes.section):
        return ""
    words = heading.deepcopy()
    for node in [*words.findall(nodes.footnote_reference), *cites(words)]:
        node.parent.remove(node)
    return " ".join(words.astext().split())


def assemble(builder: Printing, document: Document) -> nodes.document:
    """The tree of a document. A brief is one page with references of its own; a book follows the toctrees."""
    empty_bibliographies(builder)
    tree = builder.env.get_doctree(document.docname)
    tree["docname"] = document.docname
    document.included.add(document.docname)
    if document.template == "book":
        tree = bind(builder, document, tree)
        list_sources(builder, tree)
    else:
        for toctree in list(tree.findall(addnodes.toctree)):
            toctree.parent.remove(toctree)
        number_citations(builder, tree, briefly=document.most(builder) == 1)
    builder.included = document.included
    builder.env.resolve_references(tree, document.docname, builder)
    return tree
