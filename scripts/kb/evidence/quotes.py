"""What figures can be read in a quotation or a note, in English and in Russian: the other half of the double entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kb.core.dates import Date
from kb.core.digits import grouped, plain
from kb.core.folding import fold
from kb.core.months import NUMBERS as MONTHS
from kb.core.months import name
from kb.extract import numbers
from kb.lang import ru

_SCALES = {"hundred": 100} | numbers.SCALES | numbers.SHORT | ru.SCALES | ru.SHORT
_TELLING = frozenset({*MONTHS, *numbers.COUNTING, *numbers.ORDERING, *ru.KNOWN})
"""The words that can be part of a date or a number; ``ё`` is written ``е``."""

_TWELVE = frozenset(MONTHS.values())
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_DECADE = re.compile(r"(?<!\d)(\d{3})(?:0s\b|0['’]s\b|0-[ехыx]|X\b)")
_DIGIT = re.compile(r"\d")
_FRACTION = re.compile("[¼-¾⅐-⅞]")
_YEAR = re.compile(r"(?<![\d,.])\d{4}(?!\d|[,.]\d|(?<=0)['’]?s\b|-[ех])")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_BEHIND = re.compile(r"[ \u00a0.-]*([^\W\d_]+)(?!\w)")
_DECIMAL = re.compile(r"\d+,(?:\d{1,2}|\d{4,})")
_PARTING = re.compile(r"[\s,]")
_POINTED = re.compile(r"\d{1,3}\.\d{3}")
_COUNTLESS = 1e15
"""Longer rows of digits are no numbers that a source gives, but those of documents and accounts."""
_SPELLED = re.compile(rf"\b(?:{numbers.HALVED}|{numbers.WORDS})\b", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b{numbers.ORDINAL_WORDS}\b", re.IGNORECASE)
_ROMAN = re.compile(r"\b[IVXLC]+\b")


@dataclass(frozen=True, slots=True)
class Readable:
    """The parts of dates and the numbers that a text holds."""

    years: frozenset[int]
    months: frozenset[int]
    days: frozenset[int]
    decades: frozenset[int]
    numbers: frozenset[float]
    text: str


@lru_cache(maxsize=65536)
def read(text: str) -> Readable:
    """Everything that can be read as part of a date or as a number; generous, for it only ever excuses."""
    if _FRACTION.search(text):
        text = "\n".join(fold(line)[0] for line in text.split("\n"))
    words = _telling(text)
    numbers = _spelled(text, words)
    years: set[int] = set()
    decades: set[int] = set()
    full: list[tuple[str, ...]] = []
    if _DIGIT.search(text):
        numbers |= _in_digits(text)
        decades = {int(found) * 10 for found in _DECADE.findall(text)}
        years = {int(n) for n in _YEAR.findall(text)}
        full = [*_ISO.findall(text), *((year, month, day) for day, month, year in _DOTTED.findall(text))]
    months = {MONTHS[word] for word in words if word in MONTHS}
    days = {int(n) for n in numbers if n == int(n) and 1 <= n <= 31}
    for year, month, day in full:
        years.add(int(year))
        months |= {int(month)} & _TWELVE  # 1990-91 is no month
        days |= {int(day)} if day else set()
    sets = (frozenset(years), frozenset(months), frozenset(days), frozenset(decades), frozenset(numbers))
    return Readable(*sets, " ".join(text.casefold().split()))


def together(texts: Iterable[str]) -> Readable:
    """What several texts hold between them: the parts of one date may stand apart."""
    return read("\n".join(texts))


def _telling(text: str) -> frozenset[str]:
    return _TELLING.intersection(_WORD.findall(text.lower().replace("ё", "е")))


def _spelled(text: str, words: frozenset[str]) -> set[float]:
    """The numbers that are words or Roman numerals; ``words`` are those of the text that may be part of one."""
    found = {float(numbers.roman(letters)) for letters in _ROMAN.findall(text)}
    if words & ru.KNOWN:
        found |= {value for _, _, value in ru.spelled(text)}
    if words & numbers.COUNTING:
        found |= {numbers.number(spelled) for spelled in _SPELLED.findall(text)}
    if words & numbers.ORDERING:
        found |= {float(numbers.ordinal(spelled)) for spelled in _ORDINAL.findall(text)}
    return found


@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[tuple[int, int, float], ...]:
    """Every number of a text with its magnitude, from where to where; some write 3.500 for three thousand and 500."""
    words = _telling(text)
    found = [(start, end, value) for start, end, _, value in _digits(text)]
    found += [(s, e, value * 1000) for s, e, digits, value in _digits(text) if _POINTED.fullmatch(digits)]
    if words & numbers.COUNTING:
        found += [(match.start(), match.end(), numbers.number(match[0])) for match in _SPELLED.finditer(text)]
    return (*found, *(ru.spelled(text) if words & ru.KNOWN else ()))


def _in_digits(text: str) -> set[float]:
    return {number for _, _, digits, value in _digits(text) for number in (float(digits), value)}


def _digits(text: str) -> Iterator[tuple[int, int, str, float]]:
    """Every number in digits: from where to where, its digits, and what they are with the magnitudes behind them."""
    for match in _DIGITS.finditer(text):
        digits = _plain(match[0])
        value = float(digits)
        if value < _COUNTLESS:
            scales, end = _magnitudes(text, match.end())
            yield match.start(), end, digits, numbers.times(digits, *scales) if scales else value


def _magnitudes(text: str, end: int) -> tuple[list[int], int]:
    """``1.2bn``, ``17 тыс.``, ``3 hundred thousand``; a single letter counts only where it touches the digits."""
    found: list[int] = []
    while word := _BEHIND.match(text, end):
        letter = numbers.LETTERS.get(word[1].lower()) if not found and word.start(1) == end else None
        scale = letter or _SCALES.get(word[1].lower())
        if scale is None:
            break
        found.append(scale)
        end = word.end()
    return found, end


def _plain(digits: str) -> str:
    """Commas and spaces part thousands, unless what follows the comma is no group of three: then it is decimal."""
    if _DECIMAL.fullmatch(digits):
        return digits.replace(",", ".")
    return digits if digits.isdecimal() else _PARTING.sub("", digits)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a value: what it is called, the number it is, and what of that kind a text holds."""

    kind: str
    value: float
    word: str

    def stands_in(self, text: Readable) -> bool:
        """Can this part be read there?"""
        return self.value in self.others(text)

    def others(self, text: Readable) -> frozenset[float]:
        """Everything of the same kind that can be read there."""
        kinds = {"year": text.years, "month": text.months, "day": text.days, "decade": text.decades}
        return frozenset(kinds.get(self.kind, text.numbers))

    def spelled(self, number: float) -> str:
        """The number as a reader knows it: a month has a name."""
        return name(int(number)) if self.kind == "month" else grouped(number) if number >= 10000 else plain(number)

    def rivals(self, text: Readable) -> frozenset[float]:
        """What stands there in its stead: a day only beside a month, a number only where it is no part of a date."""
        if self.kind == "day":
            return self.others(text) if text.months else frozenset()
        if self.kind == "number":
            return self.others(text) - text.years - (text.days if text.months else frozenset())
        return self.others(text)


def spelled_out(text: str) -> tuple[Part, ...]:
    """Every year, decade and number that a text of ours writes in digits."""
    held = read(text)
    found = [Part("year", year, str(year)) for year in sorted(held.years)]
    found += [Part("decade", decade, f"{decade}s") for decade in sorted(held.decades)]
    digits = {float(digits) for _, _, digits, _ in _digits(text)} - held.years - held.decades
    return (*found, *(Part("number", number, plain(number)) for number in sorted(digits)))


def parts(when: Date) -> tuple[Part, ...]:
    """The parts of a date that its source must show."""
    if when.precision == "range":
        return tuple(dict.fromkeys(part for end in when.ends for part in parts(end)))
    if when.precision == "decade":
        decade = when.earliest.year // 10 * 10
        return (Part("decade", decade, f"{decade}s"),)
    year, month, day = when.parts
    found = [Part("year", year, str(year))]
    if month:
        found.append(Part("month", month, name(month)))
    if day:
        found.append(Part("day", day, str(day)))
    return tuple(found)
