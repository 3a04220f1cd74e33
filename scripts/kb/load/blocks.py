"""Reads the block tokens of a page into blocks of sentences; directives are read on with the line they start at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markdown_it.token import Token

from kb.finding import Finding, impossible
from kb.load.anchors import Anchors
from kb.load.bodies import FENCES, hold_terms, hold_tokens, hold_words, words
from kb.load.fence import BROKEN, RAW, Fence, directive
from kb.load.footnotes import Footnotes
from kb.load.inline import Inline
from kb.load.markup import Body
from kb.load.syntax import PARSER, attributes
from kb.mark import Mark
from kb.model import Asked, Block, Citation, Reference, Sentence

SHOWN = frozenset(
    "paragraph heading bullet_list ordered_list list_item blockquote table thead tbody tr th td dl dt dd"
    " footnote_reference".split()
)
"""What a page is made of, besides directives."""
REFUSED = {
    "hr": ("a line across the page", "begin a section with a heading"),
    "code_block": ("an indented text", "begin the lines at the margin; code stands between fences"),
    "myst_line_comment": ("a comment", "remove it, or say it to the reader"),
    "myst_block_break": ("a break `+++`", "remove it"),
    "myst_target": ("a target `(…)=`", "link to the heading: `#its-words-in-lower-case`"),
    "field_list": ("a list of fields", "write a list of definitions, or sentences"),
    "front_matter": ("a second front matter", "write it as text"),
}
ATTRIBUTES = {"ordered_list_open": {"start"}, "th_open": {"style"}, "td_open": {"style"}}


class Blocks:
    """Collects blocks from tokens."""

    def __init__(self, path: str, text: str, vouched: bool) -> None:
        self.path = path
        self.vouched = vouched
        self.lines = text.split("\n")
        self.env: dict[str, object] = {}
        self.blocks: list[Block] = []
        self.faults: list[Finding] = []
        self.references: list[Reference] = []
        self.listed: list[Reference] = []
        self.once: list[Reference] = []
        self.asked: list[Asked] = []
        self.anchors = Anchors()
        self.footnotes = Footnotes()
        self.inline = Inline(path, self.lines, self.fault, self.footnotes, vouched)
        self.group = self.section = self.heads = 0
        self.level = 0
        self.days: list[tuple[str, int]] = []

    def fault(self, mark: Mark, text: str, help: str, rule: str = RAW) -> None:
        """Report what a page may not hold."""
        self.faults.append(impossible(mark, text, help, rule=rule))

    def _at(self, row: int, word: str) -> Mark:
        line = self.lines[row] if row < len(self.lines) else ""
        return Mark(self.path, row + 1, (max(line.find(word), 0) if word else len(line) - len(line.lstrip())) + 1)

    def _report(self, row: int, word: str, text: str, help: str, rule: str) -> None:
        self.fault(self._at(row, word), text, help, rule)

    def _add(self, kind: str, sentences: Sequence[Sentence], line: int) -> None:
        if sentences:
            self.section += kind == "heading"
            self.blocks.append(Block(kind, tuple(sentences), self.group, line, self.section))
        for sentence in self.inline.labels():
            self.blocks.append(Block("label", (sentence,), self.group, sentence.mark.line, self.section))

    def read(self, tokens: Sequence[Token], base: int, within: tuple[str, ...] = ()) -> None:
        """Read block tokens whose line 0 is line ``base`` of the file."""
        inside = within[-1] if within else ""
        opened: list[str] = []
        row: list[Sentence] = []
        start = base
        for number, token in enumerate(tokens):
            if token.map:
                start = base + token.map[0]
            if token.level > _DEEPEST:
                self._report(
                    start, "", "lists and quotations stand within each other too deep", "write plain text", BROKEN
                )
                break
            if token.nesting == 1:
                opened.append(token.type.removesuffix("_open"))
            elif token.nesting == -1:
                opened.pop()
            if token.attrs or token.meta or token.type not in _FINE:
                self._hold(token, start, bool(number or within))
            if inside not in ("list-table", "table") and _begins(token, opened):
                self.group += 1
            if token.type == "heading_open":
                self._heading(token, tokens[number + 1], opened, start, inside)
            elif token.type == "footnote_reference_open":
                self.footnotes.define(token.meta["label"], self._at(start, f"[^{token.meta['label']}]:"))
            elif token.type == "tr_open" or (inside == "list-table" and _row_opens(token, opened)):
                row = []
                self.inline.start(start)
            elif token.type == "inline":
                cells = opened[-1] in ("td", "th")
                if not cells:
                    self.inline.start(start)
                found = self.inline.sentences(token, in_heading=opened[-1] == "heading")
                if cells or inside == "list-table":
                    row.extend(found)
                else:
                    self._add(_kind(opened, inside), found, start + 1)
            elif token.type == "tr_close" or (inside == "list-table" and _row_closes(token, opened)):
                self._row("header-row" if "thead" in opened or self.heads > 0 else "row", row, start + 1)
                self.heads -= 1
            elif token.type in FENCES:
                self._directive(token, start, within)

    def _hold(self, token: Token, row: int, late: bool) -> None:
        """Is it anything that a page is made of?"""
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.nesting != -1 and token.type not in _FINE and (name != "front_matter" or late):
            what, help = REFUSED.get(name, (f"{name.replace('_', ' ')!r}", "write it in plain Markdown"))
            self._report(row, "", f"{what} does not belong in a page", help, RAW)
        elif attributes(token) - ATTRIBUTES.get(token.type, set()):
            text = f"the attributes of a {name.replace('_', ' ')} do not belong in a page"
            self._report(max(row - 1, 0), "{", text, "remove the braces and what stands in them", RAW)

    def _heading(self, token: Token, title: Token, opened: Sequence[str], row: int, inside: str) -> None:
        level = int(token.tag[1:])
        self.anchors.add(level, title)
        if "\n" in title.content:
            help = "write it on one line, with `#` before it"
            self._report(row, "", "a heading stands on several lines", help, BROKEN)
        if inside or len(opened) > 1:
            return
        if not title.content.strip():
            self._report(row, "", "a heading has no words", "write them, or remove the heading", BROKEN)
        if level > self.level + 1 and (self.level or level > 1):
            text = (
                f"a heading of level {level} follows one of level {self.level}"
                if self.level
                else "the page has no title"
            )
            self._report(row, "", text, f"write it with {self.level + 1} `#`", BROKEN)
        elif level == 1 and self.level:
            self._report(row, "", "the page has a second title", "write it with two `#`", BROKEN)
        self.level = level

    def hold_front(self, token: Token) -> None:
        """Front matter stands between two lines of three dashes."""
        first, last = self.lines[0], self.lines[token.map[1] - 1 if token.map else 0]
        if first.rstrip() != "---" or last.rstrip() != "---":
            row = 0 if first.rstrip() != "---" else (token.map or [0, 1])[1] - 1
            self._report(row, "", "front matter ends in something else than `---`", "write three dashes", BROKEN)

    def close(self, asof: str) -> None:
        """Report what can be told only when all was read; ``asof`` is the day of the page."""
        for value, row in self.days:
            if value != _in_words(asof):
                text = f"the key facts are as of {value!r}, against {asof or 'no day'!r} of the page"
                self._report(row, value, text, "give both the day on which they were compared", BROKEN)
        if not self.level and not any(block.kind == "heading" for block in self.blocks):
            self.fault(
                Mark(self.path), "the page has no title", "write one heading with one `#` above the text", BROKEN
            )
        for mark, text, help in self.footnotes.faults():
            self.fault(mark, text, help, BROKEN)
        for twice in self.env.get("duplicate_refs", ()):  # type: ignore[attr-defined]
            text = f"the address of {twice['label'].lower()!r} stands twice"
            self._report(twice["map"][0], "[", text, "keep one of the two", BROKEN)

    def _row(self, kind: str, cells: Sequence[Sentence], line: int) -> None:
        """A row is one sentence: its cells joined by bars, which stand nowhere in the file."""
        if not cells:
            self._add(kind, (), line)
            return
        text = ""
        places: list[tuple[int, int]] = []
        citations: list[Citation] = []
        masked: list[tuple[int, int, str]] = []
        for cell in cells:
            if text:
                text += " | "
                places += [places[-1]] * 3 if places else [(line, 1)] * 3
            citations += [replace(citation, at=citation.at + len(text)) for citation in cell.citations]
            masked += [(a + len(text), b + len(text), kind_) for a, b, kind_ in cell.masked]
            text += cell.text
            places += cell.places
        joined = Sentence(text, tuple(places), tuple(citations), tuple(masked), cells[0].mark)
        self._add(kind, [joined], line)

    def _directive(self, token: Token, row: int, within: tuple[str, ...]) -> None:
        fence = directive(token, row, within, self._report)
        code = fence is None or fence.shape.body is Body.CODE
        if code and self.vouched and not token.info.startswith("{") and token.type == "fence":
            self._report(row, "", "code does not belong in a page on the subject", "say it in words", RAW)
        if fence is None:
            return
        if code and self.vouched:
            self._report(row, "", "code does not belong in a page on the subject", "say it in words", RAW)
        self._shown(fence)
        match fence.shape.body:
            case Body.PROSE | Body.TABLE | Body.ROWS | Body.CARDS:
                self._prose(fence, within)
            case Body.TERMS:
                hold_terms(fence, self._report)
                self._glossary(fence)
            case Body.IDS:
                hold_words(fence, self._report)
                self.references.extend(Reference(word.text, self._at(word.row, word.text)) for word in words(fence))
            case Body.PAGES:
                hold_words(fence, self._report)
                self.listed.extend(Reference(word.text, self._at(word.row, word.text)) for word in words(fence))
            case _:
                pass

    def _shown(self, fence: Fence) -> None:
        """Read what argument and options show, and what they point to."""
        if fence.name.startswith("kb:") and fence.name != "kb:balance":  # which counts sources, and names no entity
            for word in fence.argument.partition("@")[0].split():
                self.references.append(Reference(word, self._at(fence.row, word)))
            ids = [fence.argument, *(word.text for word in words(fence))]
            self.asked.append(Asked(fence.name, " ".join(ids).strip(), self._at(fence.row, "")))
        if fence.name == "bibliography":
            self.once.append(Reference("the bibliography", self._at(fence.row, "")))
        if fence.name == "figure":
            self.inline.files.append(Reference(fence.argument, self._at(fence.row, fence.argument)))
        for key, value, row in fence.options:
            form = fence.shape.options.get(key)
            if form is not None and form.is_prose:
                self._parse(value, row, "label")
            elif key == "asof":
                self.days.append((value, row))
            elif key == "link":
                self.inline.links.append(Reference(value, self._at(row, value)))

    def _prose(self, fence: Fence, within: tuple[str, ...]) -> None:
        form = fence.shape.argument
        if fence.argument and form is not None and form.is_prose:
            self.group += 1
            self._parse(fence.argument, fence.row, "caption")
        heads = fence.option("header-rows") or "0"
        self.heads = int(heads) if fence.name == "list-table" and heads.isdecimal() else 0
        tokens = PARSER.parse("\n".join(fence.body), self.env)
        hold_tokens(fence, tokens, self._report)
        self.read(tokens, fence.first, (*within, fence.name))

    def _parse(self, text: str, row: int, kind: str) -> None:
        self.inline.start(row, max(self.lines[row].find(text), 0) if row < len(self.lines) else 0)
        for token in PARSER.parseInline(text, self.env):
            self._add(kind, self.inline.sentences(token), row + 1)

    def _glossary(self, fence: Fence) -> None:
        """Terms stand at the margin, their definitions indented below."""
        for number, line in enumerate(fence.body):
            if not line.strip():
                continue
            self.group += not line.startswith(" ")
            if not line.startswith(" "):
                self.once.append(Reference(f"the term {line.strip()!r}", self._at(fence.first + number, line)))
            self._parse(line.strip(), fence.first + number, "paragraph" if line.startswith(" ") else "term")


_PARTS = ("fieldlist_name", "fieldlist_body")
"""Parts of what is refused as a whole."""
_DEEPEST = 16
"""Levels of blocks; what stands behind the twentieth Markdown leaves out without a word."""
_FINE = frozenset(f"{name}{end}" for name in (*SHOWN, *_PARTS) for end in ("_open", "_close")) | {"inline", *FENCES}
"""The tokens that any page may have."""
_KINDS = (
    ("heading", "heading"),
    ("footnote_reference", "footnote"),
    ("dt", "term"),
    ("list_item", "item"),
    ("blockquote", "quote"),
)


_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # not those of the calendar module, which speak the language of the machine


def _in_words(day: str) -> str:
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    if not (month.isdecimal() and number.isdecimal() and 1 <= int(month) <= 12):
        return ""
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


def _kind(opened: Sequence[str], inside: str) -> str:
    for name, kind in _KINDS:
        if name in opened:
            return kind
    return {"": "paragraph", "epigraph": "quote", "figure": "caption"}.get(inside, "admonition")


def _begins(token: Token, opened: Sequence[str]) -> bool:
    nested = {"list_item", "tr", "thead", "tbody"} & set(opened)
    return token.type in ("table_open", "bullet_list_open", "ordered_list_open", "paragraph_open") and not nested


def _row_opens(token: Token, opened: Sequence[str]) -> bool:
    return token.type == "list_item_open" and opened.count("list_item") == 1


def _row_closes(token: Token, opened: Sequence[str]) -> bool:
    return token.type == "list_item_close" and opened.count("list_item") == 0
