"""Binds the pages of a book: what the toctrees list becomes chapters, in parts, between front matter and appendices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any, Protocol

from docutils import nodes
from sphinx import addnodes
from sphinx.util.nodes import inline_all_toctrees

if TYPE_CHECKING:
    from sphinx_typst.printing import Printing


class part(nodes.General, nodes.Element):  # noqa: N801 (docutils names its nodes so)
    """A part of a book with its chapters; its title is the caption of the toctree, or nothing."""


class cover(nodes.General, nodes.Element):  # noqa: N801
    """The picture of the cover: the first of the first page, where the text of that page is left out."""


class front(nodes.General, nodes.Element):  # noqa: N801
    """The pages before the first part."""


class appendices(nodes.General, nodes.Element):  # noqa: N801
    """The pages behind the last part."""


class index_of_book(nodes.General, nodes.Element):  # noqa: N801
    """Where the index stands."""


class Bindable(Protocol):
    """What is asked of a document that is bound."""

    docname: str
    options: dict[str, Any]
    included: set[str]

    def takes(self, docname: str) -> bool:
        """Is a page not excluded?"""


def bind(builder: Printing, document: Bindable, tree: nodes.document) -> nodes.document:
    """The tree of a book: front matter, parts with their chapters, appendices and index."""
    start, options = document.docname, document.options
    first, last = (_listed(builder, options.get(name, ())) for name in ("front", "appendices"))
    _leave_out(tree, document, [*first, *last])
    parts = list(_parts(tree))
    bound: nodes.document = tree.copy()
    bound["docname"] = start
    if not options.get("toctree_only"):
        bound += tree.children
    elif picture := next(tree.findall(_is_picture), None):
        bound += cover("", picture)
    _put(bound, front(""), _toctree(first))
    for each, toctree in parts:
        _put(bound, each, toctree)
    _put(bound, appendices(""), _toctree(last))
    bound = inline_all_toctrees(builder, document.included, start, bound, lambda title: title, [start])
    bound["docname"] = start
    for group in list(bound.children):
        if isinstance(group, (front, part, appendices)):
            is_listed = not isinstance(group, part)
            group[:] = [page for page in _flat(group) if is_listed or document.takes(page["docname"])]
            if not group.children:
                bound.remove(group)
    bound += index_of_book("")
    kept = {page["docname"] for page in bound.findall(addnodes.start_of_file)}
    document.included.intersection_update(kept | {start})
    return bound


def _listed(builder: Printing, patterns: Iterable[str]) -> list[str]:
    """The pages that are named, one by one or by a pattern."""
    known = sorted(builder.env.found_docs)
    return [name for pattern in patterns for name in known if fnmatch(name, pattern)]


def _is_picture(node: nodes.Node) -> bool:
    """Is it drawn, by us or by an extension, which says so by a text that stands for the picture?"""
    return isinstance(node, nodes.Element) and bool(node.get("alt"))


def _put(bound: nodes.document, group: nodes.Element, toctree: addnodes.toctree) -> None:
    if toctree["includefiles"]:
        group += toctree
        bound += group


def _toctree(names: list[str]) -> addnodes.toctree:
    return addnodes.toctree(entries=[(None, name) for name in names], includefiles=names)


def _leave_out(tree: nodes.document, document: Bindable, apart: list[str]) -> None:
    """Take excluded pages out of the toctrees of the first page, so that they are not even read."""
    for toctree in tree.findall(addnodes.toctree):
        kept = [name for name in toctree["includefiles"] if document.takes(name) and name not in apart]
        toctree["entries"] = [(title, name) for title, name in toctree["entries"] if name in kept]
        toctree["includefiles"] = kept


def _parts(tree: nodes.document) -> Iterator[tuple[part, addnodes.toctree]]:
    """The toctrees of the first page, taken out of it: each is a part."""
    for toctree in list(tree.findall(addnodes.toctree)):
        _remove(toctree)
        yield part(title=toctree.get("caption") or ""), toctree


def _flat(group: nodes.Element) -> list[addnodes.start_of_file]:
    """Every page of a group, each behind the one that lists it, and none within another."""
    pages = list(group.findall(addnodes.start_of_file))
    for page in pages:
        page[:] = page.children  # Sphinx leaves them to the document that they were read in
    for page in pages:
        _remove(page)
    return pages


def _remove(node: nodes.Element) -> None:
    """Take a node out, with the box or section that then holds nothing but its title."""
    above = node.parent
    above.remove(node)
    is_box = isinstance(above, (nodes.compound, nodes.section)) and isinstance(above.parent, nodes.section)
    if is_box and all(isinstance(each, nodes.title) for each in above):
        _remove(above)
