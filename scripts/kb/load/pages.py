"""Reads a MyST page into blocks of sentences, with the place of every character and without Sphinx."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from kb.finding import Finding, impossible
from kb.load.decoding import decode
from kb.load.front import Front, front
from kb.load.inline import Inline
from kb.mark import Mark
from kb.model import Block, Citation, Page, Reference, Sentence

UNVOUCHED = frozenset({"rules", "contributing", "about"})
PROSE = frozenset(
    "note tip warning important caution attention hint danger seealso admonition epigraph keyfacts list-table table"
    " figure dropdown card grid grid-item grid-item-card topic sidebar container".split()
)
"""Directives whose body is prose of ours and is read on."""
ADDRESSED = frozenset("figure grid grid-item container".split())
"""Directives whose argument is no prose: a path, a number of columns, a class."""
SILENT = frozenset(
    "toctree bibliography code-block image glossary kb:members kb:tenures kb:timeline kb:disagreements kb:statements"
    " kb:articles kb:balance kb:entities kb:rules kb:totals kb:planted kb:shares".split()
)
"""Directives that hold no sentences, or only derived ones."""
_DIRECTIVE = re.compile(r"\{([\w:.-]+)\}\s*(.*)")
_OPTION = re.compile(r"\s*:[\w-]+:")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    for plugin in (front_matter_plugin, myst_role_plugin, myst_block_plugin, footnote_plugin, colon_fence_plugin):
        parser.use(plugin)
    parser.use(deflist_plugin).use(attrs_plugin, spans=True).use(attrs_block_plugin)
    parser.disable("text_join")  # which would take away where an escape or an entity was written
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # every link is read, and judged by us
    return parser


PARSER = _parser()


@lru_cache(maxsize=4096)
def page(path: str, data: bytes) -> Page:
    """Read one page; what a page must not hold becomes a finding of the page."""
    text, faults = decode(path, data)
    vouched = PurePosixPath(path).parts[1] not in UNVOUCHED
    if text is None:
        return Page(path, path, (), {}, (), "", vouched, (), faults)
    if not text.strip():
        empty = impossible(Mark(path), "the page is empty", "write it, or remove the file", rule="unreadable")
        return Page(path, path, (), {}, (), text, vouched, (), (empty,))
    reader = _Reader(path, text)
    tokens = PARSER.parse(text)
    meta = front(path, tokens[0].content) if tokens and tokens[0].type == "front_matter" else Front()
    reader.blocks.extend(meta.blocks)
    reader.read(tokens, 0)
    title = next((block.sentences[0].text for block in reader.blocks if block.kind == "heading"), path)
    references = (*meta.references, *reader.references, *reader.inline.references)
    return Page(
        path, title, meta.about, meta.fields, tuple(reader.blocks), text, vouched, references,
        (*faults, *meta.faults, *reader.faults, *reader.inline.strays), tuple(reader.inline.links),
    )  # fmt: skip


class _Reader:
    """Collects blocks from tokens; directives are read on with the line they start at."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.blocks: list[Block] = []
        self.faults: list[Finding] = []
        self.references: list[Reference] = []
        self.inline = Inline(path, self.lines, self._raw)
        self.group = self.section = self.heads = 0

    def _raw(self, mark: Mark, what: str, help: str) -> None:
        text = f"{what} does not belong in a page"
        self.faults.append(impossible(mark, text, help, rule="raw-markup"))

    def _add(self, kind: str, sentences: Sequence[Sentence], line: int) -> None:
        if sentences:
            self.section += kind == "heading"
            self.blocks.append(Block(kind, tuple(sentences), self.group, line, self.section))

    def read(self, tokens: Sequence[Token], base: int, inside: str = "") -> None:
        """Read block tokens whose line 0 is line ``base`` of the file."""
        opened: list[str] = []
        row: list[Sentence] = []
        start = base
        for token in tokens:
            if token.type.endswith("_open"):
                opened.append(token.type[:-5])
            elif token.type.endswith("_close"):
                opened.pop()
            if token.map:
                start = base + token.map[0]
            if inside not in ("list-table", "table") and self._boundary(token, opened):
                self.group += 1
            if token.type == "tr_open" or (inside == "list-table" and _row_opens(token, opened)):
                row = []
                self.inline.start(start)
            elif token.type == "inline":
                cells = opened[-1] in ("td", "th")
                if not cells:
                    self.inline.start(start)
                found = self.inline.sentences(token)
                if cells or inside == "list-table":
                    row.extend(found)
                else:
                    self._add(_kind(opened, inside), found, start + 1)
            elif token.type == "tr_close" or (inside == "list-table" and _row_closes(token, opened)):
                self._row("header-row" if "thead" in opened or self.heads > 0 else "row", row, start + 1)
                self.heads -= 1
            elif token.type in ("fence", "colon_fence"):
                self._directive(token, start)
            elif token.type == "html_block":
                self._raw(Mark(self.path, start + 1, 1), f"raw HTML {token.content.strip()[:40]!r}", "write Markdown")

    @staticmethod
    def _boundary(token: Token, opened: Sequence[str]) -> bool:
        nested = {"list_item", "tr", "thead", "tbody"} & set(opened)
        return token.type in ("table_open", "bullet_list_open", "ordered_list_open", "paragraph_open") and not nested

    def _row(self, kind: str, cells: Sequence[Sentence], line: int) -> None:
        """A row is one sentence: its cells joined by bars, which stand nowhere in the file."""
        if not cells:
            return
        text = ""
        places: list[tuple[int, int]] = []
        citations: list[Citation] = []
        masked: list[tuple[int, int, str]] = []
        for cell in cells:
            if text:
                text += " | "
                places += [places[-1]] * 3 if places else [(line, 1)] * 3
            citations += [_shift(citation, len(text)) for citation in cell.citations]
            masked += [(a + len(text), b + len(text), kind_) for a, b, kind_ in cell.masked]
            text += cell.text
            places += cell.places
        joined = Sentence(text, tuple(places), tuple(citations), tuple(masked), cells[0].mark)
        self._add(kind, [joined], line)

    def _directive(self, token: Token, start: int) -> None:
        match = _DIRECTIVE.match(token.info.strip())
        if not match:
            return
        name, argument = match[1], match[2].strip()
        body = token.content.split("\n")
        skip = _options(body)
        if name not in PROSE | SILENT:
            self._raw(Mark(self.path, start + 1), f"the directive {name!r}", f"use one of {', '.join(sorted(PROSE))}")
        elif name == "glossary":
            self._glossary(body, start + 1)
        elif name in SILENT:
            self._name(name, argument, body[skip:], start, skip)
        else:
            self._prose(name, argument, body, skip, start)

    def _prose(self, name: str, argument: str, body: list[str], skip: int, start: int) -> None:
        if argument and name not in ADDRESSED:
            self.group += 1
            self._parse(argument, start, "caption")
        self.heads = _heads(body[:skip]) if name == "list-table" else 0
        self.read(PARSER.parse("\n".join(body[skip:])), start + 1 + skip, name)

    def _parse(self, text: str, row: int, kind: str) -> None:
        self.inline.start(row, max(self.lines[row].find(text), 0) if row < len(self.lines) else 0)
        for token in PARSER.parseInline(text):
            self._add(kind, self.inline.sentences(token), row + 1)

    def _glossary(self, body: list[str], start: int) -> None:
        """Terms stand at the margin, their definitions indented below."""
        for number, line in enumerate(body):
            if not line.strip():
                continue
            self.group += not line.startswith(" ")
            self._parse(line.strip(), start + number, "paragraph" if line.startswith(" ") else "term")

    def _name(self, name: str, argument: str, body: list[str], start: int, skip: int) -> None:
        if not name.startswith("kb:") or name == "kb:balance":  # which counts sources, and names no entity
            return
        if argument:
            for word in argument.partition("@")[0].split():
                self.references.append(Reference(word, self._at(start, word)))
        for number, line in enumerate(body):
            if line.strip():
                self.references.append(Reference(line.split()[0], self._at(start + 1 + skip + number, line.split()[0])))

    def _at(self, row: int, word: str) -> Mark:
        found = self.lines[row].find(word) if row < len(self.lines) else -1
        return Mark(self.path, row + 1, max(found, 0) + 1)


