"""A page of our site as Markdown that stock Sphinx reads: the same words, headings, tables, citations and links.

Left out is what no writer of plain pages would have, so that the comparison is not in our favour: pictures, and the
links that figures get by themselves. A table is a plain one, which costs less than any directive.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx import addnodes
from sphinxcontrib.bibtex.nodes import bibliography

from sphinx_kb.charts.nodes import Picture
from sphinx_kb.day_view import DayView
from sphinx_kb.domain import FACTS, LEDGER
from sphinx_kb.elements import Details

UNSEEN = (Picture, DayView, nodes.comment, addnodes.index, nodes.target)
OWN_MARKS = re.compile(r"([\\`*_{}\[\]<>#|$~^!&])")
SIGNS: dict[type[nodes.Node], str] = {nodes.strong: "**", nodes.emphasis: "*"}
BIBLIOGRAPHY = "```{bibliography}\n:all:\n```"


def plain(document: nodes.document, docname: str, meta: Iterable[str] = ()) -> str:
    """The whole page; ``meta`` are the lines of its front matter."""
    for node in document.findall(addnodes.pending_xref):
        node["refdoc"] = docname
    front = "".join(f"{line}\n" for line in meta)
    return (f"---\n{front}---\n" if front else "") + "\n\n".join(_blocks(document.children, 0)) + "\n"


def _blocks(parts: Iterable[nodes.Node], depth: int) -> Iterator[str]:
    """Each block of a page as lines of Markdown."""
    for node in parts:
        if isinstance(node, nodes.section):
            yield from _blocks(node.children, depth + 1)
        elif isinstance(node, nodes.Element) and not isinstance(node, UNSEEN):
            yield from (told for told in _block(node, depth) if told.strip())


def _block(node: nodes.Element, depth: int) -> Iterator[str]:
    match node:
        case nodes.title():
            yield f"{'#' * max(depth, 1)} {inline(node)}"
        case nodes.bullet_list() | nodes.enumerated_list():
            yield from (_indented("- ", item, depth) for item in node.children)
        case nodes.field():
            yield f"- {inline(node[0])}: {_on_one_line(node[1])}"
        case nodes.definition_list_item():
            yield f"{inline(node[0])}\n: {_on_one_line(node[-1])}"
        case nodes.table():
            yield "\n".join(_rows(node))
        case nodes.literal_block():
            yield f"````text\n{node.astext()}\n````"
        case addnodes.toctree():
            yield "\n".join(("```{toctree}", *(f":caption: {node['caption']}",) * bool(node.get("caption")), "",
                             *(f"/{target}" for _, target in node["entries"]), "```"))  # fmt: skip
        case bibliography():
            yield BIBLIOGRAPHY
        case nodes.Admonition():
            yield f"> {_on_one_line(node)}"
        case nodes.container() if "kb-source" in node["classes"]:
            yield from _blocks(node.children[1:], depth)  # its entry stands in the list of references
        case Details():
            yield from (_escaped(node.get("summary", "")), *_blocks(node.children, depth))
        case nodes.TextElement():
            yield inline(node)
        case _:
            yield from _blocks(node.children, depth)


def _indented(sign: str, item: nodes.Node, depth: int) -> str:
    told = "\n\n".join(_blocks(item.children, depth))
    return sign + told.replace("\n", "\n" + " " * len(sign))


def _on_one_line(node: nodes.Node) -> str:
    return " ".join(" ".join(_blocks(node.children, 0)).split())


def _rows(table: nodes.table) -> Iterator[str]:
    for number, row in enumerate(table.findall(nodes.row)):
        cells = [_on_one_line(cell) for cell in row.children]
        yield f"| {' | '.join(cells)} |"
        if not number:
            yield f"|{'---|' * len(cells)}"


def inline(node: nodes.Node) -> str:
    """The words of a block with their marks and links, on one line."""
    return " ".join("".join(map(_word, node.children)).split())


def _word(node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return _escaped(node.astext())
    if isinstance(node, nodes.literal):
        return _code(node.astext())
    if isinstance(node, addnodes.pending_xref):
        return _link(node)
    words = "".join(map(_word, node.children))
    if isinstance(node, nodes.reference) and "refuri" in node and words:
        return f"[{words}]({node['refuri'].replace(')', '%29').replace('(', '%28')})"
    sign = SIGNS.get(type(node), "") if words.strip() == words else ""
    return f"{sign}{words}{sign}"


def _code(words: str) -> str:
    """Code between more backticks than stand in it one after another."""
    fence = "`" * (1 + max(map(len, re.findall("`+", words)), default=0))
    return f"{fence} {words} {fence}"


def _link(node: addnodes.pending_xref) -> str:
    """A citation by its role, a link to a page as such; figures are told in plain words."""
    words, kind = "".join(map(_word, node.children)), (node["refdomain"], node["reftype"])
    if kind[0] == "cite":
        return f"{{cite:{kind[1]}}}`{node['reftarget']}`"
    if kind == ("kb", "source"):
        return f"{{cite:alp}}`{node['reftarget']}`"
    page = _page(node, kind)
    return words if not page or "kb-agreed" in node["classes"] else f"[{words or page}](/{page}.md)"


def _page(node: addnodes.pending_xref, kind: tuple[str, str]) -> str:
    target = str(node["reftarget"])
    if kind == ("kb", "ledger"):
        return LEDGER
    if kind[0] == "kb":
        return FACTS + target.partition("#")[0]
    if kind == ("std", "doc"):
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(node["refdoc"]), target)).strip("/")
    return target.strip("/") if kind == ("doc", "myst") else ""


def _escaped(words: str) -> str:
    return OWN_MARKS.sub(r"\\\1", words)
