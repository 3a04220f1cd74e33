"""Boxes: admonitions, key facts, cards and other containers."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes
from sphinx.locale import admonitionlabels

from sphinx_typst.translator.base import Base, string

KINDS = ("attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "seealso")
NAVIGATION = "sd-container-fluid"
"""A grid of cards leads on to other pages; on paper the contents do that."""


class Boxes(Base):
    """What stands in a frame."""

    def _box(self, node: nodes.Element, kind: str, title: str | None = None) -> None:
        self.marks(node)
        told = f"[#{string(title)}]" if title else "none"
        if node.children and isinstance(node[0], nodes.title):
            told = self.content(node[0].children)
        self.put(f"\n#admonition({string(kind)}, {told})[")

    def visit_admonition(self, node: nodes.admonition) -> None:
        self._box(node, next((name for name in node["classes"] if not name.startswith("admonition")), "note"))

    depart_admonition = Base.close_block

    def visit_topic(self, node: nodes.topic) -> None:
        if "contents" in node["classes"]:
            raise nodes.SkipNode
        self._box(node, "note")

    depart_topic = Base.close_block
    visit_sidebar = visit_topic
    depart_sidebar = Base.close_block

    def visit_versionmodified(self, node: nodes.Element) -> None:
        self.put("\n#emph[")

    depart_versionmodified = Base.close_block

    def visit_container(self, node: nodes.container) -> None:
        if NAVIGATION in node["classes"]:
            raise nodes.SkipNode
        self.marks(node)
        if "keyfacts" in node["classes"]:
            self._key_facts(node)
        node["opened"] = bool(node["classes"])
        if node["opened"]:
            self.put(f"\n#group({self.classes(node)})[")

    def depart_container(self, node: nodes.container) -> None:
        self.put("]\n" if node["opened"] else "")

    def _key_facts(self, node: nodes.container) -> None:
        """Two lists side by side, split here: a show rule that splits one list breaks PDF/UA's list structure."""
        columns: list[str] = []
        for child in node:
            if isinstance(child, nodes.bullet_list):
                half = (len(child) + 1) // 2
                columns += [self._column(child.children[:half]), self._column(child.children[half:])]
            elif "keyfacts-title" not in child.get("classes", []):
                columns.append(self.content([child]))
        title, asof = node.get("title", "Key facts"), node.get("asof", "")
        self.put(f"\n#key-facts({string(title)}, {string(asof)}, {', '.join(c for c in columns if c)})\n")
        raise nodes.SkipNode

    def _column(self, items: Sequence[nodes.Node]) -> str:
        those = ", ".join(self.content(item.children) for item in items)
        return f"list({those})" if those else ""


def _titled(kind: str) -> None:
    def visit(self: Boxes, node: nodes.Element) -> None:
        self._box(node, kind, str(admonitionlabels.get(kind, kind.title())))

    setattr(Boxes, f"visit_{kind}", visit)
    setattr(Boxes, f"depart_{kind}", Base.close_block)


for _kind in KINDS:
    _titled(_kind)
