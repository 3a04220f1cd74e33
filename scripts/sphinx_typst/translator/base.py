"""What all parts of the translator share: output, capture, labels, and strings that cannot be markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxTranslator

from sphinx_typst.breaking import longest
from sphinx_typst.labels import Labels, figure_kind, label
from sphinx_typst.origins import Origins
from sphinx_typst.scripts import clean
from sphinx_typst.settings import words

if TYPE_CHECKING:
    from sphinx_typst.printing import Printing

logger = logging.getLogger(__name__)
_SPACE = re.compile(r"\A(?:\s|/\*\d+\*/)*")


def string(text: str) -> str:
    """A Typst string: every text of a page is written as one, so nothing in it can be markup or code."""
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("/*", "/\\u{2a}") + '"'  # comments are ours: they tell the origin


def folded(text: str) -> str:
    """The text with line ends as spaces."""
    return re.sub(r"[ \t]*\n[ \t]*", " ", text)


def trimmed(text: str) -> str:
    """Typst without the space around it; what tells its origin stays."""
    space = _SPACE.match(text)
    kept = "".join(space[0].split()) if space else ""
    return kept + text[space.end() if space else 0 :].rstrip()


def array(items: Iterable[str]) -> str:
    """A Typst array, also of one item or none."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def elements(node: nodes.Element) -> list[nodes.Element]:
    """What a node holds beside text."""
    return [each for each in node if isinstance(each, nodes.Element)]


def child(node: nodes.Element, kind: type[nodes.Element]) -> nodes.Element | None:
    """The first child of a kind."""
    return next((each for each in node if isinstance(each, kind)), None)


def _depth(node: nodes.Element) -> int:
    depth = 0
    while node.parent is not None:
        node, depth = node.parent, depth + 1
    return depth


class Base(SphinxTranslator):
    """Writes Typst piece by piece; nodes it does not know keep their text and give a warning."""

    template = "brief"
    builder: Printing

    def __init__(self, document: nodes.document, builder: Printing) -> None:
        super().__init__(document, builder)
        self.out: list[str] = []
        self.level = 0
        self.pages = [document.get("docname", "")]
        self.places = Labels(document)
        self.marked: set[str] = set()
        self.origins = Origins()
        self.at = (self.pages[0], 1)
        self.noted, self.is_titled = "none", False
        self.is_plain = False
        self.left_out: set[int] = set()
        self.explained: set[tuple[str, str]] = set()
        self.words = words(self.config)
        self.language = (self.config.language or "en").partition("_")[0]

    def body(self) -> str:
        """Everything written."""
        return "".join(self.out)

    def put(self, text: str) -> None:
        """Write Typst."""
        self.out.append(text)

    def label(self, id: str) -> str:
        """The label of an id on the page being written."""
        return label(self.pages[-1], id)

    def mark(self, name: str) -> None:
        """Write an anchor that a link leads to, once."""
        if name in self.places.wanted and name not in self.marked and not self.is_plain:
            self.marked.add(name)
            self.put(f"#anchor({string(name)})")

    def marks(self, node: nodes.Element) -> None:
        """Write an anchor for every id of a node."""
        ids: list[str] = node.get("ids", [])
        for id in ids:
            self.mark(self.label(id))

    def anchors(self, *those: nodes.Element) -> str:
        """The anchors of nodes, as text."""
        kept, self.out = self.out, []
        for node in those:
            self.marks(node)
        captured, self.out = self.body(), kept
        return captured

    def capture(self, those: Iterable[nodes.Node]) -> str:
        """What nodes would write, as text."""
        kept, self.out = self.out, []
        for node in those:
            node.walkabout(self)
        captured, self.out = self.body(), kept
        return captured

    def content(self, those: Iterable[nodes.Node]) -> str:
        """What nodes would write, as a Typst content block."""
        return f"[{self.inner(those)}]"

    def inner(self, those: Iterable[nodes.Node]) -> str:
        """What nodes would write, without the space around it."""
        return trimmed(self.capture(those))

    def fitted(self, those: Iterable[nodes.Node], room: float) -> str:
        """The same where a line has room for about so many letters; a word that has more is broken."""
        kept = list(those)
        body = self.content(kept)
        is_wide = any(longest(each.astext()) > 0.6 * room for each in kept)
        return f"fitted({body})" if is_wide else body

    def plain(self, those: Iterable[nodes.Node]) -> str:
        """The same as words alone: no anchors, links and notes, so that it can stand in a second place."""
        self.is_plain = True
        captured = self.content(those)
        self.is_plain = False
        return captured

    def caption(self, node: nodes.Element, words: nodes.Element | None) -> str:
        """A caption with the number that it has in this document, or ``none``."""
        if words is None:
            return "none"
        number = node.get("typst-number")
        pattern = self.config.numfig_format.get(figure_kind(node), "") if self.config.numfig and number else ""
        shown = f"#strong[#{string(pattern % number)}]#h(.6em)" if "%s" in pattern else ""
        return f"[{shown}{self.inner(words.children)}]"

    def classes(self, node: nodes.Element, among: Sequence[str]) -> list[str]:
        """Those classes of a node that the templates know."""
        names: list[str] = node.get("classes", [])
        return [name for name in names if name in among]

    def dispatch_visit(self, node: nodes.Node) -> None:
        """Visit a node, and say in a comment which page and line it comes from."""
        if (
            isinstance(node, nodes.Element)
            and node.line
            and (isinstance(node, nodes.image) or not isinstance(node, nodes.Inline))
        ):
            self.at = (self.pages[-1], node.line)
            self.builder.place = f"{self.builder.env.doc2path(self.pages[-1], False)}:{node.line}"
            self.put(self.origins.mark(self.builder.place, _depth(node)))
        try:
            super().dispatch_visit(node)
        except nodes.SkipNode:
            if f"visit_{type(node).__name__}" in vars(self):  # taught by an extension, which says what it prints of it
                self.left_out.add(id(node))
            raise

    def unknown_visit(self, node: nodes.Node) -> None:
        """Keep the text of a node that has no rendering."""
        logger.warning(
            "no Typst rendering for %r; its text is kept", type(node).__name__, location=self.at, type="typst",
            subtype="node", once=True,
        )  # fmt: skip
        self.through(node)

    def unknown_departure(self, node: nodes.Node) -> None:
        """Nothing to close."""

    def skip(self, node: nodes.Node) -> None:
        """Leave a node out."""
        raise nodes.SkipNode

    def through(self, node: nodes.Node) -> None:
        """Write what a node holds, and its anchors."""
        if isinstance(node, nodes.Element):
            self.marks(node)

    def nothing(self, node: nodes.Node) -> None:
        """Nothing to write."""

    def close(self, node: nodes.Node) -> None:
        """Close a content block."""
        self.put("]")

    def close_block(self, node: nodes.Node) -> None:
        """Close a content block that stands on its own lines."""
        self.put("]\n")
