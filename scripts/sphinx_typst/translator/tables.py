"""Tables and timelines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import sqrt

from docutils import nodes

from sphinx_typst.translator.base import Base, array, child, elements

SHORT = 24
"""A column of which no cell is longer is as wide as its words; the others share what is left."""
ONCE = ("anchor", "inner", "outer", "footnote")
"""What may stand in one place of a document only."""
LONG_CELL = 600
"""A row with no longer cell stays on one page."""


class Tables(Base):
    """What is laid out in rows."""

    def visit_table(self, node: nodes.table) -> None:
        self.marks(node)
        group = next(each for each in node if isinstance(each, nodes.tgroup))
        caption = self.caption(node, child(node, nodes.title))
        head = child(group, nodes.thead) or nodes.thead()
        body = child(group, nodes.tbody) or nodes.tbody()
        if "timeline" in node["classes"]:
            rows = ", ".join(self._event(row) for row in elements(body))
            self.put(f"\n#timeline(caption: {caption}, {rows})\n")
            raise nodes.SkipNode
        specs = [each for each in group if isinstance(each, nodes.colspec)]
        stubs = [bool(spec.get("stub")) for spec in specs]
        header = _header(", ".join(self._cells(elements(head), []))) if len(head) else ""
        columns = array(_widths(node, specs, [*elements(head), *elements(body)]))
        shape = f"columns: {columns}, rows: {len(body)}, head: {len(head)}"
        cells = ", ".join(self._cells(elements(body), stubs))
        self.put(f"\n#plain-table(caption: {caption}, {shape}, {header}{cells})\n")
        raise nodes.SkipNode

    def _event(self, row: nodes.Element) -> str:
        """A row of a timeline: the date, the event, and whatever follows."""
        cells = [self.inner(entry.children) for entry in row]
        cells[:1] = [self.anchors(row) + cell for cell in cells[:1]]
        return array(f"[{cell}]" for cell in cells)

    def _cells(self, rows: Iterable[nodes.Element], stubs: list[bool]) -> Iterator[str]:
        for row in rows:
            anchors = self.anchors(row)
            is_kept = all(len(entry.astext()) <= LONG_CELL for entry in row)
            for column, entry in enumerate(elements(row)):
                told = ", ".join(_spans(entry) + ["breakable: false"] * is_kept)
                body = anchors + self.anchors(entry) + self.inner(entry.children)
                anchors = ""
                is_stub = column < len(stubs) and stubs[column]
                yield f"table.cell({told})[{f'#strong[{body}]' if is_stub else body}]"


def _header(cells: str) -> str:
    """The head of a table; repeated on each page it is an ornament there, which may hold no anchors, links or notes."""
    is_once = any(f"#{name}(" in cells for name in ONCE)
    return f"table.header({'repeat: false, ' * is_once}{cells}), "


def _spans(entry: nodes.Element) -> list[str]:
    """How many columns and rows a cell covers, and how it is aligned, where that is said."""
    spans = {"colspan": entry.get("morecols", 0) + 1, "rowspan": entry.get("morerows", 0) + 1}
    told = [f"{name}: {number}" for name, number in spans.items() if number > 1]
    sides = ("text-left", "text-right", "text-center")
    names: list[str] = entry.get("classes", [])
    aligned = [name for name in names if name in sides]
    return told + [f"align: {name.removeprefix('text-')} + top" for name in aligned[:1]]


def _widths(node: nodes.table, specs: list[nodes.colspec], rows: list[nodes.Element]) -> list[str]:
    """The widths given, else short columns as wide as their words and the rest by how much they hold."""
    given = [spec["colwidth"] for spec in specs]
    if "colwidths-auto" not in node["classes"] and len(set(given)) > 1:
        return [f"{width}fr" for width in given]
    longest = [0] * len(specs)
    for row in rows:
        if len(row.children) == len(specs):
            longest = [max(length, len(entry.astext())) for length, entry in zip(longest, row.children, strict=True)]
    if max(longest, default=0) <= SHORT:
        return ["auto"] * len(specs)
    return ["auto" if length <= SHORT else f"{sqrt(length):.2f}fr" for length in longest]
