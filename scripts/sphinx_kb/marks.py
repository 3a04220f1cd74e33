"""Finds the figures of a page where Markdown finds words: the text of the page is read as it stands, and never edited.

Markdown tells the lines of each paragraph, cell or title. Where a figure stands in one of them, the words of the figure
become a token of their own, beside those that would have been one token with them. What is no plain text for Markdown,
such as code, an address, a role or the argument of a directive, is never asked for figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from sphinx_kb.figures import Vouched, is_same

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

KIND = "kb_figure"
"""The kind of such a token, which :mod:`sphinx_kb.markdown` renders."""
_UNPLAIN = re.compile(r"[\n\t`*_\[\]<>{}!^|~$]|\\$")
"""What may begin, end or be something else than words; and half an escape."""


class Marks:
    """The figures of a page, by line; and those of the words that are being parsed, by place."""

    def __init__(self, text: str, figures: Iterable[Vouched]) -> None:
        self.base = 0
        """The line on which the text that is being parsed begins within the page."""
        self._lines = text.split("\n")
        self._figures: dict[int, list[Vouched]] = {}
        for figure in figures:
            self._figures.setdefault(figure.line - 1, []).append(figure)
        self._told: dict[int, int] = {}
        self._parsed = ""
        self._here: dict[int, tuple[int, Vouched]] = {}
        self._starts: list[int] = []  # the places, in order

    def use(self, parser: MarkdownIt) -> None:
        """Let a parser find these figures."""
        parser.core.ruler.at("inline", self._inline)
        parser.inline.ruler.at("text", self._text)
        parser.options["kb_marks"] = self

    def _inline(self, state: StateCore) -> None:
        """The rule of Markdown that reads the words of all blocks; of each it looks up the figures first."""
        for token in state.tokens:
            if token.type == "inline":
                self._find(token)
                token.children = [] if token.children is None else token.children
                state.md.inline.parse(token.content, state.md, state.env, token.children)
        self._parsed, self._here, self._starts = "", {}, []

    def _find(self, token: Token) -> None:
        """The figures of a block: its lines are those of the page, without what is around them."""
        self._parsed, self._here, at = token.content, {}, 0
        first = self.base + token.map[0] if token.map else len(self._lines)
        for row, words in enumerate(token.content.split("\n"), first):
            self._find_in(row, words, at)
            at += len(words) + 1
        self._starts = sorted(self._here)

    def _find_in(self, row: int, words: str, at: int) -> None:
        """The figures of one line; cells of a row of a table stand on the same line, one after the other."""
        if not words or row not in self._figures or row >= len(self._lines):
            return
        line = self._lines[row]
        column = line.find(words, self._told.get(row, 0))
        column = line.find(words) if column < 0 else column
        if column < 0:
            return
        self._told[row] = column + len(words)
        for figure in self._figures[row]:
            start, end = figure.start - column, figure.end - column
            if 0 <= start < end <= len(words) and _is_plain(words[start:end], figure):
                self._here[at + start] = at + end, figure

    def _text(self, state: StateInline, silent: bool) -> bool:
        """The rule of Markdown that takes words up to the next sign; it stops before a figure, and takes it alone."""
        known = state.src is self._parsed
        if not silent and known and state.pos in self._here:
            end, figure = self._here[state.pos]
            if end <= state.posMax:
                token = state.push(KIND, "", 0)
                token.content, token.meta = unescapeAll(state.src[state.pos : end]), {"figure": figure}
                state.pos = end
                return True
        sign = state.md.inline.terminator_re.search(state.src, state.pos)
        end = sign.start() if sign else state.posMax
        if not silent and known:
            following = bisect_right(self._starts, state.pos)
            end = min([end, *self._starts[following : following + 1]])
        if end <= state.pos:
            return False
        if not silent:
            state.append_pending(state.src[state.pos : end])
        state.pos = end
        return True


def _is_plain(words: str, figure: Vouched) -> bool:
    """Are these the words of the figure, and nothing but words for Markdown?"""
    read = unescapeAll(words)
    return not _UNPLAIN.search(words) and "&" not in read and is_same(read, figure.text)
