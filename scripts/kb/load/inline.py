"""Turns the inline tokens of a block into sentences, one a line, with the place of every character."""

from __future__ import annotations

import re

from markdown_it.token import Token

from kb.core.model import Sentence
from kb.load.brackets import PLAIN, Brackets
from kb.load.footnotes import Footnotes
from kb.load.gathered import Gathered
from kb.load.line import Line, short
from kb.load.place import Place
from kb.load.roles import Roles
from kb.load.stray_faults import fault as stray_fault
from kb.load.strays import strays
from kb.load.syntax import attributes

_HTML = re.compile(r"<[A-Za-z/!?][^<>\n]{0,200}>?")
_ADDRESS = re.compile(
    r"https?://\S+|(?<![\w.@/-])(?:www\.\w\S*|(?:[a-z0-9-]+\.)+[a-z]{2,10}/\S+|doi:\s?10\.\d{4,9}/\S+"
    r"|[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)"
)
"""An address as it is written in a sentence: it holds figures, and claims nothing."""
_KEPT = {"link_open": {"href"}, "image": {"src", "alt"}, "span_open": {"class"}}
"""The attributes that a token of Markdown has without any braces behind it, and the class of a span."""


class Inline:
    """Walks inline tokens with a place in the source, so that each character knows where it was written."""

    def __init__(self, place: Place, gathered: Gathered, footnotes: Footnotes, vouched: bool) -> None:
        self.place, self.gathered, self.footnotes, self.vouched = place, gathered, footnotes, vouched
        self.roles, self.brackets = Roles(place, gathered), Brackets(place, gathered)
        self._in_heading = False

    def sentences(self, token: Token, in_heading: bool = False) -> list[Sentence]:
        """The sentences of one inline token: one a source line."""
        made, line = [], Line()
        self._in_heading = in_heading
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                made.append(line.sentence(self.place.path, self.place.row + 1))
                line = Line()
                if child.type == "hardbreak":
                    self._hold_break()
                self.place.start(self.place.row + 1)
            else:
                self.child(child, line)
        made.append(line.sentence(self.place.path, self.place.row + 1))
        return [sentence for sentence in made if sentence is not None]

    def child(self, token: Token, line: Line) -> None:
        """Read one inline token into the line."""
        if token.attrs:
            self._hold_attributes(token)
        match token.type:
            case "text":
                self._text(token.content, line)
            case "text_special":
                self._special(token, line)
            case "code_inline":
                self._code(token.content, line)
            case "myst_role":
                self.roles.read(token, line, self.brackets.in_link)
            case "footnote_ref":
                called = f"[^{token.meta['label']}]"
                self.footnotes.call(str(token.meta["label"]), self.place.here(called), self._in_heading)
                self.place.seek(called)
            case "link_open":
                self.brackets.open_link(token, line)
            case "link_close":
                self.brackets.close_link(line)
            case "image":
                self.brackets.picture(token, self._in_heading, self.child)
            case "span_open":
                self.brackets.open_span(token, line)
            case "span_close":
                self.brackets.close_span(line)
            case kind if kind not in PLAIN:
                self._refuse("", f"{kind.replace('_', ' ')!r}", "write it in plain Markdown")

    def _hold_break(self) -> None:
        text = "a line break within a paragraph does not belong in a page"
        mark = self.place.mark(len(self.place.line(self.place.row).rstrip()))
        self.gathered.fault(mark, text, "remove the spaces or the `\\` at the end of the line, or begin a paragraph")

    def _hold_attributes(self, token: Token) -> None:
        more = attributes(token) - _KEPT.get(token.type, set())
        if "title" in more:
            self._refuse("", "the title of a link or picture", "say it in the text")
        elif more:
            self._refuse("{", "what stands in braces", "remove the braces and what is in them")

    def _refuse(self, word: str, what: str, help: str) -> None:
        self.gathered.fault(self.place.here(word), f"{what} does not belong in a page", help)

    def _text(self, text: str, line: Line) -> None:
        column, start = self.place.seek(text), line.length
        for found in _HTML.finditer(text) if "<" in text else ():
            what = f"raw HTML {short(found[0])} does not belong in a page"
            self.gathered.fault(self.place.mark(column + found.start()), what, "write it in Markdown")
        line.add(text, self.place.row + 1, column + 1)
        if ("." in text or "@" in text) and not self.brackets.in_address:
            found_in = _ADDRESS.finditer(line.since(start))
            line.masked.extend((start + found.start(), start + found.end(), "address") for found in found_in)

    def _special(self, token: Token, line: Line) -> None:
        """A character that is written as another: ``&nbsp;``, which may name what no file should hold."""
        column = self.place.seek(token.markup or token.content)
        beside = (line.text[-1][-1:] if line.text else "") + token.content  # another script shows beside a letter
        line.add(token.content, self.place.row + 1, column + 1, step=False)
        for stray in strays(beside) if not beside.isascii() else ():
            self.gathered.faults.append(stray_fault(self.place.mark(column), stray))

    def _code(self, text: str, line: Line) -> None:
        if self.vouched:
            self._refuse("`", f"the code {short(text)}", "say it in words")
        start = line.length
        line.add(text, self.place.row + 1, self.place.seek(text) + 1)
        line.mask(start, "code")
