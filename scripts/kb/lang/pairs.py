"""English: the words that set one of two things before, above or in the place of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kb.lang import en
from kb.lang.stems import stem

_WORDS = 4
"""So many words on both sides of such a turn are what it sets against each other."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_MEASURED = re.compile(r"\b(?:year|month|week|day|decade|hour)s?(?: to the day| or so| and a half)? $", re.IGNORECASE)
"""Before a turn that tells how far apart two are: *a year to the day after*."""
_STOP = re.compile(r"[;:.]")
_TURNS = (
    ("choice", re.compile(r"\b(?:rather than|instead of|in (?:the )?place of)\b|, (?:and )?not\b", re.I), False),
    ("choice", re.compile(r"\b(?:took|takes?) (?:the )?place of\b", re.I), False),
    ("choice", re.compile(r"\b(?:replaced|superseded|ousted) by\b", re.I), True),
    ("choice", re.compile(r"\b(?:replac|supersed)(?:es|ing)\b", re.I), False),
    ("degree", re.compile(r"(?<!rather )\bthan\b", re.I), False),
    ("order", re.compile(r"\b(?:before|ahead of|prior to|followed by|succeeded by)\b", re.I), False),
    ("order", re.compile(r"\b(?:after|succeeding|succeeded(?! by\b))\b", re.I), True),
)  # fmt: skip
"""Of what kind each turn is, and whether what stands before it is the lesser, the later or what is given up."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides in their stems: the one that is chosen, greater or first, and the other; and the turn between them."""

    kind: str
    turn: str
    at: int
    first: frozenset[str]
    last: frozenset[str]

    def turns(self, other: Pair) -> bool:
        """Is the first of this the last of the other, and the last its first, and neither as here?"""
        first, last = self.first - self.last, self.last - self.first
        its_first, its_last = other.first - other.last, other.last - other.first
        crossed = bool(first & its_last and last & its_first)
        return self.kind == other.kind and crossed and not (first & its_first or last & its_last)

    def agrees(self, other: Pair) -> bool:
        """Are first and last the same here and there?"""
        return self.kind == other.kind and bool(self.first & other.first and self.last & other.last)


@lru_cache(maxsize=32768)
def pairs(text: str) -> tuple[Pair, ...]:
    """Every two things that a text sets against each other: the words right beside the turn, and some more of them."""
    return tuple(_pairs(text))


def _pairs(text: str) -> Iterator[Pair]:
    for kind, turn, is_turned in _TURNS:
        for found in turn.finditer(text):
            if _MEASURED.search(text[: found.start()]):
                continue
            before = _stems(_STOP.split(text[: found.start()])[-1])
            behind = _stems(_STOP.split(text[found.end() :])[0])
            for words in (1, _WORDS) if before and behind else ():
                sides = frozenset(before[-words:]), frozenset(behind[:words])
                yield Pair(kind, found[0].strip(" ,"), found.start(), *(reversed(sides) if is_turned else sides))


def _stems(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text) if word.lower() not in en.EMPTY]
