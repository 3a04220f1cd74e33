"""Turns the inline tokens of a block into sentences, one a line, with the place of every character."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from kb.finding import Finding
from kb.load.folding import fold
from kb.load.strays import fault as stray_fault
from kb.load.strays import strays
from kb.mark import Mark
from kb.model import Citation, Reference, Sentence

CITES = frozenset({"cite:p", "cite:t", "cite", "cite:ps", "cite:ts"})
DERIVED = frozenset({"kb:count", "kb:holder"})
SHOWN = frozenset({"term", "doc", "ref", "abbr", "emphasis", "strong", "sub", "sup"})
_CITED = re.compile(r"(?:\{[^}]*\})?([^{},\s]+)(?:\{([^}]*)\})?")
_TITLED = re.compile(r"(.*?)\s*<([^>]*)>", re.S)
_PAGE = re.compile(r"([^#?]+)\.(?:md|yaml)(?:[#?]|$)")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
FORBIDDEN_ROLES = frozenset({"raw", "eval-rst", "include"})

Fault = Callable[[Mark, str, str], None]


class Line:
    """The sentence being read on one source line."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.citations: list[Citation] = []
        self.masked: list[tuple[int, int, str]] = []

    def add(self, text: str, line: int, column: int, step: bool = True) -> None:
        """Add text, folded, that starts at a place; without ``step`` all of it stands there."""
        folded, kept = fold(text)
        if folded[:1] == " " and self._ends_in_space:
            folded, kept = folded[1:], kept[1:]
        if folded:
            self.text.append(folded)
            self.places.extend((line, column + at if step else column) for at in kept)

    @property
    def length(self) -> int:
        return len(self.places)

    @property
    def _ends_in_space(self) -> bool:
        return bool(self.text) and self.text[-1].endswith(" ")

    def trim(self) -> None:
        """A citation stands behind a space that the reader does not see as part of the sentence."""
        joined = "".join(self.text)
        kept = joined.rstrip(" ")
        self.text, self.places = [kept], self.places[: len(kept)]

    def sentence(self, path: str, line: int) -> Sentence | None:
        text = "".join(self.text)
        if not text.strip() and not self.citations:
            return None
        masked = list(self.masked) + [(*m.span(), "quote") for m in _QUOTED.finditer(text)]
        first = self.places[0] if self.places else (line, 1)
        return Sentence(text, tuple(self.places), tuple(self.citations), tuple(sorted(masked)), Mark(path, *first))


class Inline:
    """Walks inline tokens with a cursor in the source, so that each character knows where it was written."""

    def __init__(self, path: str, lines: Sequence[str], fault: Fault) -> None:
        self.path = path
        self.lines = lines
        self.fault = fault
        self.row, self.column = 0, 0
        self.references: list[Reference] = []
        self.links: list[Reference] = []
        self.strays: list[Finding] = []
        self._opened: list[tuple[str, int]] = []

    def start(self, row: int, column: int = 0) -> None:
        """Put the cursor on a source line (from 0) and column (from 0)."""
        self.row, self.column = row, column

    def sentences(self, token: Token) -> list[Sentence]:
        """The sentences of one inline token: one a source line."""
        made, line = [], Line()
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                made.append(line.sentence(self.path, self.row + 1))
                line = Line()
                self.start(self.row + 1)
            else:
                self.child(child, line)
        made.append(line.sentence(self.path, self.row + 1))
        return [sentence for sentence in made if sentence is not None]

    def child(self, token: Token, line: Line) -> None:
        """Read one inline token into the line."""
        match token.type:
            case "text":
                line.add(token.content, self.row + 1, self._seek(token.content) + 1)
            case "text_special":
                self._special(token, line)
            case "code_inline":
                self._masked(token.content, line, "code")
            case "myst_role":
                self._role(token, line)
            case "link_open":
                self._link(token)
            case "link_close":
                self._seek("](")
                self._seek(")")
            case "span_open":
                self._opened.append(("own" if "own" in str(token.attrGet("class") or "").split() else "", line.length))
            case "span_close":
                kind, start = self._opened.pop()
                if kind:
                    line.masked.append((start, line.length, kind))
            case "html_inline":
                mark = Mark(self.path, self.row + 1, self._seek(token.content) + 1)
                self.fault(mark, f"raw HTML {_short(token.content)}", "write it in Markdown")
            case _:
                pass

    def _special(self, token: Token, line: Line) -> None:
        """A character that is written as another: ``&nbsp;``, which may name what no file should hold."""
        column = self._seek(token.markup or token.content) + 1
        start = sum(map(len, line.text))
        line.add(token.content, self.row + 1, column, step=False)
        beside = "".join(line.text)[:start][-1:] + token.content  # a letter of another script shows beside others
        for stray in strays(beside) if not beside.isascii() else ():
            self.strays.append(stray_fault(Mark(self.path, self.row + 1, column), stray))

    def _seek(self, text: str) -> int:
        """Move the cursor behind the next occurrence of the text; its column, from 0."""
        while True:
            source = self.lines[self.row] if self.row < len(self.lines) else ""
            found = source.find(text, self.column)
            if found >= 0:
                self.column = found + len(text)
                return found
            return self.column

    def _masked(self, text: str, line: Line, kind: str) -> None:
        start = line.length
        line.add(text, self.row + 1, self._seek(text) + 1)
        line.masked.append((start, line.length, kind))

    def _link(self, token: Token) -> None:
        target = str(token.attrGet("href") or "")
        scheme = re.match(r"\s*([A-Za-z][A-Za-z0-9+.-]*):", target)
        if scheme and scheme[1].lower() not in ("http", "https"):
            mark = Mark(self.path, self.row + 1, self.column + 1)
            self.fault(mark, f"a link to {_short(target)}", "link to an http or https address, or to a page")
        page = _PAGE.match(target)
        if page and not scheme:
            self.links.append(Reference(page[1], Mark(self.path, self.row + 1, self.column + 1)))

    def _role(self, token: Token, line: Line) -> None:
        name, content = str(token.meta["name"]), token.content
        opened = self._seek("{" + name + "}`")
        column = opened + len(name) + 3
        if name in FORBIDDEN_ROLES:
            self.fault(Mark(self.path, self.row + 1, opened + 1), f"the role {name!r}", "write it in Markdown")
        if name in CITES:
            self._cite(name, content, column, line)
        elif name in SHOWN:
            titled = _TITLED.fullmatch(content)
            shown = titled[1] if titled else "" if name in ("doc", "ref") else content
            line.add(shown, self.row + 1, column + 1)
            if name == "doc":
                target = titled[2] if titled else content
                self.links.append(Reference(target.strip(), Mark(self.path, self.row + 1, column + 1)))
        else:
            if name in DERIVED:
                body = content.partition("@")[0].strip()
                self.references.append(Reference(body, Mark(self.path, self.row + 1, column + 1)))
            start = line.length
            line.add(content, self.row + 1, column + 1)
            line.masked.append((start, line.length, "role"))
        self.column = column
        self._seek("`")

    def _cite(self, name: str, content: str, column: int, line: Line) -> None:
        line.trim()
        folded, kept = fold(content)
        for match in _CITED.finditer(folded):
            mark = Mark(self.path, self.row + 1, column + kept[match.start(1)] + 1)
            line.citations.append(Citation(match[1], (match[2] or "").strip(), line.length, mark, name))


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:37] + "…")
