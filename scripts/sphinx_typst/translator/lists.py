"""Lists, definitions and fields."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes

from sphinx_typst.translator.base import Base, array, child, elements, string

NUMBERING = {"arabic": "1", "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}

ROOM = 45
"""About so many letters fill a line of what is told of a field."""
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
        fields = [elements(field) for field in elements(node)]
        rows = [f"({self.fitted(name.children, ROOM)}, {self.fitted(told.children, ROOM)})" for name, told in fields]
        self.put(f"\n#fields({_long([name.astext() for name, _ in fields])}{', '.join(rows)})\n")
        raise nodes.SkipNode

    def visit_option_list(self, node: nodes.option_list) -> None:
        rows, known = [], []
        for item in elements(node):
            group, described = child(item, nodes.option_group), child(item, nodes.description)
            names = ", ".join(option.astext() for option in group) if group is not None else ""
            told = self.fitted(described.children if described is not None else [], ROOM)
            rows.append(f"(fitted(raw({string(names)})), {told})")
            known.append(names)
        self.put(f"\n#fields({_long(known)}{', '.join(rows)})\n")
        raise nodes.SkipNode

    def visit_line_block(self, node: nodes.line_block) -> None:
        self.marks(node)
        self.put("\n#lines[")

    depart_line_block = Base.close_block
    visit_line = Base.nothing

    def depart_line(self, node: nodes.line) -> None:
        self.put("#linebreak()")

    def visit_hlist(self, node: nodes.Element) -> None:
        room = 100 / max(1, len(node))
        self.put(f"\n#beside{array(self.fitted(column.children, room) for column in node)}\n")
        raise nodes.SkipNode


def _long(names: Sequence[str]) -> str:
    """Names of fields that would leave no room for what is told of them get a third of the line."""
    return f"long: {str(any(len(name) > ROOM - 10 for name in names)).lower()}, "
