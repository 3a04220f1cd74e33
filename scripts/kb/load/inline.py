"""Turns the inline tokens of a block into sentences, one a line, with the place of every character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from posixpath import dirname, join, normpath

from markdown_it.token import Token

from kb.addresses import is_web
from kb.finding import Finding
from kb.load.fields import closest
from kb.load.folding import fold
from kb.load.footnotes import Footnotes
from kb.load.links import astray, is_picture, page_of
from kb.load.markup import ROLES
from kb.load.paths import DOWNLOADS
from kb.load.strays import fault as stray_fault
from kb.load.strays import strays
from kb.load.syntax import PARSER, attributes
from kb.mark import Mark
from kb.model import Asked, Citation, Reference, Sentence

CITES = frozenset({"cite:p", "cite:t"})
DERIVED = frozenset({"kb:count", "kb:holder"})
_CITED = re.compile(r"(?:\{[^{}]*\})?([^{},\s]+)(?:\{([^{}]*)\})?")
_TITLED = re.compile(r"(.*?)\s*<([^>]*)>", re.S)
_QUOTES = {"“": "”", '"': '"'}
_QUOTE = re.compile('[“"]')
_HTML = re.compile(r"<[A-Za-z/!?][^<>\n]{0,200}>?")
_ADDRESS = re.compile(r"https?://\S+")
_OWN = re.compile(r"(?:\d{1,3}(?:,\d{3})*|[A-Z]?[a-z]+(?:-[a-z]+)?)(?: [a-z]+){0,2}")
"""A number of ours and what it counts: no year, no day, no name."""
_PLAIN = frozenset("strong_open strong_close em_open em_close".split())
_KEPT = {"link_open": {"href"}, "image": {"src", "alt"}, "span_open": {"class"}}
"""The attributes that a token of Markdown has without any braces behind it, and the class of a span."""

Fault = Callable[..., None]


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
        masked = list(self.masked) + [(start, end, "quote") for start, end in _quoted(text)]
        first = self.places[0] if self.places else (line, 1)
        return Sentence(text, tuple(self.places), tuple(self.citations), tuple(sorted(masked)), Mark(path, *first))


class Inline:
    """Walks inline tokens with a cursor in the source, so that each character knows where it was written."""

    def __init__(
        self, path: str, lines: Sequence[str], fault: Fault, footnotes: Footnotes, vouched: bool = True
    ) -> None:
        self.path = path
        self.lines = lines
        self.fault = fault
        self.footnotes = footnotes
        self.vouched = vouched
        self.row, self.column = 0, 0
        self.references: list[Reference] = []
        self.links: list[Reference] = []
        self.files: list[Reference] = []
        self.asked: list[Asked] = []
        self.strays: list[Finding] = []
        self._opened: list[tuple[str, int, Mark]] = []
        self._labels: list[Sentence] = []
        self._in_link = self._in_heading = False

    def start(self, row: int, column: int = 0) -> None:
        """Put the cursor on a source line (from 0) and column (from 0)."""
        self.row, self.column = row, column

    def labels(self) -> list[Sentence]:
        """The words that stand for pictures, since this was last asked."""
        found, self._labels = self._labels, []
        return found

    def sentences(self, token: Token, in_heading: bool = False) -> list[Sentence]:
        """The sentences of one inline token: one a source line."""
        made, line = [], Line()
        self._in_heading = in_heading
        for child in token.children or []:
            if child.type in ("softbreak", "hardbreak"):
                made.append(line.sentence(self.path, self.row + 1))
                line = Line()
                if child.type == "hardbreak":
                    text = "a line break within a paragraph does not belong in a page"
                    mark = Mark(self.path, self.row + 1, len(self._line.rstrip()) + 1)
                    self.fault(mark, text, "remove the spaces or the `\\` at the end of the line, or begin a paragraph")
                self.start(self.row + 1)
            else:
                self.child(child, line)
        made.append(line.sentence(self.path, self.row + 1))
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
                if self.vouched:
                    self._refuse("`", f"the code {_short(token.content)}", "say it in words")
                self._masked(token.content, line, "code")
            case "myst_role":
                self._role(token, line)
            case "footnote_ref":
                label = str(token.meta["label"])
                self.footnotes.call(label, self._here(f"[^{label}]"), self._in_heading)
                self._seek(f"[^{label}]")
            case "link_open":
                self._link(token, line)
            case "link_close":
                self._close_link(line)
            case "image":
                self._image(token)
            case "span_open":
                kind = "own" if str(token.attrGet("class") or "") == "own" else ""
                self._opened.append((kind, line.length, self._here("[")))
            case "span_close":
                self._close_span(line)
            case kind if kind in _PLAIN:
                pass
            case kind:
                self._refuse("", f"{kind.replace('_', ' ')!r}", "write it in plain Markdown")

    def _hold_attributes(self, token: Token) -> None:
        more = attributes(token) - _KEPT.get(token.type, set())
        if "title" in more:
            self._refuse("", "the title of a link or picture", "say it in the text")
        elif more:
            self._refuse("{", "what stands in braces", "remove the braces and what is in them")

    @property
    def _line(self) -> str:
        return self.lines[self.row] if self.row < len(self.lines) else ""

    def _here(self, word: str) -> Mark:
        """Where a word stands next on the line, without going there."""
        return Mark(self.path, self.row + 1, max(self._line.find(word, self.column), self.column) + 1)

    def _refuse(self, word: str, what: str, help: str) -> None:
        self.fault(self._here(word), f"{what} does not belong in a page", help)

    def _text(self, text: str, line: Line) -> None:
        column, start = self._seek(text), line.length
        for found in _HTML.finditer(text) if "<" in text else ():
            mark = Mark(self.path, self.row + 1, column + found.start() + 1)
            self.fault(mark, f"raw HTML {_short(found[0])} does not belong in a page", "write it in Markdown")
        line.add(text, self.row + 1, column + 1)
        if self._opened and self._opened[-1][0] == "address":
            return
        added = "".join(line.text)[start:] if "://" in text else ""
        line.masked.extend((start + m.start(), start + m.end(), "address") for m in _ADDRESS.finditer(added))

    def _special(self, token: Token, line: Line) -> None:
        """A character that is written as another: ``&nbsp;``, which may name what no file should hold."""
        column = self._seek(token.markup or token.content) + 1
        beside = (line.text[-1][-1:] if line.text else "") + token.content  # another script shows beside a letter
        line.add(token.content, self.row + 1, column, step=False)
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

    def _link(self, token: Token, line: Line) -> None:
        target = PARSER.normalizeLinkText(str(token.attrGet("href") or ""))
        mark = Mark(self.path, self.row + 1, self.column + 1)
        if wrong := astray(str(token.attrGet("href")) if is_web(target) else target):
            self.fault(mark, f"a link leads to {_short(target)}, {wrong.why}", wrong.help)
        elif not is_web(target):
            self.links.append(Reference(page_of(target), mark))
        if self._in_link:
            self.fault(mark, f"a link to {_short(target)} stands within a link", "put it outside", "broken-markup")
        self._in_link = True
        self._opened.append(("address" if token.info == "auto" else "", line.length, mark))

    def _close_link(self, line: Line) -> None:
        kind, start, mark = self._opened.pop()
        self._in_link = False
        if line.length == start and mark.line == self.row + 1:
            self.fault(mark, "a link has no words", "say between the brackets where it leads", "broken-markup")
        if kind:
            line.masked.append((start, line.length, kind))
            self._seek(">")
        elif self._line.find("]", self.column) >= 0:
            self._seek("]")
            behind = self._line[self.column : self.column + 1]
            self._seek({"(": ")", "[": "]"}.get(behind, ""))

    def _close_span(self, line: Line) -> None:
        kind, start, mark = self._opened.pop()
        words = "".join(line.text)[start:]
        if not kind:
            text = "a span of another class than `own` does not belong in a page"
            self.fault(mark, text, "write the words without brackets and braces")
        elif not _OWN.fullmatch(words):
            help = "mark a number and at most two words behind it; a date, a name or a sentence is never our own"
            self.fault(mark, f"{_short(words)} is marked as our own", help)
        else:
            line.masked.append((start, line.length, kind))

    def _image(self, token: Token) -> None:
        """A picture shows no words of its own; what stands for it is read beside the sentence."""
        target, mark = str(token.attrGet("src") or ""), self._here("![")
        if not is_picture(target):
            help = "give the path of a png, jpg or svg file beside the page"
            self.fault(mark, f"a picture at {_short(target)} does not belong in a page", help)
        else:
            self.files.append(Reference(target, mark))
        if self._in_link or self._in_heading:
            where = "link" if self._in_link else "heading"
            self.fault(mark, f"a picture stands within a {where}", "let it stand alone", "broken-markup")
        self._seek("![")
        words = Line()
        for child in token.children or ():
            if child.type in ("text", "text_special", *_PLAIN):
                self.child(child, words)
            else:
                self._refuse("", f"{child.type.replace('_', ' ')!r} in the words for a picture", "write plain words")
        said = words.sentence(self.path, self.row + 1)
        if said is None:
            help = "say between the brackets what it shows"
            self.fault(mark, "a picture has no words for those who do not see it", help, "broken-markup")
        else:
            self._labels.append(said)
        self._seek("](")
        self._seek(")")

    def _role(self, token: Token, line: Line) -> None:
        name, content = str(token.meta["name"]), token.content
        opened = self._seek("{" + name + "}`")
        column = opened + len(name) + 3
        mark = Mark(self.path, self.row + 1, opened + 1)
        self._hold_role(name, content, mark)
        if name in CITES:
            self._cite(name, content, column, line)
        elif name == "doc":
            titled = _TITLED.fullmatch(content)
            line.add(titled[1] if titled else "", self.row + 1, column + 1)
            target = titled[2] if titled else content
            self.links.append(Reference(target.strip(), Mark(self.path, self.row + 1, column + 1)))
        else:
            if name in DERIVED:
                body = content.partition("@")[0].strip()
                self.references.append(Reference(body, Mark(self.path, self.row + 1, column + 1)))
                self.asked.append(Asked(name, content, mark))
            elif name == "download":
                self.files.append(Reference(content, Mark(self.path, self.row + 1, column + 1)))
            start = line.length
            line.add(content, self.row + 1, column + 1)
            line.masked.append((start, line.length, "role"))
        self.column = column
        self._seek("`")

    def _hold_role(self, name: str, content: str, mark: Mark) -> None:
        form = ROLES.get(name)
        if form is None:
            help = closest(name, ROLES) or "write it in Markdown"
            self.fault(mark, f"the role {name!r} does not belong in a page", help)
        elif not form.fits(content):
            text = f"the role {name!r} holds {_short(content)}, against {form.told}"
            self.fault(mark, text, f"write {form.told}", "broken-markup")
        elif name == "download" and normpath(join(dirname(self.path), content)) not in DOWNLOADS:
            self.fault(mark, f"the file {_short(content)} is none that may be offered", "leave it out")
        elif self._in_link:
            self.fault(mark, f"the role {name!r} stands within a link", "put it outside the brackets", "broken-markup")

    def _cite(self, name: str, content: str, column: int, line: Line) -> None:
        line.trim()
        folded, kept = fold(content)
        for match in _CITED.finditer(folded):
            mark = Mark(self.path, self.row + 1, column + kept[match.start(1)] + 1)
            line.citations.append(Citation(match[1], (match[2] or "").strip(), line.length, mark, name))


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """The spans of quotations with their marks; one that is never closed opens none."""
    never: set[str] = set()
    at = 0
    while opened := _QUOTE.search(text, at):
        end = -1 if opened[0] in never else text.find(_QUOTES[opened[0]], opened.end())
        at = opened.end()
        if end < 0:
            never.add(opened[0])
        else:
            at = end + 1
            yield opened.start(), at


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:37] + "…")
