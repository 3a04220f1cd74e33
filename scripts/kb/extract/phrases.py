"""Whether a name, a phrase or the beginning of a word stands in a text, and not only as letters within other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kb.core import folding
from kb.core.romanised import spelled

_FORM = 5
"""So many letters at its beginning the forms of a name share."""
_APOSTROPHES = str.maketrans("‘’ʼ", "'''")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text as it is read, with one sort of apostrophe."""
    return folding.fold(text)[0].strip().translate(_APOSTROPHES)


def lowered(text: str) -> str:
    """The text in small letters and no longer than it was: a dotted capital I would become two signs."""
    return text.replace("İ", "I").lower()


def stands_in(name: str, text: str) -> bool:
    """Does the name stand there whole? *Osk* does in ``Osk's view``, and neither in ``Oskar`` nor in ``Bosk``."""
    return _stands(fold(name), fold(text))


def stands_in_any_case(phrase: str, text: str) -> bool:
    """Does the phrase stand there whole, in capitals or not?"""
    return _stands(fold(phrase.casefold()), fold(text.casefold()))


def begins_a_word(stem: str, text: str) -> bool:
    """Does a word of the text begin so? *nato* begins one in ``NATO's``, and none in ``senators``."""
    return any(_places(fold(stem.casefold()), fold(text.casefold())))


def carries(texts: Iterable[str], word: str) -> bool:
    """Does a text have the name, or its beginning as another form of it has it: *Turkish* for *Turkey*?"""
    short = fold(word).rstrip("s'’").casefold()
    short = short[:_FORM] if len(short) >= _FORM else f" {short}"
    return any(short in f" {text.casefold()}" or spelled(word, text) for text in texts)


def _stands(phrase: str, text: str) -> bool:
    return any(_ends(text, end, phrase[-1]) for end in _places(phrase, text))


def _places(letters: str, text: str) -> Iterator[int]:
    """Where the letters stand with no letter or digit before them: the place behind each."""
    start = text.find(letters) if letters else -1
    while start >= 0:
        if not (start and _is_letter(letters[0]) and _is_letter(text[start - 1])):
            yield start + len(letters)
        start = text.find(letters, start + 1)


def _ends(text: str, end: int, last: str) -> bool:
    return not (end < len(text) and _is_letter(last) and _is_letter(text[end]))


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


@lru_cache(maxsize=16384)
def whole(phrase: str) -> re.Pattern[str]:
    """Finds the phrase where no letter or digit goes on before or behind it."""
    return re.compile(_not_within("(?<!{})", phrase[0]) + re.escape(phrase) + _not_within("(?!{})", phrase[-1]))


def _not_within(around: str, edge: str) -> str:
    """A mark such as ``$`` or ``№`` at the edge of a phrase may touch anything."""
    return around.format(r"\w") if edge.isalnum() else ""
