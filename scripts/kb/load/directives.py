"""Reads directives: what they show is added to the page as text, and what they point to is gathered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from kb.core.model import Asked, Reference
from kb.core.months import name
from kb.load.blocks import Blocks
from kb.load.bodies import NOTHING, hold_cells, hold_rows, hold_terms, hold_tokens, hold_words, words
from kb.load.fence import BROKEN, RAW, Fence, directive
from kb.load.markup import Body

Read = Callable[[Sequence[Token], int, tuple[str, ...], int], None]
"""Reads tokens whose line 0 is that line of the file, within these directives; so many rows are a head."""


class Directives:
    """Reads one directive after another; ``read`` is what a body of text is read with."""

    def __init__(self, blocks: Blocks, read: Read) -> None:
        self.blocks, self.place, self.gathered = blocks, blocks.place, blocks.gathered
        self._read = read
        self._days: list[tuple[str, int]] = []

    def read(self, token: Token, row: int, within: tuple[str, ...]) -> None:
        """Read a fence: a directive, or code."""
        report = self.blocks.report
        fence = directive(token, row, within, report)
        is_code = fence.shape.body is Body.CODE if fence else not token.info.startswith("{") and token.type == "fence"
        if is_code and self.blocks.vouched:
            report(row, "", "code does not belong in a page on the subject", "say it in words", RAW)
        if fence is None:
            return
        self._head(fence)
        match fence.shape.body:
            case Body.PROSE | Body.TABLE | Body.ROWS | Body.CARDS:
                self._prose(fence, within)
            case Body.TERMS:
                hold_terms(fence, report)
                self._glossary(fence)
            case Body.IDS | Body.CELLS | Body.ROWS_OF_IDS | Body.PAGES as body:
                hold_words(fence, report)
                if body is Body.CELLS:
                    hold_cells(fence, report)
                elif body is Body.ROWS_OF_IDS:
                    hold_rows(fence, report)
                into = self.gathered.listed if body is Body.PAGES else self.gathered.references
                named = (word for word in words(fence) if word.text != NOTHING)
                into.extend(Reference(word.text, self.place.at(word.row, word.text)) for word in named)

    def close(self, asof: str) -> None:
        """Report days that differ from the day of the page."""
        for value, row in self._days:
            if value != _in_words(asof):
                text = f"the key facts are as of {value!r}, against {asof or 'no day'!r} of the page"
                self.blocks.report(row, value, text, "give both the day on which they were compared", BROKEN)

    def _head(self, fence: Fence) -> None:
        """Read what argument and options show, and what they point to."""
        at = self.place.at
        if fence.name.startswith("kb:") and fence.name != "kb:balance":  # which counts sources, and names no entity
            named = "" if fence.name == "kb:chart" else fence.argument  # whose argument is a kind of picture
            for word in named.partition("@")[0].split():
                self.gathered.references.append(Reference(word, at(fence.row, word)))
            on = fence.option("on") or fence.option("day")
            ids = [fence.argument, *(word.text for word in words(fence)), *([f"@ {on}"] if on else [])]
            self.gathered.asked.append(Asked(fence.name, " ".join(ids).strip(), at(fence.row, "")))
        if fence.name == "bibliography":
            self.gathered.once.append(Reference("the bibliography", at(fence.row, "")))
        if fence.name == "figure":
            self.gathered.files.append(Reference(fence.argument, at(fence.row, fence.argument)))
        for key, value, row in fence.options:
            form = fence.shape.options.get(key)
            if form is not None and form.is_prose:
                self.blocks.parse(value, row, "label")
            elif key == "asof":
                self._days.append((value, row))
            elif key == "link":
                self.gathered.links.append(Reference(value, at(row, value)))

    def _prose(self, fence: Fence, within: tuple[str, ...]) -> None:
        form = fence.shape.argument
        if fence.argument and form is not None and form.is_prose:
            self.blocks.group += 1
            self.blocks.parse(fence.argument, fence.row, "caption")
        heads = fence.option("header-rows") or "0"
        tokens = self.blocks.tokens("\n".join(fence.body))
        hold_tokens(fence, tokens, self.blocks.report)
        is_list = fence.name == "list-table" and heads.isdecimal()
        self._read(tokens, fence.first, (*within, fence.name), int(heads) if is_list else 0)

    def _glossary(self, fence: Fence) -> None:
        """Terms stand at the margin, their definitions indented below."""
        for row, line in enumerate(fence.body, fence.first):
            if not line.strip():
                continue
            is_term = not line.startswith(" ")
            if is_term:
                self.blocks.group += 1
                self.gathered.once.append(Reference(f"the term {line.strip()!r}", self.place.at(row, line)))
            self.blocks.parse(line.strip(), row, "term" if is_term else "paragraph")


def _in_words(day: str) -> str:
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    if not (month.isdecimal() and number.isdecimal() and 1 <= int(month) <= 12):
        return ""
    return f"{int(number)} {name(int(month))} {year}"
