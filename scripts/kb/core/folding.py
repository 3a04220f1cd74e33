"""Folds text as a reader reads it: any space is a space, letters are composed, what nobody sees is left out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kb.core.signs import is_exponent, is_fraction, is_raised, written_out

_PLAIN = r" -~¡-¬®-±´-¸º»¿-ʯА-ҁҊ-ԯԱ-Ֆա-ևა-ჺ–—‘-„†•…‰€₽№ぁ-ゖァ-ヺ一-鿿"  # letters and marks that fold to themselves
_FOLDS = re.compile(rf"[^{_PLAIN}]|  ")
_ODD = re.compile(rf"[^{_PLAIN}\n]")
HYPHENS = {0x2010: "-", 0x2011: "-"}
"""What printers set for a hyphen, by number, as `str.translate` asks for it."""
_MARKS = HYPHENS | {0x2212: "-", 0x2012: "–", 0x2015: "—", 0x2044: "/", 0x2215: "/"}
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Characters that are called letters, marks or signs, and show nothing."""
_SHOWN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Characters that are called invisible, and are seen: signs that reach under the digits behind them."""
_THOUSANDS = re.compile(r"(?<![\d.,\u00a0\u2009\u202f])\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)")
_SPACES = re.compile(r"[\u00a0\u2009\u202f]")
"""Spaces that do not break and thin ones, which part the thousands of a number as a comma does."""
_MOST_MARKS = 30
"""More marks than any letter bears, after Unicode's Stream-Safe Text; sorting them takes the square of their number."""


def fold(text: str, before: str = "") -> tuple[str, Sequence[int]]:
    """The text as it is read behind another, and for each of its characters where in the given text it stood."""
    if not _FOLDS.search(text):
        return text, range(len(text))
    text = _THOUSANDS.sub(lambda number: _SPACES.sub(",", number[0]), text)
    folded: list[str] = []
    kept: list[int] = []
    whole = before + text
    for at, letter in letters(text):
        read = _read(letter)
        if is_fraction(letter[0]) and (folded or [before])[-1][-1:].isdigit():
            read = read.removeprefix("0")  # a half behind a whole number: 2½ is 2.5
        elif letter[0].isdigit() and is_raised(letter[0]) and is_exponent(whole, len(before) + at):
            read = letter  # km² is no number
        for char in read:
            if char != " " or folded[-1:] != [" "]:
                folded.append(char)
                kept.append(at)
    return "".join(folded), kept


def is_plain(text: str) -> bool:
    """Does every character of it stay as it is?"""
    return not _ODD.search(text)


def composed(text: str) -> str:
    """The text with its letters composed."""
    if is_plain(text):
        return text
    return "".join(unicodedata.normalize("NFC", letter) for _, letter in letters(text))


def letters(text: str) -> Iterator[tuple[int, str]]:
    """Every letter with the marks upon it, and where it stands."""
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and end - at <= _MOST_MARKS and _joins(text[end]):
            end += 1
        yield at, text[at:end]
        at = end


@cache
def _joins(char: str) -> bool:
    """Is it a mark, or a vowel or final consonant of a Korean syllable, which belongs to the letter before it?"""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


@lru_cache(maxsize=4096)
def _read(cluster: str) -> str:
    return unicodedata.normalize("NFC", "".join(map(_read_alone, cluster)))


def _read_alone(char: str) -> str:
    if is_unseen(char):
        return ""
    if unicodedata.category(char) in ("Zs", "Zl", "Zp", "Cc"):
        return " "
    return _MARKS.get(ord(char)) or ordinary(char) or char


@cache
def is_unseen(char: str) -> bool:
    """Does it show nothing, and take no room?"""
    if char in _SHOWN:
        return False
    is_selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0000" <= char <= "\U000e0fff" or "\u180b" <= char <= "\u180f"
    return char in _BLANK or is_selector or unicodedata.category(char) == "Cf"


@cache
def ordinary(char: str) -> str:
    """The usual way to write a digit of another script, a number that is one sign, or a form of letters; else nothing.

    Forms are those that are wide, bold, joined, circled or raised.
    """
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.digit(char))
    kind = unicodedata.decomposition(char).partition(" ")[0]
    is_form = kind in ("<wide>", "<font>") or "\ufb00" <= char <= "\ufb17"
    return unicodedata.normalize("NFKC", char) if is_form else written_out(char)
