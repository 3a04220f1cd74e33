"""Locators say where in a source something stands: ``¶ 3``, ``Art. 4``, ``cl. 1(c)``, ``abstract, s. 2``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kb.core.places import KINDS, is_place

_NUMBERS = re.compile(r"([0-9]{1,9})(?:\s*[-–—]\s*([0-9]{1,9}))?")
_SEPARATORS = " \t.,;:&()[]–—-"
_LONGEST_RANGE = 2000
"""So many numbers of a range are told apart; of a longer one its ends."""
_LETTERS = ("p", "s")  # a single letter is a kind of place, or the letter of a clause, which is none


@dataclass(frozen=True, slots=True)
class Locator:
    """A kind of place and the numbers it names, and the place within that, if any: paragraphs 3 to 5, sentence 2."""

    kind: str
    numbers: frozenset[int]
    inner: Locator | None = None


@lru_cache(maxsize=2048)
def parse(text: str) -> Locator:
    """Read a locator; one without numbers is only a kind, an empty one is the whole source."""
    parts: list[tuple[str, set[int]]] = []
    end = 0
    room = _LONGEST_RANGE
    for match in _NUMBERS.finditer(text):
        words, end = text[end : match.start()], match.end()
        first, last = int(match[1]), int(match[2] or match[1])
        numbers = set(range(first, last + 1)) if 0 <= last - first <= room else {first, last}
        room -= len(numbers)
        *outer, kind = [_kind(part) for part in words.split(",")]
        parts += [(part, set()) for part in outer if part]
        if parts and (not kind or kind == parts[-1][0]):
            parts[-1][1].update(numbers)
        else:
            parts.append((kind, numbers))
    rest = _kind(text[end:])
    if rest and (not parts or not parts[-1][0]):
        parts = [*parts[:-1], (rest, parts[-1][1] if parts else set())]
    made = None
    for kind, numbers in reversed(parts):
        made = Locator(kind, frozenset(numbers), made)
    return made or Locator("", frozenset())


def _kind(text: str) -> str:
    words = [word.strip(_SEPARATORS) for word in text.casefold().split()]
    known = [KINDS.get(word, word) for word in words if word and word not in ("and", "to")]
    return " ".join(word for word in known if len(word) > 1 or not word.isalpha() or word in _LETTERS)


@lru_cache(maxsize=8192)
def meet(one: str, other: str) -> bool:
    """Can both locators mean the same place? One without numbers, or empty, meets all of its kind.

    A semicolon separates places of one source: ``heading; ¶ 1``. What has not the form of a place is one only where
    both have it, word for word: the heading of a part, and nothing that a sentence could hide in.
    """
    if one == other or not one or not other:
        return True
    here, there = _places(one), _places(other)
    odd = {place for place in (*here, *there) if not is_place(place)}
    if odd:
        return odd <= {*here} & {*there}
    return any(_meet(parse(one), parse(other)) for one in here for other in there)


def _places(text: str) -> list[str]:
    return [place.strip().casefold() for place in text.split(";")]


def _meet(one: Locator, other: Locator) -> bool:
    if not (one.kind or one.numbers) or not (other.kind or other.numbers):
        return True
    if one.kind != other.kind or (one.numbers and other.numbers and not one.numbers & other.numbers):
        return False
    return one.inner is None or other.inner is None or _meet(one.inner, other.inner)
