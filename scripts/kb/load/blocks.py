"""Collects the blocks of a page: sentences that belong together, with their section and the group they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from kb.core.model import Block, Sentence
from kb.load.footnotes import Footnotes
from kb.load.gathered import Gathered
from kb.load.inline import Inline
from kb.load.place import Place
from kb.load.syntax import PARSER


class Blocks:
    """What was read of a page so far; text is added with the kind of block that it is."""

    def __init__(self, path: str, text: str, vouched: bool) -> None:
        self.vouched = vouched
        self.place = Place(path, text.split("\n"))
        self.gathered = Gathered()
        self.footnotes = Footnotes()
        self.inline = Inline(self.place, self.gathered, self.footnotes, vouched)
        self.env: dict[str, object] = {}
        self.blocks: list[Block] = []
        self.group = self._section = 0

    def report(self, row: int, word: str, text: str, help: str, rule: str) -> None:
        """Report what a page may not hold, where a word stands on a row."""
        self.gathered.fault(self.place.at(row, word), text, help, rule)

    def tokens(self, text: str) -> list[Token]:
        """The block tokens of a text; what is defined in one part of a page counts in all."""
        return PARSER.parse(text, self.env)

    def add(self, kind: str, sentences: Sequence[Sentence], line: int) -> None:
        """Add a block, and beside it the words that stand for its pictures."""
        if sentences:
            self._section += kind == "heading"
            self.blocks.append(Block(kind, tuple(sentences), self.group, line, self._section))
        for sentence in self.inline.brackets.labels():
            self.blocks.append(Block("label", (sentence,), self.group, sentence.mark.line, self._section))

    def parse(self, text: str, row: int, kind: str) -> None:
        """Add a text that stands on one row."""
        self.place.start(row, max(self.place.line(row).find(text), 0))
        for token in PARSER.parseInline(text, self.env):
            self.add(kind, self.inline.sentences(token), row + 1)
