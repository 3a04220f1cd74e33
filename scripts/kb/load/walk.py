"""Walks the block tokens of a page and reads each: headings, rows, footnotes, text and directives."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from kb.core.mark import Mark
from kb.load.blocks import Blocks
from kb.load.bodies import FENCES
from kb.load.directives import Directives
from kb.load.fence import BROKEN
from kb.load.level import Level
from kb.load.line import joined
from kb.load.numbering import Numbering
from kb.load.outline import Outline
from kb.load.tokens import hold

_DEEPEST = 16
"""Levels of blocks; what stands behind the twentieth Markdown leaves out without a word."""


class Walk:
    """Reads a page into blocks; directives are read on with the line they start at."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.outline = Outline(blocks.report)
        self.numbering = Numbering(blocks.report)
        self._directives = Directives(blocks, self.read)

    def read(self, tokens: Sequence[Token], base: int = 0, within: tuple[str, ...] = (), heads: int = 0) -> None:
        """Read block tokens whose line 0 is line ``base`` of the file."""
        level, row = Level(within, heads), base
        for number, token in enumerate(tokens):
            row = base + token.map[0] if token.map else row
            if token.level > _DEEPEST:
                text = "lists and quotations stand within each other too deep"
                self.blocks.report(row, "", text, "write plain text", BROKEN)
                break
            level.step(token)
            self.numbering.step(token, row)
            hold(token, row, bool(number or within), self.blocks.report)
            self.blocks.group += level.begins(token)
            if token.type == "heading_open":
                nested = bool(level.inside) or len(level.opened) > 1
                self.outline.read(token, tokens[number + 1], row, nested)
            elif token.type == "inline":
                self._words(token, level, row)
            elif token.type in FENCES:
                self._directives.read(token, row, within)
            else:
                self._other(token, level, row)

    def _other(self, token: Token, level: Level, row: int) -> None:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            self.blocks.footnotes.define(label, self.blocks.place.at(row, f"[^{label}]:"))
        elif level.opens_row(token):
            level.row = []
            self.blocks.place.start(row)
        elif level.closes_row(token):
            is_head = "thead" in level.opened or level.heads > 0
            level.heads -= 1
            row_of_cells = [joined(level.row, row + 1)] if level.row else []
            self.blocks.add("header-row" if is_head else "row", row_of_cells, row + 1)

    def _words(self, token: Token, level: Level, row: int) -> None:
        if not level.in_cell:
            self.blocks.place.start(row)
        found = self.blocks.inline.sentences(token, in_heading=level.opened[-1] == "heading")
        if level.in_row:
            level.row.extend(found)
        else:
            self.blocks.add(level.kind, found, row + 1)

    def hold_front(self, token: Token) -> None:
        """Front matter stands between two lines of three dashes."""
        first, last = 0, token.map[1] - 1 if token.map else 0
        wrong = next((row for row in (first, last) if self.blocks.place.line(row).rstrip() != "---"), None)
        if wrong is not None:
            text = "front matter ends in something else than `---`"
            self.blocks.report(wrong, "", text, "write three dashes", BROKEN)

    def close(self, asof: str) -> None:
        """Report what can be told only when all was read; ``asof`` is the day of the page."""
        self._directives.close(asof)
        fault = self.blocks.gathered.fault
        if not any(block.kind == "heading" for block in self.blocks.blocks) and not self.outline.begun:
            help = "write one heading with one `#` above the text"
            fault(Mark(self.blocks.place.path), "the page has no title", help, BROKEN)
        for mark, text, help in self.blocks.footnotes.faults():
            fault(mark, text, help, BROKEN)
        for twice in self.blocks.env.get("duplicate_refs", ()):  # type: ignore[attr-defined]
            text = f"the address of {twice['label'].lower()!r} stands twice"
            self.blocks.report(twice["map"][0], "[", text, "keep one of the two", BROKEN)
