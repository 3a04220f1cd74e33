"""The sentence that is being read on one source line, folded, with the place of every character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from kb.core.folding import fold
from kb.core.mark import Mark
from kb.core.model import Citation, Sentence

_QUOTES = {"“": "”", '"': '"'}
_QUOTE = re.compile('[“"]')


class Line:
    """The sentence being read on one source line."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.citations: list[Citation] = []
        self.masked: list[tuple[int, int, str]] = []

    def add(self, text: str, line: int, column: int, step: bool = True) -> None:
        """Add text, folded, that starts at a place; without ``step`` all of it stands there."""
        folded, kept = fold(text, self.text[-1][-1:] if self.text else "")
        if folded[:1] == " " and self._ends_in_space:
            folded, kept = folded[1:], kept[1:]
        if folded:
            self.text.append(folded)
            columns = [column + at for at in kept] if step else [column] * len(kept)
            self.places += zip(repeat(line), columns, strict=False)

    def mask(self, start: int, kind: str) -> None:
        """What was added from here on is no prose of ours, but of this kind."""
        self.masked.append((start, self.length, kind))

    def since(self, start: int) -> str:
        """What was added from here on."""
        return "".join(self.text)[start:]

    @property
    def length(self) -> int:
        return len(self.places)

    @property
    def _ends_in_space(self) -> bool:
        return bool(self.text) and self.text[-1].endswith(" ")

    def trim(self) -> None:
        """A citation stands behind a space that the reader does not see as part of the sentence."""
        kept = "".join(self.text).rstrip(" ")
        self.text, self.places = [kept], self.places[: len(kept)]

    def sentence(self, path: str, line: int) -> Sentence | None:
        """The sentence as it was read; nothing if it says nothing."""
        text = "".join(self.text)
        if not text.strip() and not self.citations:
            return None
        masked = list(self.masked) + [(start, end, "quote") for start, end in _quoted(text)]
        first = self.places[0] if self.places else (line, 1)
        return Sentence(text, tuple(self.places), tuple(self.citations), tuple(sorted(masked)), Mark(path, *first))


def joined(cells: Sequence[Sentence], line: int) -> Sentence:
    """A row of a table is one sentence: its cells joined by bars, which stand nowhere in the file."""
    text = ""
    places: list[tuple[int, int]] = []
    citations: list[Citation] = []
    masked: list[tuple[int, int, str]] = []
    for cell in cells:
        if text:
            text += " | "
            places += [places[-1]] * 3 if places else [(line, 1)] * 3
        citations += [replace(citation, at=citation.at + len(text)) for citation in cell.citations]
        masked += [(start + len(text), end + len(text), kind) for start, end, kind in cell.masked]
        text += cell.text
        places += cell.places
    return Sentence(text, tuple(places), tuple(citations), tuple(masked), cells[0].mark)


def short(text: str) -> str:
    """A text as it is quoted in a message."""
    return repr(text if len(text) <= 40 else text[:37] + "…")


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
