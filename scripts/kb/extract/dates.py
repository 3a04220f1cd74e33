"""Reads the dates of prose: days, months, years and decades, also where the year is left out."""

from __future__ import annotations

from datetime import date

from kb.core.dates import BadDate, Date, parse
from kb.extract.mention import Partial
from kb.lang import en

NINETIES = "(?:" + "|".join(en.TENS_OF_YEARS) + ")"


def day(year: str, month_: int | None = None, day_: str | int | None = None) -> Date | str:
    """A date of its parts; the text, if there is no such day."""
    text = year if month_ is None else f"{year}-{month_:02}"
    text = text if day_ is None else f"{text}-{int(day_):02}"
    return dated(text)


def dated(text: str) -> Date | str:
    """The date that the ledger's form of it names; the text, if there is none."""
    try:
        return parse(text)
    except BadDate:
        return text


def partial(month_: int | None, day_: str | int | None) -> Partial | str:
    """A date without a year; the text, if no month has such a day."""
    number = None if day_ is None else int(day_)
    if number is not None and not 1 <= number <= (31 if month_ is None else _LONGEST[month_ - 1]):
        return f"{number} of month {month_}"
    return Partial(month_, number)


def is_day(text: str, start: int, end: int) -> bool:
    """Is the ordinal in digits that stands there the day of a month: ``on the 14th``, ``**14th, Selin.**``?"""
    head, tail = text[:start], text[end:]
    if not head.strip() and tail[:1] in (",", ".", ":"):
        return True
    if not en.THE_DAY.search(head):
        return False
    return bool(en.BEHIND_DAY.match(tail)) or (bool(en.ON_THE_DAY.search(head)) and not en.NO_DAY.match(tail))


_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def decade(part: str | None, digits: str) -> Date | str:
    """``mid-2000s`` is ``mid-200X``."""
    return dated(f"{part}-{digits}X" if part else f"{digits}X")


def nineties(part: str | None, word: str) -> Date | str:
    """``the nineties`` are those of the twentieth century."""
    return decade(part, f"19{en.TENS_OF_YEARS.index(word) + 2}")


def century(number: int) -> Date | str:
    """The twenty-first century runs from 2001 to 2100."""
    if not 0 < number < 100:
        return f"century {number}"
    first, last = date(number * 100 - 99, 1, 1), date(number * 100, 12, 31)
    return Date(f"{first.year:04}/{last.year:04}", first, last, "decade")
