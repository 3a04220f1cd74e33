"""Boxes: admonitions, key facts, cards and other containers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from docutils import nodes

from sphinx_typst.translator.base import array, elements, string
from sphinx_typst.translator.code import Code

KINDS = ("attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "seealso")
TOLD = ("sd-card", "sd-card-title", "sd-tab-item", "sd-tab-label", "sd-card-footer", "epigraph", "pull-quote")
"""Classes of containers that the templates know."""
DROPDOWN = "dropdown"
ROOM = 45
"""About so many letters fill a line of key facts, which stand in two columns."""


class Boxes(Code):
    """What stands in a frame."""

    def _box(self, node: nodes.Element, kind: str, title: str | None = None) -> None:
        self.marks(node)
        told = f"[#{string(title)}]" if title else "none"
        if node.children and isinstance(node[0], nodes.title):
            told = self.content(node[0].children)
        self.put(f"\n#admonition({string(kind)}, {told})[")

    def visit_admonition(self, node: nodes.admonition) -> None:
        self._box(node, next((name for name in node["classes"] if not name.startswith("admonition")), "note"))

    depart_admonition = Code.close_block

    def visit_topic(self, node: nodes.topic) -> None:
        if "contents" in node["classes"]:
            raise nodes.SkipNode
        self._box(node, "note")

    depart_topic = Code.close_block

    def visit_sidebar(self, node: nodes.sidebar) -> None:
        self._box(node, "note")

    depart_sidebar = Code.close_block

    def visit_versionmodified(self, node: nodes.Element) -> None:
        self.marks(node)
        self.put("\n#block[")

    depart_versionmodified = Code.close_block

    def visit_container(self, node: nodes.container) -> None:
        if "keyfacts" in node["classes"]:
            self._key_facts(node)
            raise nodes.SkipNode
        if node.get("literal_block"):
            self.listing(node)
            raise nodes.SkipNode
        self.marks(node)
        names = self.classes(node, TOLD)
        if node.get("design_component") == DROPDOWN:
            names.append(DROPDOWN)
        node["opened"] = bool(names)
        self.put(f"\n#group({array(map(string, names))})[" if names else "")

    def depart_container(self, node: nodes.container) -> None:
        self.put("]\n" if node["opened"] else "")

    def _key_facts(self, node: nodes.container) -> None:
        """Two lists side by side, split here: a show rule that splits one list breaks PDF/UA's list structure."""
        self.marks(node)
        title, asof = node.get("title"), node.get("asof", "")
        columns: list[str] = []
        for child in elements(node):
            if isinstance(child, nodes.bullet_list):
                at = _middle([len(item.astext()) for item in child])
                columns += [self._column(child.children[:at]), self._column(child.children[at:])]
            elif _is_title(child):
                title = child.astext() if title is None else title  # an empty one leaves it to the words of print
            elif "asof" in child.get("classes", []):
                asof = asof or child.astext()
            else:
                columns.append(self.content([child]))
        shown = ", ".join(column for column in columns if column)
        told = f"{self.words['keyfacts-asof']} {asof}" if asof else ""
        self.put(f"\n#key-facts({string(title or self.words['keyfacts'])}, {string(told)}, {shown})\n")

    def _column(self, items: Sequence[nodes.Node]) -> str:
        those = ", ".join(self.fitted(item.children, ROOM) for item in items)
        return f"list({those})" if those else ""


def _is_title(node: nodes.Element) -> bool:
    return isinstance(node, (nodes.rubric, nodes.title)) or (
        isinstance(node, nodes.paragraph) and any("title" in name for name in node["classes"])
    )


def _middle(lengths: list[int]) -> int:
    """After how many items the first of two columns is best closed, so that both hold about as much."""
    if len(lengths) < 2:
        return len(lengths)
    total = sum(lengths)
    filled = list(accumulate(lengths))[:-1]
    return min(range(1, len(lengths)), key=lambda at: (abs(2 * filled[at - 1] - total), -at))


def _titled(kind: str) -> None:
    def visit(self: Boxes, node: nodes.Element) -> None:
        self._box(node, kind, self.words[kind])

    setattr(Boxes, f"visit_{kind}", visit)
    setattr(Boxes, f"depart_{kind}", Code.close_block)


for _kind in KINDS:
    _titled(_kind)
