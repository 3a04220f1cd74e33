"""Links the figures of a page to the ledger, where links may stand; elsewhere they are words like others."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sphinx_kb import nodes as kb_nodes
from sphinx_kb.figures import Vouched
from sphinx_kb.tooltips import BREAK

UNLINKED = (
    nodes.reference, addnodes.pending_xref, addnodes.download_reference, nodes.target, nodes.FixedTextElement,
    nodes.Titular, nodes.caption, nodes.term, nodes.label, nodes.field_name, nodes.literal, nodes.Invisible,
    nodes.system_message,
)  # fmt: skip
"""In these no link may stand, or none of ours is meant."""


class Figure(nodes.inline):
    """A figure that will be a link, once the page has been translated where it is to be; ``meant`` says which."""

    meant: Vouched


def figure(meant: Vouched, words: str) -> Figure:
    """The node of a figure."""
    made = Figure("", words)
    made.meant = meant
    return made


class LinkFigures(SphinxTransform):
    """Runs after translation: what was translated has lost its figures, the rest become links or words."""

    default_priority = 30

    def apply(self, **_: object) -> None:
        """A link to the statement behind each figure."""
        for each in list(self.document.findall(Figure)):
            if _may_link(each):
                each.replace_self(_link(each.meant, each.astext()))
            else:
                _dissolve(each)


def _may_link(element: nodes.Element | None) -> bool:
    while element is not None:
        if isinstance(element, UNLINKED):
            return False
        element = element.parent
    return True


def _dissolve(figure: Figure) -> None:
    """Make one text of a figure and the words beside it."""
    above, words = figure.parent, figure.astext()
    start = above.index(figure)
    end = start + 1
    if start > 0 and isinstance(above[start - 1], nodes.Text):
        start, words = start - 1, above[start - 1].astext() + words
    if end < len(above) and isinstance(above[end], nodes.Text):
        words, end = words + above[end].astext(), end + 1
    above[start:end] = [nodes.Text(words)]


def _link(figure: Vouched, words: str) -> nodes.Node:
    made = kb_nodes.link(figure.kind, figure.target, words, "kb-agreed")
    made["kbfigure"] = True
    if figure.others:
        made["kbothers"] = figure.others
    if figure.kind == "entity":
        made["classes"].append("kb-computed")
        made["kbtip"] = BREAK.join(["Computed, not quoted", figure.how])
    return made
