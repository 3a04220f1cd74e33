"""What figures can be read in a quotation or a note, in English and in Russian: the other half of the double entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kb.core.dates import Date
from kb.extract import numbers
from kb.lang.ru import RUSSIAN
from kb.load.folding import fold

_MONTHS = {
    1: "january jan январь января январе",
    2: "february feb февраль февраля феврале",
    3: "march mar март марта марте",
    4: "april apr апрель апреля апреле",
    5: "may май мая мае",
    6: "june jun июнь июня июне",
    7: "july jul июль июля июле",
    8: "august aug август августа августе",
    9: "september sept sep сентябрь сентября сентябре",
    10: "october oct октябрь октября октябре",
    11: "november nov ноябрь ноября ноябре",
    12: "december dec декабрь декабря декабре",
}
_MONTH = {word: number for number, words in _MONTHS.items() for word in words.split()}
_SMALL = {word: number for number, words in RUSSIAN.items() for word in words.split()}
_SCALE = {"тыс": 1e3, "тысяча": 1e3, "тысячи": 1e3, "тысяч": 1e3, "млн": 1e6, "миллион": 1e6, "миллиона": 1e6}
_SCALE |= {"миллионов": 1e6, "млрд": 1e9, "hundred": 1e2} | {word: float(n) for word, n in numbers.SCALES.items()}
_COUNTING = frozenset({*numbers.SMALL, *numbers.SCALES, "hundred"})
"""Where none of these words stands, no number is spelled out."""
_ORDERING = frozenset(numbers.ORDINALS)
"""Where none of these stands, no ordinal is."""
_TELLING = frozenset({*_MONTH, *_SMALL, *_COUNTING, *_ORDERING})
"""The words that can be part of a date or a number."""

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)")
_DECADE = re.compile(r"(?<!\d)(\d{3})(?:0s\b|0['’]s\b|0-[ехыx]|X\b)")
_DIGIT = re.compile(r"\d")
_FRACTION = re.compile("[¼-¾⅐-⅞]")
_YEAR = re.compile(r"(?<![\d,.])\d{4}(?!\d|[,.]\d|(?<=0)['’]?s\b|-[ех])")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"(?<![\d.,])\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_COUNTLESS = 1e15
"""Longer rows of digits are no numbers that a source gives, but those of documents and accounts."""
_SPELLED = re.compile(rf"\b{numbers.WORDS}\b", re.IGNORECASE)
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
    words = _TELLING.intersection(_WORD.findall(text.lower()))
    numbers = _spelled(text, words)
    years: set[int] = set()
    decades: set[int] = set()
    full: list[tuple[str, ...]] = []
    if _DIGIT.search(text):
        numbers |= _in_digits(text)
        decades = {int(found) * 10 for found in _DECADE.findall(text)}
        years = {int(n) for n in _YEAR.findall(text)}
        full = [*_ISO.findall(text), *((year, month, day) for day, month, year in _DOTTED.findall(text))]
    months = {_MONTH[word] for word in words if word in _MONTH}
    days = {int(n) for n in numbers if n == int(n) and 1 <= n <= 31}
    for year, month, day in full:
        years.add(int(year))
        months |= {int(month)} & _MONTHS.keys()  # 1990-91 is no month
        days |= {int(day)} if day else set()
    sets = (frozenset(years), frozenset(months), frozenset(days), frozenset(decades), frozenset(numbers))
    return Readable(*sets, " ".join(text.casefold().split()))


def together(texts: Iterable[str]) -> Readable:
    """What several texts hold between them: the parts of one date may stand apart."""
    return read("\n".join(texts))


def _spelled(text: str, words: frozenset[str]) -> set[float]:
    """The numbers that are words or Roman numerals; ``words`` are those of the text that may be part of one."""
    found = {float(numbers.roman(letters)) for letters in _ROMAN.findall(text)}
    found |= {float(_SMALL[word]) for word in words if word in _SMALL}
    if words & _COUNTING:
        found |= {numbers.number(spelled) for spelled in _SPELLED.findall(text)}
    if words & _ORDERING:
        found |= {float(numbers.ordinal(spelled)) for spelled in _ORDINAL.findall(text)}
    return found


def _in_digits(text: str) -> set[float]:
    found = set()
    for match in _DIGITS.finditer(text):
        value = _value(match[0])
        if value >= _COUNTLESS:
            continue
        found.add(value)
        scale = _WORD.match(text[match.end() :].lstrip(" \u00a0-.")[:10].lower())
        if scale and scale[0] in _SCALE:
            found.add(value * _SCALE[scale[0]])
    return found


def _value(digits: str) -> float:
    """Commas and spaces part thousands, unless what follows the comma is no group of three: then it is decimal."""
    if re.fullmatch(r"\d+,(?:\d{1,2}|\d{4,})", digits):
        return float(digits.replace(",", "."))
    return float(re.sub(r"[\s,]", "", digits))


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
        return (
            _month_name(int(number)) if self.kind == "month" else f"{number:,g}" if number >= 10000 else f"{number:g}"
        )

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
    digits = (
        {value for match in _DIGITS.finditer(text) if (value := _value(match[0])) < _COUNTLESS}
        - held.years
        - held.decades
    )
    return (*found, *(Part("number", number, f"{number:g}") for number in sorted(digits)))


def _month_name(month: int) -> str:
    return _MONTHS[month].split()[0].capitalize()


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
        found.append(Part("month", month, _month_name(month)))
    if day:
        found.append(Part("day", day, str(day)))
    return tuple(found)
