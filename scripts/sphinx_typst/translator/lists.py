"""Lists, definitions and fields."""

from __future__ import annotations

from docutils import nodes

from sphinx_typst.translator.base import Base, string

NUMBERING = {"arabic": "1", "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}


class Lists(Base):
    """What is told item by item."""

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        self.marks(node)
        self.put(f"\n#list({self._items(node)})\n")
        raise nodes.SkipNode

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        self.marks(node)
        pattern = node.get("prefix", "") + NUMBERING[node.get("enumtype", "arabic")] + node.get("suffix", ".")
        self.put(f"\n#enum(numbering: {string(pattern)}, start: {node.get('start', 1)}, {self._items(node)})\n")
        raise nodes.SkipNode

    def _items(self, node: nodes.Element) -> str:
        return ", ".join(self.content(item.children) for item in node if isinstance(item, nodes.list_item))

    visit_list_item = Base.through
    depart_list_item = Base.nothing
    visit_glossary = Base.through
    depart_glossary = Base.nothing

    def visit_definition_list(self, node: nodes.definition_list) -> None:
        self.marks(node)
        for item in node:
            terms = [child for child in item if isinstance(child, (nodes.term, nodes.classifier))]
            told = ", ".join(self.content(c.children) for c in item if isinstance(c, nodes.definition)) or "[]"
            self.put(f"\n#definition([{self._terms(terms)}], {told})\n")
        raise nodes.SkipNode

    def _terms(self, terms: list[nodes.Element]) -> str:
        parts = []
        for term in terms:
            kept, self.out = self.out, []
            self.marks(term)
            anchors, self.out = self.body(), kept
            parts.append(anchors + self.capture(term.children))
        return '#", "'.join(parts)

    def visit_field_list(self, node: nodes.field_list) -> None:
        rows = (f"({self.content(field[0].children)}, {self.content(field[1].children)})" for field in node)
        self.put(f"\n#fields({', '.join(rows)})\n")
        raise nodes.SkipNode

    def visit_line_block(self, node: nodes.line_block) -> None:
        self.put("\n#lines[")

    depart_line_block = Base.close_block
    visit_line = Base.nothing

    def depart_line(self, node: nodes.line) -> None:
        self.put("#linebreak()")

    def visit_hlist(self, node: nodes.Element) -> None:
        self.put(f"\n#beside({', '.join(self.content(column.children) for column in node)})\n")
        raise nodes.SkipNode
