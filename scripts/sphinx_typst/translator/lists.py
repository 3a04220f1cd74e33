"""Lists, definitions and fields."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinx_typst.translator.base import Base, array, child, elements, string

NUMBERING = {"arabic": "1", "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}

NAMEABLE = 4000
"""Up to which number letters and Roman numerals are used."""


class Lists(Base):
    """What is told item by item."""

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        self.marks(node)
        self.put(f"\n#list({self._items(node)})\n")
        raise nodes.SkipNode

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        self.marks(node)
        kind, start = node.get("enumtype", "arabic"), int(node.get("start", 1))
        if start + len(node) > NAMEABLE:  # where letters and Roman numerals grow without end
            kind = "arabic"
        pattern = node.get("prefix", "") + NUMBERING.get(kind, "1") + node.get("suffix", ".")
        self.put(f"\n#enum(numbering: {string(pattern)}, start: {start}, {self._items(node)})\n")
        raise nodes.SkipNode

    def _items(self, node: nodes.Element) -> str:
        items = [item for item in node if isinstance(item, nodes.list_item)]
        return ", ".join(f"[{self.anchors(item)}{self.inner(item.children)}]" for item in items)

    visit_list_item = Base.through
    depart_list_item = Base.nothing
    visit_glossary = Base.through
    depart_glossary = Base.nothing

    def visit_definition_list(self, node: nodes.definition_list) -> None:
        self.marks(node)
        for item in elements(node):
            terms = [each for each in elements(item) if isinstance(each, (nodes.term, nodes.classifier))]
            told = ", ".join(self.content(each.children) for each in item if isinstance(each, nodes.definition))
            self.put(f"\n#definition([{self._terms(terms)}], {told or '[]'})\n")
        raise nodes.SkipNode

    def _terms(self, terms: Sequence[nodes.Element]) -> str:
        shown = (self.anchors(term) + self.capture(term.children) for term in terms)
        return '#", "'.join(shown)

    def visit_field_list(self, node: nodes.Element) -> None:
        self.marks(node)
        rows = [f"({self.content(field[0].children)}, {self.content(field[1].children)})" for field in elements(node)]
        self.put(f"\n#fields{array(rows)}\n")
        raise nodes.SkipNode

    def visit_option_list(self, node: nodes.option_list) -> None:
        rows = []
        for item in elements(node):
            group, described = child(item, nodes.option_group), child(item, nodes.description)
            names = ", ".join(option.astext() for option in group) if group is not None else ""
            told = self.content(described.children if described is not None else [])
            rows.append(f"([#raw({string(names)})], {told})")
        self.put(f"\n#fields{array(rows)}\n")
        raise nodes.SkipNode

    def visit_line_block(self, node: nodes.line_block) -> None:
        self.marks(node)
        self.put("\n#lines[")

    depart_line_block = Base.close_block
    visit_line = Base.nothing

    def depart_line(self, node: nodes.line) -> None:
        self.put("#linebreak()")

    def visit_hlist(self, node: nodes.Element) -> None:
        self.put(f"\n#beside{array(self.content(column.children) for column in node)}\n")
        raise nodes.SkipNode
