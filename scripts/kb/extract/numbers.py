"""Reads numbers that are spelled in words, Roman numerals, and the patterns by which they are found."""

from __future__ import annotations

import re

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINAL_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

SCALES = {"thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SMALL = {word: number for number, word in enumerate([*_ONES, *_TEENS], 1)}
SMALL |= {word: number * 10 for number, word in enumerate(_TENS, 2)} | {"zero": 0}
ORDINALS = {word: number for number, word in enumerate([*_ORDINAL_ONES, *_ORDINAL_TEENS], 1)}
ORDINALS |= {word: number * 10 for number, word in enumerate(_ORDINAL_TENS, 2)} | {"hundredth": 100}


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_SCALE = _any(list(SCALES))
_BELOW_100 = rf"(?:{_any(_TENS)}(?:[ -]{_any(_ONES)})?|{_any([*_ONES, *_TEENS])})(?![a-z])"
_BELOW_1000 = rf"{_BELOW_100}(?:[ -]hundred(?:(?: and)? {_BELOW_100})?)?"
WORDS = (
    rf"(?:zero|a (?:hundred(?: and {_BELOW_100})?|{_SCALE})"
    rf"|{_BELOW_1000}(?:[ -]{_SCALE}(?:,? (?:and )?{_BELOW_1000})?)*)"
)
"""A number in words: ``six``, ``twenty-one``, ``a hundred``, ``seventeen thousand five hundred``."""

ORDINAL_WORDS = (
    rf"(?:{_any(_TENS)}[ -]{_any(_ORDINAL_ONES)}|{_any([*_ORDINAL_ONES, *_ORDINAL_TEENS, *_ORDINAL_TENS])}|hundredth)"
)
"""An ordinal in words up to the hundredth."""


def number(words: str) -> float:
    """The number that words or digits spell: ``six`` is 6, ``1,200`` is 1200, ``two million`` is 2,000,000."""
    total, current = 0.0, 0.0
    for word in re.findall(r"[a-z]+|[0-9][0-9,]*(?:\.[0-9]+)?", words.lower()):
        if word in SMALL:
            current += SMALL[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0.0
        elif word[0].isdigit():
            current += float(word.replace(",", ""))
    return total + current


def ordinal(words: str) -> int:
    """The number of an ordinal: ``twenty-first``, ``21st`` and ``xxi`` are 21."""
    digits = re.match(r"[0-9]+", words)
    if digits:
        return int(digits[0])
    letters = re.fullmatch(r"([ivxlc]+)(?:st|nd|rd|th)?", words)
    if letters:
        return roman(letters[1])
    return sum(ORDINALS.get(word, SMALL.get(word, 0)) for word in re.findall(r"[a-z]+", words.lower()))


def roman(letters: str) -> int:
    """The number of a Roman numeral: ``IV`` is 4."""
    values = [_ROMAN[letter] for letter in letters.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
