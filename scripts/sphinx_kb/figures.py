"""Which figures of a page agree with the ledger or follow from it, and where in the page each of them stands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from kb.verify.page import reading
from kb.verify.proof import proofs
from kb.verify.reach import grounds
from kb.verify.scene import Scene
from kb.verify.verdict import Outcome, VerifiedMention, VerifiedPage
from sphinx_kb.computed import computed
from sphinx_kb.knowledge import knowledge_of, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.environment import BuildEnvironment

    from kb.core.model import Page
    from kb.run.fixtures import Run
    from kb.verify.grounds import Grounds

MOST = 3
"""So many statements at most are told of one figure, the best first."""
READABLE = frozenset({"paragraph", "item", "row", "footnote", "quote", "admonition"})
"""Blocks in which a link may stand; headings, captions and front matter stay as they are."""
MASKED = frozenset({"code", "role", "link"})
_MADE: WeakKeyDictionary[Run, dict[str, Sequence[Vouched]]] = WeakKeyDictionary()


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


def on_page(env: BuildEnvironment, docname: str) -> list[Vouched]:
    """The figures of a page that agree or are computed, in their order; of figures that overlap, the first."""
    run = knowledge_of(env).run
    page = next((page for page in run.corpus.pages if page.path == path_of(docname)), None)
    return list(_apart(vouched(run, page))) if page else []


def vouched(run: Run, page: Page) -> Sequence[Vouched]:
    """The figures of a page that agree or are computed, in their order; none where nothing is held to the ledger.

    They are worked out once a run: they are part of the state of a page, and linked when it is read.
    """
    if not page.vouched:
        return ()
    made = _MADE.setdefault(run, {})
    if page.path not in made:
        found = _read(run.ask(reading, page=page), page, run.ask(grounds, page=page))
        made[page.path] = tuple(sorted(found, key=_place))
    return made[page.path]


def is_same(one: str, other: str) -> bool:
    """Are these the same letters and digits, whatever stands between them and whichever script the digits are of?"""
    return _letters(one) == _letters(other)


def _letters(text: str) -> list[str]:
    folded = (str(unicodedata.decimal(c, c)) for c in unicodedata.normalize("NFKC", text))
    return [letter for letter in folded if letter.isalnum()]


def _place(figure: Vouched) -> tuple[int, int]:
    return figure.line, figure.start


def _apart(figures: Sequence[Vouched]) -> Iterator[Vouched]:
    end = (0, 0)
    for figure in figures:
        if _place(figure) >= end:
            yield figure
            end = figure.line, figure.end


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
