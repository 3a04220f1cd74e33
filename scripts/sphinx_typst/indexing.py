"""The index of a book: what the index nodes of its pages name, sorted by letter; Typst finds the pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from sphinx import addnodes

Entry = tuple[str, str, str, str, str | None]
"""As Sphinx has it: what kind of entry, its words, the target, ``main`` or nothing, the letter it stands under."""


@dataclass
class Head:
    """A line of the index: its words, the mark by which its pages are found, what it is told under, its subentries."""

    name: str
    letter: str = ""
    mark: str = ""
    see: dict[str, str] = field(default_factory=dict)
    under: dict[str, Head] = field(default_factory=dict)

    @property
    def order(self) -> tuple[str, str]:
        """By letters, whatever signs, accents and small words come first."""
        return folded(self.name), self.name


class Index:
    """All heads of a document; each page that is indexed asks for the marks to set there."""

    def __init__(self) -> None:
        self.heads: dict[str, Head] = {}
        self._marks = 0

    def marks(self, node: addnodes.index) -> Iterator[tuple[str, bool]]:
        """The marks that stand for an index node, and for each whether this is the main passage."""
        entries: list[Entry] = node.get("entries", [])
        for kind, words, _, main, letter in entries:
            parts = [part.strip() for part in words.split(";") if part.strip()]
            if kind in ("see", "seealso") and len(parts) == 2:
                self._head(parts[:1], letter).see[parts[1]] = kind
            else:
                for path in _paths(kind, parts):
                    head = self._head(path, letter)
                    if not head.mark:
                        self._marks += 1
                        head.mark = f"index-{self._marks}"
                    yield head.mark, main == "main"

    def _head(self, path: list[str], letter: str | None) -> Head:
        head = self.heads.setdefault(path[0], Head(path[0], letter or ""))
        for name in path[1:]:
            head = head.under.setdefault(name, Head(name))
        return head

    def letters(self) -> Iterator[tuple[str, list[Head]]]:
        """The heads in order, under their letters; what begins with no letter comes first."""
        ordered = sorted(self.heads.values(), key=lambda head: ((head.letter or _initial(head.name)), head.order))
        for letter, heads in groupby(ordered, lambda head: head.letter or _initial(head.name)):
            yield letter, list(heads)


def folded(words: str) -> str:
    """The letters by which words are sorted."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    letters = "".join(sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join(letters.split()).removeprefix("the ")


def _initial(words: str) -> str:
    first = folded(words)[:1]
    return first.upper() if first.isalpha() else ""


def _paths(kind: str, parts: list[str]) -> Iterator[list[str]]:
    """The places of an entry: ``a; b`` is b under a, a pair is also a under b."""
    if not parts:
        return
    if kind == "pair" and len(parts) == 2:
        yield from (parts, parts[::-1])
    elif kind == "triple" and len(parts) == 3:
        yield from ([parts[at], f"{parts[(at + 1) % 3]}, {parts[(at + 2) % 3]}"] for at in range(3))
    else:
        yield parts[:2]
