"""Turns a match of each shape into kind and value: the day of a date, the number of a count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from kb.core.months import month_of
from kb.extract import dates, numbers
from kb.extract.mention import Partial, Value
from kb.extract.patterns import Hit
from kb.extract.units import unit_after

Read = Iterator[tuple[str, Value, int, int, str]]
"""Kind, value, start, end and, where it does not simply follow, the unit."""

_PART = re.compile(r"[0-9]+|[ivxl]+")


def _whole(match: Hit, kind: str, value: Value, unit: str = "") -> Read:
    yield kind, value, match.start(), match.end(), unit


def _dated(match: Hit, text: str) -> Read:
    year, month, day = match.groups()
    return _whole(match, "date", dates.day(year, int(month), day))


def _dotted(match: Hit, text: str) -> Read:
    return _whole(match, "date", dates.day(match[3], int(match[2]), match[1]))


def _day(match: Hit, text: str) -> Read:
    return _whole(match, "date", dates.day(match[3], month_of(match[2]), match[1]))


def _us_day(match: Hit, text: str) -> Read:
    return _whole(match, "date", dates.day(match[3], month_of(match[1]), match[2]))


def _full_or_partial(year: str | None, month: int, day: str) -> Value:
    return dates.day(year, month, day) if year else dates.partial(month, day)


def _day_span(match: Hit, text: str) -> Read:
    first, between, last, name, year = match.groups()
    month = month_of(name)
    if year and between.strip() not in ("and", "or"):
        return _whole(match, "date", dates.dated(f"{year}-{month:02}-{int(first):02}/{year}-{month:02}-{int(last):02}"))
    return _two(match, 1, _full_or_partial(year, month, first), 3, _full_or_partial(year, month, last))


def _two(match: Hit, one: int, first: Value, other: int, second: Value, kind: str = "date") -> Read:
    """Two figures in one shape: the first is its own words, the second reaches to the end."""
    yield kind, first, match.start(), match.end(one), ""
    yield kind, second, match.start(other), match.end(), ""


def _us_span(match: Hit, text: str) -> Read:
    name, first, last, year = match.groups()
    month = month_of(name)
    if year:
        return _whole(match, "date", dates.dated(f"{year}-{month:02}-{int(first):02}/{year}-{month:02}-{int(last):02}"))
    return _two(match, 2, dates.partial(month, first), 3, dates.partial(month, last))


def _month_span(match: Hit, text: str) -> Read:
    first, one, last, other, year = match.groups()
    start, end = (f"{year}-{month_of(m):02}-{int(d):02}" for m, d in ((one, first), (other, last)))
    return _whole(match, "date", dates.dated(f"{start}/{end}"))


def _months(match: Hit, text: str) -> Read:
    one, between, other, year = match.groups()
    first, last = month_of(one), month_of(other)
    if between.strip() in ("and", "or"):
        return _two(match, 1, dates.day(year, first), 3, dates.day(year, last))
    return _whole(match, "date", dates.dated(f"{year}-{first:02}/{year}-{last:02}"))


def _years(match: Hit, text: str) -> Read:
    first, last = match.groups()
    if len(last) == 2 and match[0][4] == "-" and 1 <= int(last) <= 12:  # a span of years has a dash
        return _whole(match, "date", dates.day(first, int(last)))
    return _whole(match, "date", dates.dated(f"{first}/{first[: 4 - len(last)]}{last}"))


def _month(match: Hit, text: str) -> Read:
    """A bare month: with a capital, and not the verb *may* or *march* that opens a sentence."""
    name = match[1]
    before = text[: match.start()].rstrip().rpartition(" ")[2].lower()
    if text[match.start()].isupper() and (name not in ("may", "march") or before in _BEFORE_MONTH):
        yield "date", Partial(month_of(name), None), match.start(), match.end(), ""


_BEFORE_MONTH = frozenset("in of since until by from to and between before after during late early mid last".split())


def _items(kind: str, label: str = "") -> Callable[[Hit, str], Read]:
    def read(match: Hit, text: str) -> Read:
        start = match.start()
        for item in _PART.finditer(match[1]):
            number = int(item[0]) if item[0].isdigit() else numbers.roman(item[0])
            value = number if kind == "article" else str(number)
            yield kind, value, start, match.start(1) + item.end(), label or match[0].split()[0].rstrip("s.")
            start = match.end(1)
            following = _PART.search(match[1], item.end())
            start = match.start(1) + following.start() if following else start

    return read


def _duration(match: Hit, text: str) -> Read:
    words, half, noun, _, later_half, _ = match.groups()
    number = 0.5 if words.startswith("half") else 1.0 if words in ("a", "an") else numbers.number(words)
    number += 0.5 if half or later_half else 0.0
    if not (_RATE if words in ("a", "an") else _SO_OFTEN).search(text[: match.start()]):
        yield "duration", number, match.start(), match.end(), "century" if noun == "centur" else noun


_SO_OFTEN = re.compile(r"(?:once|twice|times|per|such|what|quite) $")
_RATE = re.compile(rf"(?:\b(?:once|twice|times|per|such|what|quite)|{numbers.NUMBER}(?: [a-z]+s)?) $", re.IGNORECASE)
"""Before *a year*: what follows is no length, but that in which something happens so often."""


def _year(match: Hit, text: str) -> Read:
    """Four bare digits are a year, unless they cannot be one and a plural follows: ``3600 men``."""
    unit = unit_after(text.lower(), match.end())
    told = _BEFORE_YEAR.search(text[: match.start()])
    if not told and not 1500 <= int(match[1]) < 2100 and _PLURAL.match(unit):
        return _whole(match, "count", float(match[1]))
    return _whole(match, "date", dates.day(match[1]))


def _roman_year(match: Hit, text: str) -> Read:
    """A year as title pages write it, in capitals: ``MCMXC``."""
    if text[match.start() : match.end()].isupper():
        yield "date", dates.day(str(numbers.roman(match[1]))), match.start(), match.end(), ""


_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|from|after|before|early|late|mid|during|of|year) $", re.IGNORECASE
)
_PLURAL = re.compile(r"(?:[a-z]+ ){0,2}(?:[a-z]+(?<!s)s|men|people|personnel|servicemen)$")


def _ordinal(match: Hit, text: str) -> Read:
    """A day, where nothing follows that is counted so: ``on the 14th he left``, not ``the 14th army``."""
    if match[1].rstrip("stndrh").isdigit() and dates.is_day(text, match.start(), match.end()):
        return _whole(match, "date", dates.partial(None, match[1][:-2]))
    return _whole(match, "ordinal", numbers.ordinal(match[1]))


_FRACTIONS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}


def _fraction(match: Hit, text: str) -> Read:
    return _whole(match, "count", numbers.number(match[1]) / _FRACTIONS[match[2] or match[3]])


def _dozen(match: Hit, text: str) -> Read:
    number = {"a": 1.0, "half a": 0.5}.get(match[1]) or numbers.number(match[1])
    return _whole(match, "count", number * 12)


def _number(kind: str) -> Callable[[Hit, str], Read]:
    return lambda match, text: _whole(match, kind, numbers.number(match[1]))


def _text(match: Hit, text: str) -> Read:
    return _whole(match, "number", text[match.start(1) : match.end(1)])


READERS: Mapping[str, Callable[[Hit, str], Read]] = {
    "iso": _dated,
    "dotted": _dotted,
    "day_span": _day_span,
    "month_span": _month_span,
    "day": _day,
    "us_span": _us_span,
    "us_day": _us_day,
    "day_month": lambda m, _: _whole(m, "date", dates.partial(month_of(m[2]), m[1])),
    "months": _months,
    "month_year": lambda m, _: _whole(m, "date", dates.day(m[2], month_of(m[1]))),
    "month_day": lambda m, _: _whole(m, "date", dates.partial(month_of(m[1]), m[2])),
    "years": _years,
    "years_short": _years,
    "century": lambda m, _: _whole(m, "decade", dates.century(numbers.ordinal(m[1]))),
    "decade": lambda m, _: _whole(m, "decade", dates.decade(m[1], m[2])),
    "nineties": lambda m, _: _whole(m, "decade", dates.nineties(m[1], m[2])),
    "share": _number("percentage"),
    "symbol": _number("amount"),
    "money": _number("amount"),
    "article": _items("article", "article"),
    "article_ordinal": lambda m, _: _whole(m, "article", numbers.ordinal(m[1])),
    "code": _text,
    "label": _items("number"),
    "slashed": _text,
    "duration": _duration,
    "ordinal": _ordinal,
    "fraction": _fraction,
    "half": lambda m, _: _whole(m, "count", 0.5),
    "dozen": _dozen,
    "year": _year,
    "roman_year": _roman_year,
    "year_in_name": lambda m, _: iter([("date", dates.day(m[1]), m.start(1), m.end(1), "")]),
    "month": _month,
    "name": _text,
    "time": _text,
    "count": _number("count"),
    "host": _text,
    "token": _text,
}
