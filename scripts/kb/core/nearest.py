"""Which known word somebody meant who wrote one that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

_ALIKE = 60
"""Words are near each other if they share so many of a hundred letters, in order; capitals make no difference."""
_LONGEST = 60
"""What is longer is no slip of a name."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The word that is meant, if one is near."""
    return next(iter(near(word, known, 1)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The question whether a near word is meant, or nothing."""
    found = nearest(word, known)
    return f"did you mean {found!r}?" if found else ""


def near(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """What may be meant, nearest first; of those equally near the one with the same capitals, then by name."""
    if len(word) > _LONGEST:
        return []
    found = extract(word.casefold(), list(known), scorer=ratio, processor=str.casefold, score_cutoff=_ALIKE, limit=None)
    ranked = nsmallest(most, found, key=lambda each: (-each[1], -ratio(word, each[0]), each[0]))
    return [name for name, _, _ in ranked]
