"""Takes the marks of figures out of the parsed page again, and leaves links to the ledger where links may stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from sphinx_kb import nodes as kb_nodes
from sphinx_kb.figures import MARKED, NONE, STORE, Vouched, found
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


class TakeMarks(SphinxTransform):
    """Runs before translations are looked up by the words of the page, so that nobody else ever sees a mark."""

    default_priority = 1

    def apply(self, **_: object) -> None:
        """Clean all texts, sources and attributes; figures become nodes of their own."""
        known: list[Vouched] = self.env.temp_data.get(STORE) or []
        for element in list(self.document.findall(nodes.Element)):
            element.rawsource = clean(element.rawsource)
            element.attributes = {clean(name): value and clean(value) for name, value in element.attributes.items()}
            for text in [child for child in element.children if isinstance(child, nodes.Text)]:
                if text != clean(text):
                    element.replace(text, list(_parts(text, known if _may_link(element) else [])))


class LinkFigures(SphinxTransform):
    """Runs after translation: what was translated has lost its figures, the rest become links."""

    default_priority = 30

    def apply(self, **_: object) -> None:
        """A link to the statement behind each figure."""
        for figure in list(self.document.findall(Figure)):
            figure.replace_self(_link(figure.meant, figure.astext()))


def clean(value: Any) -> Any:
    """The same value without any mark, however deep it is. Attributes of nodes may hold anything."""
    if isinstance(value, str):
        return value if value.isascii() else value.translate(NONE)
    if isinstance(value, dict):
        return {clean(name): clean(part) for name, part in value.items()}
    if type(value) in (list, tuple):
        return type(value)(map(clean, value))
    return value


def _may_link(element: nodes.Element | None) -> bool:
    while element is not None:
        if isinstance(element, UNLINKED):
            return False
        element = element.parent
    return True


def _parts(text: nodes.Text, known: list[Vouched]) -> Iterator[nodes.Node]:
    """The text in pieces: what is a figure, and what stands between."""
    end = 0
    for marked in MARKED.finditer(text):
        figure = found(marked, known)
        if figure is not None:
            yield from _plain(text[end : marked.start()])
            made = Figure("", marked[2])
            made.meant = figure
            yield made
            end = marked.end()
    yield from _plain(text[end:])


def _plain(text: str) -> Iterator[nodes.Text]:
    words = text.translate(NONE)
    if words:
        yield nodes.Text(words)


def _link(figure: Vouched, words: str) -> nodes.Node:
    made = kb_nodes.link(figure.kind, figure.target, words, "kb-agreed")
    made["kbfigure"] = True
    if figure.others:
        made["kbothers"] = figure.others
    if figure.kind == "entity":
        made["classes"].append("kb-computed")
        made["kbtip"] = BREAK.join(["Computed, not quoted", figure.how])
    return made
