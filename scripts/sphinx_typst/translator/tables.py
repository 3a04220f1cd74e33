"""Tables, timelines, figures and images."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docutils import nodes

from sphinx_typst.translator.base import Base, logger, string

_LENGTH = re.compile(r"([\d.]+)\s*(px|%|pt|cm|mm|in|em|)")


class Tables(Base):
    """What is laid out in rows, and pictures."""

    def visit_table(self, node: nodes.table) -> None:
        self.marks(node)
        group = next(child for child in node if isinstance(child, nodes.tgroup))
        title = next((child for child in node if isinstance(child, nodes.title)), None)
        caption = self.content(title.children) if title is not None else "none"
        head = next((child for child in group if isinstance(child, nodes.thead)), [])
        body = next((child for child in group if isinstance(child, nodes.tbody)), [])
        if "timeline" in node["classes"]:
            rows = ", ".join(self._array(row) for row in body)
            self.put(f"\n#timeline(caption: {caption}, {rows})\n")
            raise nodes.SkipNode
        specs = [child for child in group if isinstance(child, nodes.colspec)]
        columns = "".join(f"{spec['colwidth']}fr, " for spec in specs)
        header = f"table.header({', '.join(self._cells(head, []))}), " if len(head) else ""
        cells = ", ".join(self._cells(body, [bool(spec.get("stub")) for spec in specs]))
        self.put(f"\n#plain-table(caption: {caption}, columns: ({columns}), {header}{cells})\n")
        raise nodes.SkipNode

    def _array(self, row: nodes.row) -> str:
        anchors = self._row_anchors(row)
        cells = [self.capture(entry.children).strip() for entry in row]
        cells[0] = anchors + cells[0] if cells else ""
        return "(" + "".join(f"[{cell}], " for cell in cells) + ")"

    def _row_anchors(self, row: nodes.row) -> str:
        kept, self.out = self.out, []
        self.marks(row)
        anchors, self.out = self.body(), kept
        return anchors

    def _cells(self, rows: Iterable[nodes.row], stubs: list[bool]) -> Iterator[str]:
        for row in rows:
            anchors = self._row_anchors(row)
            for column, entry in enumerate(row):
                spans = {"colspan": entry.get("morecols", 0) + 1, "rowspan": entry.get("morerows", 0) + 1}
                told = ", ".join(f"{name}: {number}" for name, number in spans.items() if number > 1)
                body = anchors + self.capture(entry.children).strip()
                anchors = ""
                is_stub = column < len(stubs) and stubs[column]
                yield f"table.cell({told})[{f'#strong[{body}]' if is_stub else body}]"

    def visit_figure(self, node: nodes.figure) -> None:
        self.marks(node)
        caption = next((child for child in node if isinstance(child, nodes.caption)), None)
        legend = next((child for child in node if isinstance(child, nodes.legend)), None)
        rest = [child for child in node if child is not caption and child is not legend]
        words = self.capture(caption.children if caption is not None else []) + self.capture(
            legend.children if legend else []
        )
        told = f"[{words.strip()}]" if words.strip() else "none"
        self.put(f"\n#picture(caption: {told})[{self.capture(rest)}]\n")
        raise nodes.SkipNode

    def visit_image(self, node: nodes.image) -> None:
        self.marks(node)
        uri = node["uri"]
        if not node.get("alt"):
            logger.warning("the image %s has no alt text", uri, location=node, type="typst", subtype="alt")
        sizes = "".join(f", {name}: {size}" for name in ("width", "height") if (size := _length(node.get(name))))
        name = self.builder.images.get(uri, uri)
        drawn = f"image({string('/_images/' + name)}, alt: {string(node.get('alt') or uri)}{sizes})"
        within = isinstance(node.parent, nodes.TextElement) and not isinstance(node.parent, nodes.figure)
        self.put(f"#box({drawn})" if within else f"\n#{drawn}\n")
        raise nodes.SkipNode


def _length(text: object) -> str | None:
    """A length as Typst writes it; pixels are three quarters of a point."""
    match = _LENGTH.fullmatch(str(text)) if text else None
    if not match:
        return None
    number, unit = float(match[1]), match[2] or "px"
    return f"{number * 0.75:g}pt" if unit == "px" else f"{number:g}{unit}"
