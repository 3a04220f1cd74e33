"""Pages as the checker reads them: blocks of sentences, with the place of every character."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kb.core.finding import Finding
from kb.core.mark import Mark


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in prose: key, locator (may be empty) and where; ``at`` is its offset in the sentence's text."""

    key: str
    locator: str
    at: int
    mark: Mark
    role: str = "cite:p"


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence, table row, list item line, caption or heading of a page; two of the same words are two.

    ``text`` is what a reader sees, with roles for citations removed; ``places[i]`` is the line and column in the
    file of ``text[i]``. ``masked`` are spans that are no prose of ours: ``code``, ``role``, ``own``, ``quote``.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    citations: tuple[Citation, ...]
    masked: tuple[tuple[int, int, str], ...]
    mark: Mark

    def place(self, path: str, at: int) -> Mark:
        """Where the character at offset ``at`` was written."""
        if not self.places:
            return self.mark
        line, column = self.places[min(at, len(self.places) - 1)]
        return Mark(path, line, column)


HARD = frozenset({"address", "code", "role"})
"""Masks that hide text from readers of figures: addresses, code, and roles whose values are derived."""
_MANUAL = re.compile("docs/rules/[^/]+/")
_HEADLINES = frozenset({"heading", "front-matter", "term", "header-row"})


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Sentences that belong together: a paragraph, an item, a row …; ``group`` joins the rows of one table or list.

    ``kind`` is paragraph, heading, term, item, row, header-row, caption, footnote, quote, admonition, front-matter or
    label: the words that stand for a picture or over a list of pages, where no link can stand.
    """

    kind: str
    sentences: tuple[Sentence, ...]
    group: int
    line: int
    section: int = 0

    @property
    def is_headline(self) -> bool:
        """Does it head or sum up what is told elsewhere, rather than tell it?"""
        return self.kind in _HEADLINES


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity or statement that a page names by id, in front matter, a role or a directive."""

    id: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page asks the ledger to tell: by which role or directive, of what (``league @ 2016-10-14``), and where."""

    by: str
    of: str
    mark: Mark


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A MyST page as the checker reads it; one of the same words is another.

    ``vouched`` pages are held against the ledger; others only for form.

    ``links`` lead to pages, by their path from this one, without its ending, and to places on them; ``files`` are the
    pictures that it shows and the files that it offers, by their path from it. ``anchors`` are the places on it.
    ``listed`` are the pages that it puts into the reader's way, ``once`` what no other page may have too.
    """

    path: str
    title: str
    about: tuple[str, ...]
    front: Mapping[str, str]
    blocks: tuple[Block, ...]
    source: str
    vouched: bool
    references: tuple[Reference, ...] = ()
    faults: tuple[Finding, ...] = ()
    links: tuple[Reference, ...] = ()
    files: tuple[Reference, ...] = ()
    anchors: frozenset[str] = frozenset()
    listed: tuple[Reference, ...] = ()
    once: tuple[Reference, ...] = ()
    asked: tuple[Asked, ...] = ()


def is_manual(path: str) -> bool:
    """Is it the page of a rule, which says nothing on the subject? The ending of the path may be left out."""
    return _MANUAL.match(path) is not None
