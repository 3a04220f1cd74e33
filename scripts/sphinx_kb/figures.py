"""Marks the figures of a page that agree with the ledger, in the text that Sphinx is about to parse.

A mark is made of private-use characters, which no file of the repository may hold. To Markdown they are letters like
others, so they change nothing of what it reads; :mod:`sphinx_kb.marks` takes all of them out again.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from kb.verify.page import reading
from kb.verify.proof import proofs
from kb.verify.reach import grounds
from kb.verify.scene import Scene
from kb.verify.verdict import Outcome, VerifiedMention, VerifiedPage
from sphinx_kb.computed import computed
from sphinx_kb.knowledge import knowledge_of, path_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

    from kb.core.model import Page
    from kb.run.fixtures import Run
    from kb.verify.grounds import Grounds

STORE = "kb_figures"
MOST = 3
"""So many statements at most are told of one figure, the best first."""
READABLE = frozenset({"paragraph", "item", "row", "footnote", "quote", "admonition"})
"""Blocks in which a link may stand; headings, captions and front matter stay as they are."""
MASKED = frozenset({"code", "role", "link"})
ROLE = re.compile(r"\{[\w:.+-]+\}(`+)(?!`).*?(?<!`)\1(?!`)")
"""What stands in a role is read by the role, which knows nothing of marks."""
BRACKETS = re.compile(r"\[[^\[\]]*\]|<[^<>]*>")
"""The words of a link, by which its address may be looked up, or the address itself."""
OPEN, CLOSE = "\ue000", "\ue001"
_DIGITS = "".join(map(chr, range(0xE010, 0xE01A)))
_WRITTEN = str.maketrans("0123456789", _DIGITS)
_READ = str.maketrans(_DIGITS, "0123456789")
NONE = dict.fromkeys(map(ord, OPEN + CLOSE + _DIGITS))
"""For ``str.translate``: a text without any mark."""
MARKED = re.compile(f"{OPEN}([{_DIGITS}]+)([^{OPEN}{CLOSE}{_DIGITS}]+){CLOSE}")


@dataclass(frozen=True, slots=True)
class Vouched:
    """A figure of a page, where it stands, and the statement that vouches for it, or how it was computed."""

    line: int
    start: int
    end: int
    text: str
    kind: str
    target: str
    how: str = ""
    others: tuple[str, ...] = ()


def mark(app: Sphinx, docname: str, source: list[str]) -> None:
    """Mark every figure of a content page that agrees or is computed, from the last to the first."""
    run = knowledge_of(app.env).run
    page = next((page for page in run.corpus.pages if page.path == path_of(docname)), None)
    if page is None or not page.vouched:
        return
    lines = source[0].split("\n")
    free = [_free(line) for line in lines]
    kept = list(_apart(figure for figure in vouched(run, page) if _fits(figure, lines, free)))
    app.env.temp_data[STORE] = kept
    for number, figure in reversed(list(enumerate(kept))):
        line = lines[figure.line - 1]
        marked = f"{OPEN}{str(number).translate(_WRITTEN)}{line[figure.start : figure.end]}{CLOSE}"
        lines[figure.line - 1] = line[: figure.start] + marked + line[figure.end :]
    source[0] = "\n".join(lines)


def vouched(run: Run, page: Page) -> list[Vouched]:
    """The figures of a page that agree or are computed, in their order; none where nothing is held to the ledger."""
    if not page.vouched:
        return []
    return sorted(_read(run.ask(reading, page=page), page, run.ask(grounds, page=page)), key=_place)


def found(marked: re.Match[str], known: list[Vouched]) -> Vouched | None:
    """The figure that a mark in the parsed text stands for, if its words are still those of the figure."""
    number = int(marked[1].translate(_READ))
    figure = known[number] if number < len(known) else None
    return figure if figure and is_same(marked[2], figure.text) else None


def is_same(one: str, other: str) -> bool:
    """Are these the same letters and digits, whatever stands between them and whichever script the digits are of?"""
    return _letters(one) == _letters(other)


def _letters(text: str) -> list[str]:
    folded = (str(unicodedata.decimal(c, c)) for c in unicodedata.normalize("NFKC", text))
    return [letter for letter in folded if letter.isalnum()]


def _place(figure: Vouched) -> tuple[int, int]:
    return figure.line, figure.start


def _apart(figures: Iterable[Vouched]) -> Iterator[Vouched]:
    """Of figures that overlap, the first."""
    end = (0, 0)
    for figure in figures:
        if _place(figure) >= end:
            yield figure
            end = figure.line, figure.end


def _free(line: str) -> bytearray:
    """For each character of a line, whether a mark may stand there."""
    if line.lstrip().startswith((":", "#")):
        return bytearray(len(line))
    free = bytearray(b"\1" * len(line))
    for pattern in (ROLE, BRACKETS):
        for taken in pattern.finditer(line):
            free[taken.start() : taken.end()] = bytes(taken.end() - taken.start())
    return free


def _fits(figure: Vouched, lines: list[str], free: list[bytearray]) -> bool:
    """Does the figure stand there as it was read, in words that a link may be put around?"""
    if figure.line > len(lines) or not all(free[figure.line - 1][figure.start : figure.end]):
        return False
    return is_same(unescapeAll(lines[figure.line - 1][figure.start : figure.end]), figure.text)


def _read(read: VerifiedPage, page: Page, known: Grounds) -> Iterator[Vouched]:
    """The figures that a statement vouches for, or that follow from others, outside headings, links and code."""
    for figure in read.with_outcome(Outcome.SUPPORTED, Outcome.COMPUTED):
        if figure.scope.block.kind not in READABLE or _is_masked(figure):
            continue
        place = figure.mark.line, figure.mark.column - 1, figure.end - 1, figure.figure.text
        scene = Scene(figure, read, known)
        if figure.outcome is Outcome.SUPPORTED:
            shown = proofs(scene)[:MOST]
            yield from (Vouched(*place, "statement", first, others=shown[1:]) for first in shown[:1])
        elif made := computed(scene):
            yield from (Vouched(*place, "entity", id, made.told, made.statements[:MOST]) for id in page.about[:1])


def _is_masked(figure: VerifiedMention) -> bool:
    spans = figure.scope.sentence.masked
    return any(start < figure.figure.end and figure.figure.start < end and kind in MASKED for start, end, kind in spans)
