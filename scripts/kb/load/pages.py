"""Reads a MyST page into blocks of sentences, with the place of every character and without Sphinx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from markdown_it.token import Token

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Page
from kb.load.blocks import Blocks
from kb.load.conflicts import HELP, conflict
from kb.load.decoding import decode
from kb.load.front import Front, front
from kb.load.syntax import PARSER
from kb.load.walk import Walk

__all__ = ["PARSER", "page"]
UNVOUCHED = frozenset({"rules", "contributing", "about"})
LONGEST = 2000
"""Characters of a line: three times the longest that anybody wrote."""
BRACKETS = 100
"""Opening brackets of a line: for each of them the rest of the line is looked through."""
HEADINGS = 200
"""Headings of a page: each is copied for the contents beside every other page. The longest page has some thirty."""


@lru_cache(maxsize=4096)
def page(path: str, data: bytes) -> Page:
    """Read one page; what a page must not hold becomes a finding of the page."""
    text, faults = decode(path, data)
    vouched = PurePosixPath(path).parts[1] not in UNVOUCHED
    if text is None:
        return Page(path, path, (), {}, (), "", vouched, (), faults)
    unfit = _unfit(path, text)
    if unfit:
        return Page(path, path, (), {}, (), text, vouched, (), (*faults, unfit))
    return _read(path, text, vouched, faults)


def _read(path: str, text: str, vouched: bool, faults: tuple[Finding, ...]) -> Page:
    blocks = Blocks(path, text, vouched)
    walk, tokens, meta = Walk(blocks), blocks.tokens(text), Front()
    if tokens and tokens[0].type == "front_matter":
        meta = front(path, tokens[0].content)
        walk.hold_front(tokens[0])
    blocks.blocks.extend(meta.blocks)
    walk.read(tokens)
    walk.close(meta.fields.get("asof", ""))
    title = next((block.sentences[0].text for block in blocks.blocks if block.kind == "heading"), path)
    gathered = blocks.gathered
    return Page(
        path, title, meta.about, meta.fields, tuple(blocks.blocks), text, vouched,
        (*meta.references, *gathered.references), (*faults, *meta.faults, *gathered.faults, *_crowded(path, tokens)),
        tuple(gathered.links), tuple(gathered.files), frozenset(walk.outline.anchors.names),
        tuple(gathered.listed), tuple(gathered.once), tuple(gathered.asked),
    )  # fmt: skip


def _crowded(path: str, tokens: Iterable[Token]) -> Iterator[Finding]:
    """More headings than a page may have."""
    rows = [token.map[0] for token in tokens if token.type == "heading_open" and token.map]
    if len(rows) > HEADINGS:
        said = f"the page has {len(rows):,} headings, against at most {HEADINGS}"
        yield impossible(Mark(path, rows[HEADINGS] + 1), said, "make several pages of it", rule="broken-markup")


def _unfit(path: str, text: str) -> Finding | None:
    """Why a text is not read at all."""
    if not text.strip():
        return impossible(Mark(path), "the page is empty", "write it, or remove the file", rule="unreadable")
    found = conflict(text)
    if found:
        return impossible(Mark(path, text.count("\n", 0, found[0]) + 1), found[1], HELP, rule="unreadable")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST:
            said = f"the line holds {len(line):,} characters, against at most {LONGEST:,}"
            return impossible(Mark(path, number), said, "write one sentence on a line", rule="unreadable")
        if line.count("[") > BRACKETS:
            said = f"the line holds {line.count('['):,} opening brackets, against at most {BRACKETS}"
            return impossible(Mark(path, number), said, "write one sentence on a line", rule="unreadable")
    return None
