"""Finds numbers that are written in words, or in digits with words behind them, and reads them; Roman numerals too.

``text2num`` reads what is in words alone. It knows no *a hundred*, no halves, no trillions, no digits and no ordinals:
those are read here. *Hundreds*, *several thousand* and *dozens* are no figures, for nobody can count them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from math import prod

from text_to_num import text2num

from kb.lang import en

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
SMALL = [*en.ONES, *en.TEENS, *en.TENS]

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT = {"mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "trln": 10**12}
"""Magnitudes cut short, behind digits: ``1.2bn``."""
LETTERS = {"k": 10**3, "m": 10**6}
"""Magnitudes where they touch the digits; in prose ``m`` only behind a sign of money, for it is a metre too."""
COUNTING = frozenset({*SMALL, *SCALES, "zero", "hundred", "half"})
"""Where none of these words stands, no number is spelled out."""
ORDINALS = {word: number for number, word in enumerate([*en.ORDINAL_ONES, *en.ORDINAL_TEENS], 1)}
ORDINALS |= {word: number * 10 for number, word in enumerate(en.ORDINAL_TENS, 2)}
_ROUND = {"hundredth": 100, "thousandth": 1000}
ORDERING = frozenset({*ORDINALS, *_ROUND})
"""Where none of these stands, no ordinal is."""
_PARTS = {"half": 0.5, "a half": 0.5, "a quarter": 0.25, "one quarter": 0.25, "three quarters": 0.75}


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_SCALE = _any(SCALES)
_BELOW_100 = rf"(?:{_any(en.TENS)}(?:[ -]{_any(en.ONES)})?|{_any([*en.ONES, *en.TEENS])})(?![a-z])"
_BELOW_1000 = rf"{_BELOW_100}(?:[ -]hundred(?:(?: and)? {_BELOW_100})?)?"
_COMMA = rf"(?:,(?= [a-z]+(?:-[a-z]+)?[ -](?:hundred|{_SCALE})(?![a-z])))?"
"""Between the parts of one number; what follows in ``two million, six of them`` is another."""
_AND_A_HALF = "(?: and (?:a half|a quarter|three quarters))"
_HALVED = rf"{_AND_A_HALF}(?:[ -]{_SCALE})?"
_LARGE = rf"(?:[ -]{_SCALE})+(?:{_COMMA} (?:and )?{_BELOW_1000}(?:[ -]{_SCALE})*)*{_AND_A_HALF}?"
_HUNDRED = rf"hundred(?:(?: and)? {_BELOW_100})?"
WORDS = (
    rf"(?:(?:half|(?:(?:a|one) quarter|three quarters) of) a (?:hundred|{_SCALE})"
    rf"|(?:{_BELOW_100}|a(?= (?:hundred|{_SCALE})(?![a-z])))(?:[ -]{_HUNDRED})?(?:{_LARGE}|{_HALVED})?|zero)"
)
"""A number in words: ``six``, ``twenty-one``, ``a hundred thousand``, ``half a million``, ``two and a half``."""
DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,15}(?:\.[0-9]+)?)"
HALVED = rf"{DIGITS}{_HALVED}"
"""Digits with a half in words: ``2 and a half million``."""
FEW = rf"(?:(?:{DIGITS}|{_BELOW_1000}){_AND_A_HALF}?)"
"""A number without magnitude, as of percents and dozens."""
_SCALED = rf"(?: ?{_any(SHORT)}(?![a-z0-9])|(?: hundred)?(?:[ -]{_SCALE})*(?![a-z]))?"
NUMBER = rf"(?:{DIGITS}(?:{_HALVED}|k(?![a-z0-9])|{_SCALED})|{WORDS})"
"""A number in words or in digits, with its magnitude: ``1.2 million``, ``1.2bn``, ``17k``."""
MONEY = rf"{DIGITS}(?:[km](?![a-z0-9])|{_SCALED})"
"""A number behind the sign of a currency."""

ORDINAL_BELOW_100 = (
    rf"(?:{_any([*en.ORDINAL_ONES, *en.ORDINAL_TEENS, *en.ORDINAL_TENS])}|{_any(en.TENS)}[ -]{_any(en.ORDINAL_ONES)})"
)
ORDINAL_WORDS = (
    rf"(?:{ORDINAL_BELOW_100}|(?:{_any(['a', 'ten', *en.ONES])}[ -])?"
    rf"(?:hundred(?:(?: and)? {ORDINAL_BELOW_100}|th)|thousandth))"
)
"""An ordinal in words: ``first``, ``twenty-first``, ``hundred and first``, ``two hundredth``, ``thousandth``."""

_BEFORE = re.compile("(half|(?:a|one) quarter|three quarters)(?: of)? (?=a )")
_BEHIND = re.compile(" and (a half|a quarter|three quarters)")
_MAGNITUDES = SCALES | SHORT | LETTERS | {"hundred": 100}
_IN_DIGITS = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)(.*)")
_WORD = re.compile("[a-z]+")


@lru_cache(maxsize=16384)
def number(written: str) -> float:
    """The number that words or digits spell: ``1,200`` is 1200, ``half a million`` 500,000; 0 if they spell none."""
    text = written.lower().replace("-", " ")
    if before := _BEFORE.match(text):
        return _PARTS[before[1]] * _whole(text[before.end() :])
    if behind := _BEHIND.search(text):
        text = text[: behind.start()] + text[behind.end() :]
        last = _WORD.findall(text)[-1:]
        return _whole(text) + _PARTS[behind[1]] * SCALES.get("".join(last), 1)
    return _whole(text)


def _whole(text: str) -> float:
    if digits := _IN_DIGITS.match(text):
        return times(digits[1].replace(",", ""), *(_MAGNITUDES[word] for word in _WORD.findall(digits[2])))
    many, scale, rest = text.partition(" trillion")
    return _in_words(many) * SCALES["trillion"] + _in_words(rest) if scale else _in_words(text)


def times(digits: str, *magnitudes: int) -> float:
    """Digits with a decimal point times magnitudes, exactly: 1.1 million is 1,100,000 and no hair more.

    A million trillions and more are no number that anyone gives, and are nothing.
    """
    value = Decimal(digits) * prod(magnitudes)
    return float(value) if value < 10**18 else 0.0


def _in_words(text: str) -> float:
    words = text.replace(",", "").split()
    if words[:1] == ["a"]:
        words[0] = "one"
    try:
        return float(text2num(" ".join(words[words[:1] == ["and"] :]), "en")) if words else 0.0
    except ValueError:
        return 0.0


def ordinal(words: str) -> int:
    """The number of an ordinal: ``twenty-first``, ``21st`` and ``xxi`` are 21."""
    digits = re.match(r"[0-9]+", words)
    if digits:
        return int(digits[0])
    letters = re.fullmatch(r"([ivxlc]+)(?:st|nd|rd|th)?", words)
    if letters:
        return roman(letters[1])
    *before, last = words.lower().replace("-", " ").split()
    if last in _ROUND:
        return int(_in_words(" ".join(before)) or 1) * _ROUND[last]
    return int(_in_words(" ".join(before).removesuffix(" and"))) + ORDINALS[last]


def roman(letters: str) -> int:
    """The number of a Roman numeral: ``IV`` is 4."""
    values = [_ROMAN[letter] for letter in letters.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
