"""Mistakes in the figures of a page: years, months, days, decades, counts, ordinals, articles, weekdays, bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kb.core.months import NAMES as MONTHS
from kb_plant.lines import Line
from kb_plant.planted import Planted, other_digits

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WORDS = "two three four five six seven eight nine ten eleven twelve fifteen twenty".split()
ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_MONTH = "|".join(MONTHS)
_YEAR = re.compile(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,]|\.\d)")
_DECADE = re.compile(r"(?<!\d)(?:19|20)\d0(?=s\b)")
_DATE = re.compile(rf"\b(\d\d?) ({_MONTH})\b")
_NUMBER = re.compile(r"(?<![\w,.:-])(?<!Article )(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d+)?)(?= (?:[a-z]|%))")
_NTH = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_BOUND = re.compile(
    r"\b(?:about|over|up to|more than|at least|nearly|around|almost|under|fewer than|less than)"
    rf" (?=\d|(?:{'|'.join(WORDS)})\b)",
    re.IGNORECASE,
)


def _next(words: list[str]) -> Callable[[str], str]:
    def after(word: str) -> str:
        new = next(words[(n + 1) % len(words)] for n, known in enumerate(words) if known.lower() == word.lower())
        return new.capitalize() if word[0].isupper() else new

    return after


def _nth(said: str) -> str:
    number = int(said[:-2]) + 1
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{suffix}"


def _first_digit(said: str) -> str:
    return f"{int(said[0]) % 9 + 1}{said[1:]}"


CHANGES: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("month in prose", re.compile(rf"\b(?:{_MONTH})\b(?= \d{{4}}\b)"), lambda m: MONTHS[MONTHS.index(m) - 5]),
    ("day in prose", re.compile(rf"\b\d\d?(?= (?:{_MONTH})\b)"), lambda day: str(int(day) % 28 + 1)),
    ("decade in prose", _DECADE, lambda year: str(int(year) - 10)),
    ("count word", re.compile(rf"\b(?:{'|'.join(WORDS)})\b(?= [a-z])", re.IGNORECASE), _next(WORDS)),
    ("number in prose", _NUMBER, _first_digit),
    ("ordinal in prose", re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b", re.IGNORECASE), _next(ORDINALS)),
    ("ordinal in prose", _NTH, _nth),
    ("article in prose", re.compile(r"(?<=\bArticle )\d+"), lambda number: str(int(number) + 1)),
    ("weekday in prose", re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b"), _next(WEEKDAYS)),
)


def plants(line: Line) -> Iterator[Planted]:
    """Every mistake in a figure of one line; a heading is asked for its years only."""
    kind = "year in a heading" if line.is_heading else "year in prose"
    for match in line.free(_YEAR):
        for new in other_digits(match[0]):
            yield line.plant(kind, match.span(), new, strict=not line.is_heading)
    if line.is_heading:
        return
    for kind, pattern, change in CHANGES:
        for match in line.free(pattern):
            yield line.plant(kind, match.span(), change(match[0]))
    for match in line.free(_DATE):
        day, month = int(match[1]), MONTHS.index(match[2]) + 1
        if day <= 12 and day != month:
            yield line.plant("day and month swapped in prose", match.span(), f"{month} {MONTHS[day - 1]}")
    for match in line.free(_BOUND):
        yield line.plant("scope word dropped", match.span(), "")
