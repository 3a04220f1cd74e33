"""Whether a name, a phrase or the beginning of a word stands in a text, and not only as letters within other words."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.core import folding

_APOSTROPHES = str.maketrans("‘’ʼ", "'''")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text as it is read, with one sort of apostrophe."""
    return folding.fold(text)[0].strip().translate(_APOSTROPHES)


def stands_in(name: str, text: str) -> bool:
    """Does the name stand there whole? *Osk* does in ``Osk's view``, and neither in ``Oskar`` nor in ``Bosk``."""
    return _stands(fold(name), fold(text))


def stands_in_any_case(phrase: str, text: str) -> bool:
    """Does the phrase stand there whole, in capitals or not?"""
    return _stands(fold(phrase.casefold()), fold(text.casefold()))


def begins_a_word(stem: str, text: str) -> bool:
    """Does a word of the text begin so? *nato* begins one in ``NATO's``, and none in ``senators``."""
    letters, whole = fold(stem.casefold()), fold(text.casefold())
    return bool(letters) and letters in whole and bool(_beginning(letters).search(whole))


def _stands(phrase: str, text: str) -> bool:
    return bool(phrase) and phrase in text and bool(whole(phrase).search(text))


@lru_cache(maxsize=16384)
def whole(phrase: str) -> re.Pattern[str]:
    """Finds the phrase where no letter or digit goes on before or behind it."""
    return re.compile(_not_within("(?<!{})", phrase[0]) + re.escape(phrase) + _not_within("(?!{})", phrase[-1]))


@lru_cache(maxsize=16384)
def _beginning(letters: str) -> re.Pattern[str]:
    return re.compile(_not_within("(?<!{})", letters[0]) + re.escape(letters))


def _not_within(around: str, edge: str) -> str:
    """A mark such as ``$`` or ``№`` at the edge of a phrase may touch anything."""
    return around.format(r"\w") if edge.isalnum() else ""
