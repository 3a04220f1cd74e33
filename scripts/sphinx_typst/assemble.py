"""Brings the pages of one document together in one tree, with its links and citations resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.util.nodes import inline_all_toctrees

from sphinx_typst.citations import empty_bibliographies, number_citations

if TYPE_CHECKING:
    from sphinx_typst.printing import Printing


NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
"""The name of a PDF, which is a file and stands in its source."""
TEMPLATES = ("brief", "book")


class part(nodes.General, nodes.Element):  # noqa: N801 (docutils names its nodes so)
    """Where a part of a book begins; its title is the caption of the toctree."""


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
    for node in [*words.findall(nodes.footnote_reference), *_cites(words)]:
        node.parent.remove(node)
    return " ".join(words.astext().split())


def _cites(tree: nodes.Element) -> list[addnodes.pending_xref]:
    return [each for each in tree.findall(addnodes.pending_xref) if each.get("refdomain") == "cite"]


def assemble(builder: Printing, document: Document) -> nodes.document:
    """The tree of a document. A brief is one page with references of its own; a book follows the toctrees."""
    empty_bibliographies(builder)
    tree = builder.env.get_doctree(document.docname)
    tree["docname"] = document.docname
    document.included.add(document.docname)
    if document.template == "book":
        tree = _bind(builder, document, tree)
    else:
        for toctree in list(tree.findall(addnodes.toctree)):
            toctree.parent.remove(toctree)
        number_citations(builder, tree, briefly=document.most(builder) == 1)
    builder.included = document.included
    builder.env.resolve_references(tree, document.docname, builder)
    return tree


def _bind(builder: Printing, document: Document, tree: nodes.document) -> nodes.document:
    """Put the pages of the toctrees into the tree, without those that the document excludes."""
    _leave_out(tree, document)
    _hoist(tree)
    start = document.docname
    tree = inline_all_toctrees(builder, document.included, start, tree, lambda title: title, [start])
    tree["docname"] = start
    for page in list(tree.findall(addnodes.start_of_file)):
        if not document.takes(page["docname"]) and page.parent is not None:
            page.parent.remove(page)
    kept = {page["docname"] for page in tree.findall(addnodes.start_of_file)}
    document.included.intersection_update(kept | {start})
    return tree


def _leave_out(tree: nodes.document, document: Document) -> None:
    """Take excluded pages out of the toctrees of the first page, so that they are not even read."""
    for toctree in tree.findall(addnodes.toctree):
        toctree["entries"] = [(title, name) for title, name in toctree["entries"] if document.takes(name or "")]
        toctree["includefiles"] = [name for name in toctree["includefiles"] if document.takes(name)]


def _remove(node: nodes.Element) -> None:
    """Take a node out, with the box or section that then holds nothing but its title."""
    above = node.parent
    above.remove(node)
    is_box = isinstance(above, (nodes.compound, nodes.section)) and isinstance(above.parent, nodes.section)
    if is_box and all(isinstance(each, nodes.title) for each in above):
        _remove(above)


def _hoist(tree: nodes.document) -> None:
    """Pages are chapters: they follow the first page and do not stand inside the section that lists them."""
    for toctree in list(tree.findall(addnodes.toctree)):
        _remove(toctree)
        if toctree["includefiles"]:
            tree.append(part(title=toctree.get("caption") or ""))
            tree.append(nodes.compound("", toctree))
