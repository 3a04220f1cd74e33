"""Which script a letter is of, and which word has a letter of another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_OTHER = re.compile(r"[Ͱ-ԯ]+")  # Greek and Cyrillic
_GREEK_SIGNS = frozenset("ΓΔΘΛΞΠΣΦΨΩαβγδεζηθλμξπρστφχψω")
"""Letters of formulas, which pass for no Latin letter."""
_LONGEST = 60
"""As far as a word is looked at."""


@cache
def script_of(char: str) -> str:
    """The script of a letter or digit, by the first word of its name."""
    return unicodedata.name(char, "").partition(" ")[0]


def is_latin(char: str) -> bool:
    """Is it a Latin letter?"""
    return char.isalpha() and (char.isascii() or "\u00c0" <= char < "\u0250")


def mixed(text: str) -> Iterator[tuple[int, str]]:
    """Where the first letter stands that is of another script than most of its word, and why it does not belong."""
    behind = 0
    for match in _OTHER.finditer(text):
        start, end = match.span()
        if start < behind or not (is_latin(text[start - 1 : start]) or is_latin(text[end : end + 1])):
            continue
        first, behind = _word(text, start, end)
        word = text[first:behind]
        others = [n for n, char in enumerate(word) if "Ͱ" <= char <= "ԯ" and char.isalpha()]
        if all(word[n] in _GREEK_SIGNS for n in others):
            continue
        latin = [n for n, char in enumerate(word) if is_latin(char)]
        at = min(others if len(others) <= len(latin) else latin)
        most = "Latin" if len(others) <= len(latin) else script_of(word[others[0]]).capitalize()
        yield first + at, f"the other letters of {_shown(word, word[at])} are {most}"


def _shown(word: str, stray: str) -> str:
    """The word with the letter shown by its number: nobody could tell it from the right one."""
    return "'" + word.replace(stray, f"\\u{ord(stray):04X}") + "'"


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > low and text[start - 1].isalpha():
        start -= 1
    while end < high and text[end].isalpha():
        end += 1
    return start, end