def _kind(opened: Sequence[str], inside: str) -> str:
    for name, kind in _KINDS:
        if name in opened:
            return kind
    return {"": "paragraph", "epigraph": "quote", "figure": "caption"}.get(inside, "admonition")


_KINDS = (
    ("heading", "heading"),
    ("footnote", "footnote"),
    ("dt", "term"),
    ("list_item", "item"),
    ("blockquote", "quote"),
)


def _options(body: Sequence[str]) -> int:
    """How many lines at the head of a directive's body are options."""
    if body and body[0].strip() == "---":
        return next((n + 1 for n in range(1, len(body)) if body[n].strip() == "---"), len(body))
    return next((n for n, line in enumerate(body) if not _OPTION.match(line)), len(body))


def _heads(options: Sequence[str]) -> int:
    """How many rows of a list-table are its head."""
    found = re.search(r"header-rows:\s*(\d{1,3})", "\n".join(options))
    return int(found[1]) if found else 0


def _row_opens(token: Token, opened: Sequence[str]) -> bool:
    return token.type == "list_item_open" and opened.count("list_item") == 1


def _row_closes(token: Token, opened: Sequence[str]) -> bool:
    return token.type == "list_item_close" and opened.count("list_item") == 0


def _shift(citation: Citation, by: int) -> Citation:
    return replace(citation, at=citation.at + by)
