"""What stands in brackets in the text of a page: links, numbers of our own, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.token import Token

from kb.core.addresses import is_web
from kb.core.mark import Mark
from kb.core.model import Reference, Sentence
from kb.load.fence import BROKEN
from kb.load.gathered import Gathered
from kb.load.line import Line, short
from kb.load.links import astray, is_picture, page_of
from kb.load.place import Place
from kb.load.syntax import PARSER

_OWN = re.compile(r"(?:\d{1,3}(?:,\d{3})*|[A-Z]?[a-z]+(?:-[a-z]+)?)(?: [a-z]+){0,2}")
"""A number of ours and what it counts: no year, no day, no name."""
PLAIN = frozenset("strong_open strong_close em_open em_close".split())


class Brackets:
    """Reads links and spans from their opening to their closing, and pictures with the words that stand for them."""

    def __init__(self, place: Place, gathered: Gathered) -> None:
        self.place, self.gathered = place, gathered
        self.in_link = False
        self._opened: list[tuple[str, int, Mark]] = []
        self._labels: list[Sentence] = []

    @property
    def in_address(self) -> bool:
        """Do we stand in an address between angle brackets?"""
        return bool(self._opened) and self._opened[-1][0] == "address"

    def labels(self) -> list[Sentence]:
        """The words that stand for pictures, since this was last asked."""
        found, self._labels = self._labels, []
        return found

    def open_link(self, token: Token, line: Line) -> None:
        """A link begins."""
        target = PARSER.normalizeLinkText(str(token.attrGet("href") or ""))
        mark = self.place.mark(self.place.column)
        if wrong := astray(str(token.attrGet("href")) if is_web(target) else target):
            self.gathered.fault(mark, f"a link leads to {short(target)}, {wrong.why}", wrong.help)
        elif not is_web(target):
            self.gathered.links.append(Reference(page_of(target), mark))
        if self.in_link:
            self.gathered.fault(mark, f"a link to {short(target)} stands within a link", "put it outside", BROKEN)
        self.in_link = True
        self._opened.append(("address" if token.info == "auto" else "", line.length, mark))

    def close_link(self, line: Line) -> None:
        """A link ends; so does its target, which stands behind it."""
        kind, start, mark = self._opened.pop()
        self.in_link = False
        if line.length == start and mark.line == self.place.row + 1:
            self.gathered.fault(mark, "a link has no words", "say between the brackets where it leads", BROKEN)
        if kind:
            line.mask(start, kind)
            self.place.seek(">")
        elif "]" in self.place.rest:
            self.place.seek("]")
            self.place.seek({"(": ")", "[": "]"}.get(self.place.rest[:1], ""))

    def open_span(self, token: Token, line: Line) -> None:
        """A span with a class begins."""
        kind = "own" if str(token.attrGet("class") or "") == "own" else ""
        self._opened.append((kind, line.length, self.place.here("[")))

    def close_span(self, line: Line) -> None:
        """A span ends: it may only mark a number as our own."""
        kind, start, mark = self._opened.pop()
        words = line.since(start)
        if not kind:
            text = "a span of another class than `own` does not belong in a page"
            self.gathered.fault(mark, text, "write the words without brackets and braces")
        elif not _OWN.fullmatch(words):
            help = "mark a number and at most two words behind it; a date, a name or a sentence is never our own"
            self.gathered.fault(mark, f"{short(words)} is marked as our own", help)
        else:
            line.mask(start, kind)

    def picture(self, token: Token, in_heading: bool, read: Callable[[Token, Line], None]) -> None:
        """A picture shows no words of its own; what stands for it is read beside the sentence."""
        mark = self.place.here("![")
        self._hold_picture(str(token.attrGet("src") or ""), mark, in_heading)
        self.place.seek("![")
        words = Line()
        for child in token.children or ():
            if child.type in ("text", "text_special", *PLAIN):
                read(child, words)
            else:
                what = f"{child.type.replace('_', ' ')!r} in the words for a picture does not belong in a page"
                self.gathered.fault(self.place.here(""), what, "write plain words")
        said = words.sentence(self.place.path, self.place.row + 1)
        if said is None:
            help = "say between the brackets what it shows"
            self.gathered.fault(mark, "a picture has no words for those who do not see it", help, BROKEN)
        else:
            self._labels.append(said)
        self.place.seek("](")
        self.place.seek(")")

    def _hold_picture(self, target: str, mark: Mark, in_heading: bool) -> None:
        if not is_picture(target):
            help = "give the path of a png, jpg or svg file beside the page"
            self.gathered.fault(mark, f"a picture at {short(target)} does not belong in a page", help)
        else:
            self.gathered.files.append(Reference(target, mark))
        if self.in_link or in_heading:
            where = "link" if self.in_link else "heading"
            self.gathered.fault(mark, f"a picture stands within a {where}", "let it stand alone", BROKEN)
