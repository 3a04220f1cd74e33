"""Whether the body of a directive has the shape that Sphinx can make something of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from kb.load.fence import BROKEN, RAW, Fault, Fence
from kb.load.markup import CELL, LISTED, REFERENCE, ROW, Body

FORMS = {Body.IDS: REFERENCE, Body.CELLS: CELL, Body.ROWS_OF_IDS: ROW, Body.PAGES: LISTED}
"""What a word of a body may be."""
NOTHING = "-"
"""Stands in a cell of which nothing is known."""
FENCES = ("fence", "colon_fence")
_FENCE = re.compile(r"\s*(?:`{3}|:{3}|~{3})")
"""How a block begins where only words belong."""


@dataclass(frozen=True)
class Word:
    """A word of a body, and the row on which it stands."""

    text: str
    row: int


def words(fence: Fence) -> Iterator[Word]:
    """The words of a body that is no text."""
    for n, line in enumerate(fence.body):
        yield from (Word(word, fence.first + n) for word in line.split())


def hold_words(fence: Fence, fault: Fault) -> None:
    """Each line is an id, the path of a page, or a sign that nothing is known."""
    form = FORMS[fence.shape.body]
    seen: set[str] = set()
    for n, line in enumerate(fence.body):
        word, row = line.strip(), fence.first + n
        shown = word if len(word) <= 40 else word[:37] + "…"
        if word and not form.fits(word):
            fault(row, word, f"{shown!r} is not {form.told}", f"{fence.name!r} holds {fence.shape.body}", BROKEN)
        elif word.endswith("*") and fence.option("glob") is None:
            fault(row, word, f"{word!r} names several pages", "add the option `:glob:`", BROKEN)
        elif word and word != NOTHING and word in seen:
            fault(row, word, f"{word!r} stands twice", "keep one of the two", BROKEN)
        seen.add(word)


def hold_cells(fence: Fence, fault: Fault) -> None:
    """Below each entity stands one statement for each column after its own."""
    columns = (fence.option("columns") or "").count("|")
    lines = [*words(fence)]
    heads = [n for n, word in enumerate(lines) if "#" not in word.text and word.text != NOTHING]
    if lines and heads[:1] != [0]:
        fault(lines[0].row, lines[0].text, "a statement stands before any entity", "begin with an entity", BROKEN)
    for n, after in zip(heads, [*heads[1:], len(lines)], strict=True):
        found = after - n - 1
        if found != columns:
            text = f"{lines[n].text!r} has {found} statements for {columns} columns"
            todo = "give one below it for each column after the first, or `-` where nothing is known"
            fault(lines[n].row, lines[n].text, text, todo, BROKEN)


def hold_rows(fence: Fence, fault: Fault) -> None:
    """There is one line for each title of a row."""
    titles = (fence.option("rows") or "").count("|") + 1
    found = sum(bool(line.strip()) for line in fence.body)
    if found != titles:
        todo = "give one line for each title, with ids, or `-` where nothing is known"
        fault(fence.row, fence.name, f"{fence.name!r} has {found} lines for {titles} titles", todo, BROKEN)


def hold_terms(fence: Fence, fault: Fault) -> None:
    """Terms stand at the margin after an empty line, what they mean indented right below."""
    before = ""
    for n, line in enumerate(fence.body):
        row = fence.first + n
        if _FENCE.match(line):
            fault(row, line.strip(), "a block stands within the terms", "write each meaning in plain words", BROKEN)
        elif not line.strip():
            pass
        elif line.startswith(" ") and not before and not any(each.strip() for each in fence.body[:n]):
            fault(
                row, line.strip(), "a meaning stands before any term", "write the term above it, at the margin", BROKEN
            )
        elif not line.startswith(" ") and before.startswith(" "):
            fault(row, line, "a term follows a meaning at once", "leave a line empty above each term", BROKEN)
        elif not line.startswith(" ") and (n + 1 == len(fence.body) or not fence.body[n + 1].strip()):
            fault(row, line, f"the term {line[:40]!r} has no meaning", "write it indented on the next line", BROKEN)
        before = line


def hold_tokens(fence: Fence, tokens: Sequence[Token], fault: Fault) -> None:
    """A body that is text is one table, one list of lists, or cards, where the directive says so."""
    top = [token for token in tokens if token.level == 0 and token.nesting >= 0]
    kinds = [token.type for token in top]
    body = fence.shape.body
    if not top and any(line.strip() for line in fence.body):
        fault(fence.row, "", f"{fence.name!r} holds nothing that is shown", f"it holds {body}", BROKEN)
    elif body is Body.TABLE and kinds != ["table_open"]:
        fault(fence.begins, "", f"{fence.name!r} holds something else than {body}", "put the rest outside", BROKEN)
    elif body is Body.ROWS:
        _hold_rows(fence, tokens, kinds, fault)
    elif body is Body.CARDS:
        for token in top:
            if token.type not in FENCES or token.info.split(maxsplit=1)[:1] != ["{grid-item-card}"]:
                row = fence.first + (token.map[0] if token.map else 0)
                fault(row, "", f"{fence.name!r} holds something else than {body}", "put it outside", BROKEN)
    elif fence.name == "figure" and kinds and kinds[0] != "paragraph_open":
        fault(
            fence.begins, "", "a figure begins with something else than its caption", "write a sentence first", BROKEN
        )
    elif fence.name == "grid-item-card":
        _hold_card(fence, fault)


def _hold_rows(fence: Fence, tokens: Sequence[Token], kinds: list[str], fault: Fault) -> None:
    sizes = [0] * sum(token.type == "list_item_open" and token.level == 1 for token in tokens)
    at, whole = -1, kinds == ["bullet_list_open"]
    for token in tokens if whole else ():
        if token.type == "list_item_open" and token.level == 1:
            at += 1
        elif token.level == 2 and token.nesting >= 0:
            whole = whole and token.type == "bullet_list_open"
        elif token.type == "list_item_open" and token.level == 3:
            sizes[at] += 1
    if not whole or len(set(sizes)) != 1 or not sizes[0]:
        text = f"{fence.name!r} holds something else than {fence.shape.body}"
        fault(fence.begins, "", text, "write each row as `* - cell`, its other cells below as `  - cell`", BROKEN)
    elif (heads := fence.option("header-rows") or "0").isdecimal() and int(heads) >= len(sizes):
        fault(fence.row, "", f"{fence.name!r} has no row below its head", "add one, or lower `:header-rows:`", BROKEN)


def _hold_card(fence: Fence, fault: Fault) -> None:
    for n, line in enumerate(fence.body):
        if line.strip() in ("^^^", "+++"):
            fault(fence.first + n, line.strip(), "a card has no head or foot", "keep to a title and a text", RAW)
