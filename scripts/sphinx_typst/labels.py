"""Which places of a document can be linked to; a link to anything else would not compile."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes


class Labels:
    """The ids of a document, each with the page it stands on, and the footnotes among them."""

    def __init__(self, document: nodes.document) -> None:
        self.known: set[str] = set()
        self.footnotes: dict[str, nodes.footnote] = {}
        for page, node in _walk(document, document.get("docname", "")):
            for id in node.get("ids", []):
                self.known.add(label(page, id))
                if isinstance(node, nodes.footnote):
                    self.footnotes[label(page, id)] = node
            if isinstance(node, (addnodes.start_of_file, nodes.document)):
                self.known.add(label(page, ""))


def label(docname: str, id: str) -> str:
    """The label of an id on a page."""
    return f"{docname}#{id}"


def _walk(node: nodes.Element, page: str) -> Iterator[tuple[str, nodes.Element]]:
    if isinstance(node, addnodes.start_of_file):
        page = node["docname"]
    yield page, node
    for child in node.children:
        if isinstance(child, nodes.Element):
            yield from _walk(child, page)
