"""Letters that no font can show: each is told with its page and line, and a sign stands in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import typst
from docutils import nodes
from sphinx.util import logging

from sphinx_typst.glyphs import missing
from sphinx_typst.scripts import clean, clusters, composed

logger = logging.getLogger(__name__)
SIGN = "\ufffd"
WRITTEN = ("alt", "title", "asof")
"""Attributes of nodes that are printed or read aloud."""


class Unprintable:
    """What the fonts of a build cannot show; each letter is asked for once."""

    def __init__(self, fonts: typst.Fonts) -> None:
        self._fonts = fonts
        self._asked: set[str] = set()
        self._lacking: set[str] = set()

    def mend(self, tree: nodes.document) -> None:
        """Put the sign wherever a tree holds such a letter."""
        self._ask(text for _, _, text in _texts(tree))
        for node, name, text in list(_texts(tree)):
            mended = self._told(text, node)
            if mended == text:
                continue
            if isinstance(node, nodes.Element):
                node[name] = mended
            else:
                node.parent.replace(node, nodes.Text(mended))

    def mended(self, told: object, docname: str) -> object:
        """The same texts, lists and mappings with the sign put in; they come from the front matter of a page."""
        if isinstance(told, dict):
            return {name: self.mended(value, docname) for name, value in told.items()}
        if isinstance(told, list):
            return [self.mended(value, docname) for value in told]
        if not isinstance(told, str):
            return told
        self._ask([told])
        return composed(self._told(clean(told), docname))

    def _ask(self, texts: Iterable[str]) -> None:
        letters = {each for text in texts if not text.isascii() for each in clusters(composed(clean(text)))}
        letters -= self._asked
        self._lacking |= missing(sorted(letters), self._fonts) if letters else set()
        self._asked |= letters

    def _told(self, text: str, location: nodes.Node | str) -> str:
        if text.isascii() or not self._lacking:
            return text
        letters = clusters(composed(clean(text)))
        lacking = [each for each in dict.fromkeys(letters) if each in self._lacking]
        if not lacking:
            return text
        named = ", ".join(f"{each!r} ({' '.join(f'U+{ord(letter):04X}' for letter in each)})" for each in lacking)
        logger.warning(
            "no font holds %s; %s stands in the PDF", named, SIGN, location=location, type="typst", subtype="letter"
        )
        return "".join(SIGN if each in self._lacking else each for each in letters)


def _texts(tree: nodes.document) -> Iterator[tuple[nodes.Node, str, str]]:
    """Every text of a tree: the node, the attribute it stands in (none for plain text), and its words."""
    for node in tree.findall():
        if isinstance(node, nodes.Text):
            yield node, "", node.astext()
        elif isinstance(node, nodes.Element):
            yield from ((node, name, node[name]) for name in WRITTEN if isinstance(node.get(name), str))
