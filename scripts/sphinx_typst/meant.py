"""What a document holds for the eye of a reader: the texts that must be found again on paper."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from docutils import nodes
from docutils.utils import get_source_line
from sphinx import addnodes

from sphinx_typst.scripts import clean, composed

UNSEEN = (
    nodes.Invisible, nodes.raw, nodes.system_message, nodes.label, nodes.docinfo, nodes.decoration, addnodes.index,
    addnodes.number_reference, addnodes.toctree, addnodes.highlightlang, addnodes.tabular_col_spec,
)  # fmt: skip
"""What no reader is meant to see, or sees in other words: numbers of figures are counted for each PDF."""
HIDDEN = ("visually-hidden", "sr-only", "kb-label")
"""Classes of words that are there for programs that read aloud."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A text, and the page and line that it comes from."""

    text: str
    place: str = ""


def meant_of(tree: nodes.document, title: str, told: object, left_out: Collection[int]) -> Iterator[Meant]:
    """All text of a document: its title and answer, and its tree but for what extensions leave out, by identity."""
    heading = next(iter(tree.findall(nodes.title)), None)
    yield Meant(title)
    answer = told.get("answer", []) if isinstance(told, dict) else []
    yield from map(Meant, answer)
    for text in _texts(tree, {*left_out, id(heading)}):
        source, line = get_source_line(text.parent)
        yield Meant(composed(clean(text.astext())), f"{source}:{line}" if source and line else "")


def _texts(node: nodes.Node, left_out: Collection[int]) -> Iterator[nodes.Text]:
    """All text below a node that is meant to be seen."""
    if isinstance(node, nodes.Text):
        yield node
    elif id(node) not in left_out and not _is_unseen(node):
        is_bare = isinstance(node, nodes.section) and _holds_only_notes(node)
        for child in node.children:
            if not (is_bare and isinstance(child, nodes.title)):
                yield from _texts(child, left_out)


def _is_unseen(node: nodes.Node) -> bool:
    if isinstance(node, UNSEEN):
        return True
    classes: list[str] = node.get("classes", []) if isinstance(node, nodes.Element) else []
    if isinstance(node, nodes.thead):  # rows of a timeline need no head
        return "timeline" in node.parent.parent["classes"]
    return any(name in HIDDEN for name in classes) or (isinstance(node, nodes.topic) and "contents" in classes)


def _holds_only_notes(node: nodes.section) -> bool:
    """Does nothing stand under a heading but notes? They are at the foot of their pages, and it is not needed."""
    rest = [each for each in node if not isinstance(each, (nodes.title, nodes.transition, nodes.Invisible))]
    return bool(rest) and all(isinstance(each, nodes.footnote) for each in rest)
