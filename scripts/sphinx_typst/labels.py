"""Which places of a document can be linked to; a link to anything else would not compile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docutils import nodes
from sphinx import addnodes


class Labels:
    """The ids of a document, each with its page; which of them links want; footnotes; numbers of figures and tables."""

    def __init__(self, document: nodes.document) -> None:
        self.known: set[str] = set()
        self.wanted: set[str] = set()
        self.footnotes: dict[str, nodes.footnote] = {}
        self.numbers: dict[str, tuple[str, int]] = {}
        counted: Counter[str] = Counter()
        for page, node in _walk(document, document.get("docname", "")):
            ids: list[str] = node.get("ids", [])
            names = [label(page, id) for id in ids]
            self.known.update(names)
            if isinstance(node, nodes.reference):
                self.wanted.add(target(page, node))
            if isinstance(node, nodes.footnote):
                self.footnotes.update(dict.fromkeys(names, node))
            if kind := figure_kind(node):
                counted[kind] += 1
                node["typst-number"] = counted[kind]
                self.numbers.update(dict.fromkeys(names, (kind, counted[kind])))
            if isinstance(node, (addnodes.start_of_file, nodes.document)):
                self.known.add(label(page, ""))


def label(docname: str, id: str) -> str:
    """The label of an id on a page."""
    return f"{docname}#{id}"


def target(page: str, node: nodes.Element) -> str:
    """The label that a link on a page leads to, whether it exists in the document or not."""
    if "refid" in node:
        return label(page, node["refid"])
    docname, _, id = str(node.get("refuri", "")).removeprefix("%").partition("#")
    return label(docname, id)


def figure_kind(node: nodes.Element) -> str:
    """What Sphinx would number the node as: a figure, table or listing with a caption; a timeline is none of them."""
    if isinstance(node, nodes.figure) and _has(node, nodes.caption):
        return "figure"
    if isinstance(node, nodes.table) and _has(node, nodes.title):
        return "figure" if "timeline" in node["classes"] else "table"
    if isinstance(node, nodes.container) and node.get("literal_block") and _has(node, nodes.caption):
        return "code-block"
    return ""


def _has(node: nodes.Element, kind: type[nodes.Node]) -> bool:
    return any(isinstance(child, kind) for child in node)


def _walk(node: nodes.Element, page: str) -> Iterator[tuple[str, nodes.Element]]:
    if isinstance(node, addnodes.start_of_file):
        page = node["docname"]
    yield page, node
    for child in node.children:
        if isinstance(child, nodes.Element):
            yield from _walk(child, page)
