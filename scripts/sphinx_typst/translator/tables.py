"""Tables and timelines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, sqrt

from docutils import nodes

from sphinx_typst.translator.base import Base, array, child, elements

SHORT = 24
"""A column of which no cell is longer is as wide as its words; the others share what is left."""
ONCE = ("anchor", "inner", "outer", "footnote")
"""What may stand in one place of a document only."""
LETTERS = 100
"""About so many letters fill a line as wide as the page."""
FEW = 16
"""A row of at most so many lines stays on one page."""
NARROWEST = 0.05
"""No column has a smaller part of the table, as a word would not fit it."""
SOME, MANY = 7, 40
"""A table of at most so many rows, and lines, stays on one page; a longer one goes on, and repeats its head."""
PICTURE = 20
"""About so many lines are as tall as a picture."""
DATE = 40
"""A date of more letters is broken, to leave room for what happened."""


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
        longest = _longest(len(specs), [*elements(head), *elements(body)])
        widths = _widths(node, specs, longest)
        rooms = _rooms(widths, longest)
        header = self._header(elements(head), rooms)
        tall = sum(_height(row, rooms) for row in [*elements(head), *elements(body)])
        parted = str(len(body) > SOME or tall > MANY).lower()
        shape = f"columns: {array(widths)}, head: {len(head)}, goes-on: {parted}"
        cells = ", ".join(self._cells(elements(body), stubs, rooms))
        self.put(f"\n#plain-table(caption: {caption}, {shape}, {header}{cells})\n")
        raise nodes.SkipNode

    def _header(self, rows: list[nodes.Element], rooms: list[float]) -> str:
        """The head of a table, which no page break parts; one that is too tall for that is a row like others.

        Repeated on each page it is an ornament there, which may hold no anchors, links or notes.
        """
        cells = ", ".join(self._cells(rows, [], rooms))
        if sum(_height(row, rooms) for row in rows) > FEW:
            return f"{cells}, "
        is_once = any(f"#{name}(" in cells for name in ONCE)
        return f"table.header({'repeat: false, ' * is_once}{cells}), " if cells else ""

    def _event(self, row: nodes.Element) -> str:
        """A row of a timeline: the date, the event, and whatever follows."""
        cells = [self.inner(entry.children) for entry in row]
        if cells and len(row[0].astext()) > DATE:
            cells[0] = f"#narrow[{cells[0]}]"
        cells[:1] = [self.anchors(row) + cell for cell in cells[:1]]
        return array(f"[{cell}]" for cell in cells)

    def _cells(self, rows: Iterable[nodes.Element], stubs: list[bool], rooms: list[float]) -> Iterator[str]:
        for row in rows:
            anchors = self.anchors(row)
            is_kept = _height(row, rooms) <= FEW
            for column, (entry, room) in enumerate(_roomy(row, rooms)):
                told = "".join(f"{each}, " for each in _spans(entry) + ["breakable: false"] * is_kept)
                is_stub = column < len(stubs) and stubs[column]
                body = self.fitted(entry.children, room)
                body = f"strong({body})" if is_stub else body
                before = anchors + self.anchors(entry)
                anchors = ""
                yield f"table.cell({told}[{before}#{body}])" if before else f"table.cell({told}{body})"


def _roomy(row: nodes.Element, rooms: list[float]) -> list[tuple[nodes.Element, float]]:
    """The cells of a row, each with the letters that a line of it has room for, at least."""
    cells = elements(row)
    return list(zip(cells, rooms if len(cells) == len(rooms) else [min(rooms)] * len(cells), strict=True))


def _height(row: nodes.Element, rooms: list[float]) -> int:
    """About how many lines a row takes."""
    return max((_lines(entry, room) for entry, room in _roomy(row, rooms)), default=0)


def _lines(entry: nodes.Element, room: float) -> int:
    """About how many lines a cell takes where a line has room for so many letters."""
    lines = 0
    for each in entry.findall(nodes.Element):
        if isinstance(each, nodes.image):
            lines += PICTURE
        elif isinstance(each, nodes.FixedTextElement):
            lines += each.astext().count("\n") + 2
        elif isinstance(each, nodes.TextElement) and not isinstance(each, nodes.Inline):
            lines += max(1, ceil(len(each.astext()) / room))
    return lines


def _spans(entry: nodes.Element) -> list[str]:
    """How many columns and rows a cell covers, and how it is aligned, where that is said."""
    spans = {"colspan": entry.get("morecols", 0) + 1, "rowspan": entry.get("morerows", 0) + 1}
    told = [f"{name}: {number}" for name, number in spans.items() if number > 1]
    sides = ("text-left", "text-right", "text-center")
    names: list[str] = entry.get("classes", [])
    aligned = [name for name in names if name in sides]
    return told + [f"align: {name.removeprefix('text-')} + top" for name in aligned[:1]]


def _longest(columns: int, rows: Iterable[nodes.Element]) -> list[int]:
    """How many letters the longest cell of each column has; what is more than paragraphs takes whole lines."""
    longest = [0] * columns
    for row in rows:
        if len(row.children) == columns:
            longest = [max(length, _length(entry)) for length, entry in zip(longest, elements(row), strict=True)]
    return longest


def _length(entry: nodes.Element) -> int:
    is_plain = all(isinstance(each, (nodes.paragraph, nodes.bullet_list)) for each in entry)
    return len(entry.astext()) + (0 if is_plain else SHORT)


def _widths(node: nodes.table, specs: list[nodes.colspec], longest: list[int]) -> list[str]:
    """The widths given, else short columns as wide as their words and the rest by how much they hold."""
    given = [spec["colwidth"] for spec in specs]
    if "colwidths-auto" not in node["classes"] and len(set(given)) > 1:
        return [f"{max(width, NARROWEST * sum(given)):g}fr" for width in given]
    if max(longest, default=0) <= SHORT:
        return ["auto"] * len(specs)
    return ["auto" if length <= SHORT else f"{sqrt(length):.2f}fr" for length in longest]


def _rooms(widths: list[str], longest: list[int]) -> list[float]:
    """About how many letters a line of each column has room for."""
    taken = [float(length) if width == "auto" else 0.0 for width, length in zip(widths, longest, strict=True)]
    shares = [0.0 if width == "auto" else float(width.removesuffix("fr")) for width in widths]
    left, whole = LETTERS - sum(taken), sum(shares)
    if left > 0 and (left > LETTERS / 4 or not whole):  # short columns are as wide as their words, and more
        taken = [2 * letters for letters in taken]
    else:
        left = LETTERS / 4 if whole else 0.0
        taken = [letters / sum(taken) * (LETTERS - left) for letters in taken]
    return [
        max(1.0, letters if width == "auto" else left * share / whole)
        for width, letters, share in zip(widths, taken, shares, strict=True)
    ]
