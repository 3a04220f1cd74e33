"""Which words of texts are not among those printed, though lines break words and a narrow space glues them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from unicodedata import bidirectional

from sphinx_typst.breaking import endless

WHOLE = 8
"""Words of fewer letters are broken by hyphens alone."""
LINES = 6
"""Over so many lines a word may go in a narrow column."""
NOTE = 3
"""The number of a note that stands behind a number has so many digits at most."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_BROKEN = re.compile(r"[^\W\d_]+|\d+|[-\u00ad\u2010]\s*\n")
_HYPHEN = re.compile(r"[-\u00ad\u2010](?!\s*\n)")


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, without regard to capitals and hyphens."""
    return _WORD.findall(_HYPHEN.sub("", text.casefold()))


def losses(printed: str, texts: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The texts of which words are printed less often than they should be, those that lack most first.

    What is written from right to left is read back in another order, and not looked for.
    """
    wanted = [[word for word in words_of(text) if bidirectional(word[0]) not in ("R", "AL")] for text in texts]
    pieces = _BROKEN.findall(_HYPHEN.sub("", printed.casefold()))
    together = "".join(piece for piece in pieces if piece.isalnum())
    broken = {word for text in texts for token in endless(text) for word in words_of(token)}
    lacking = _lacking(pieces, together, Counter(word for words in wanted for word in words), broken)
    some = [(sum(word in lacking for word in words), at) for at, words in enumerate(wanted)] if lacking else []
    for _, at in sorted((each for each in some if each[0]), key=lambda each: (-each[0], each[1])):
        missed = []
        for word in wanted[at]:
            if lacking.get(word, 0) > 0:
                lacking[word] -= 1
                missed.append(word)
        is_glued = len(missed) < len(wanted[at]) and "".join(wanted[at]) in together
        if missed and not is_glued:
            yield at, missed


def _lacking(pieces: list[str], together: str, wanted: Counter[str], broken: Collection[str]) -> dict[str, int]:
    """How often each word is missing."""
    reading = Reading(pieces, wanted)
    lacking = {word: number - reading.found[word] for word, number in wanted.items() if reading.found[word] < number}
    for word in lacking:
        lacking[word] -= reading.parted(word)
        if len(word) >= WHOLE or word in broken:
            lacking[word] = min(lacking[word], wanted[word] - together.count(word))
        if word in broken and reading.goes_on(word):
            lacking[word] -= 1
    return {word: number for word, number in lacking.items() if number > 0}


class Reading:
    """The known words among printed pieces: as they stand, put together from lines, or taken apart."""

    def __init__(self, pieces: list[str], known: Collection[str]) -> None:
        self._pieces, self._known = pieces, known
        self._begun: list[str] = []
        """Beginnings of words before a hyphen, behind which the end of a page or column comes first."""
        self._unknown: list[str] = []
        self.found = Counter(self._words())

    def parted(self, word: str) -> int:
        """How often a word begins at the end of a page and ends somewhere else."""
        ends = [word[len(begun) :] for begun in self._begun if word.startswith(begun)]
        return sum(1 for end in ends if end and end in self._unknown)

    def goes_on(self, word: str) -> bool:
        """Is a word made of pieces one behind the other, be there the foot of a page and its notes between them?"""
        at = 0
        for piece in self._unknown:
            if word.startswith(piece, at):
                at += len(piece)
        return at == len(word)

    def _words(self) -> Iterator[str]:
        at = 0
        while at < len(self._pieces):
            piece, at = self._pieces[at], at + 1
            if not piece.isalnum():
                continue
            is_hyphened = at < len(self._pieces) and not self._pieces[at].isalnum()
            if is_hyphened or piece not in self._known:
                whole, after = self._joined(piece, at)
                if whole:
                    yield whole
                    at = after
                    continue
                if is_hyphened:
                    self._begun.append(piece)
            yield from [piece] if piece in self._known else self._apart(piece)

    def _joined(self, piece: str, at: int) -> tuple[str, int]:
        """The known word that a piece makes with those behind it, and where that one ends."""
        for end in range(at, min(at + LINES, len(self._pieces))):
            piece += self._pieces[end] if self._pieces[end].isalnum() else ""
            if self._pieces[end].isalnum() and piece in self._known:
                return piece, end + 1
        return "", at

    def _apart(self, glued: str) -> list[str]:
        """The fewest known words of which this one is made; behind a number may stand that of a note."""
        if glued.isdecimal():
            ends = range(len(glued) - 1, max(0, len(glued) - NOTE - 1), -1)
            return [glued[:end] for end in ends if glued[:end] in self._known][:1]
        best: list[list[str] | None] = [[]]
        for end in range(1, len(glued) + 1):
            starts = [(best[start], glued[start:end]) for start in range(end)]
            made = [[*before, word] for before, word in starts if before is not None and word in self._known]
            best.append(min(made, key=len, default=None))
        if best[-1] is None:
            self._unknown.append(glued)
        return best[-1] or []
