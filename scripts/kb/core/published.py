"""When a source was published, as its entry in the bibliography has it."""

from __future__ import annotations

from kb.core.dates import BadDate, Date, parse
from kb.core.model import Source
from kb.core.months import ENGLISH


def readable(text: str) -> Date | None:
    """The date, if it is one."""
    try:
        return parse(text.strip())
    except BadDate:
        return None


def month(text: str) -> str | None:
    """The number of a month given as ``oct``, ``October`` or ``10``."""
    text = text.strip(". ").lower()
    if text.isdecimal() and 1 <= int(text) <= 12:
        return f"{int(text):02}"
    return f"{ENGLISH[text]:02}" if text in ENGLISH else None


def published(source: Source) -> Date | None:
    """The day, month or year it bears: ``date``, else ``year`` with ``month``; nothing where none was seen."""
    fields = source.fields
    if "date" in fields:
        return readable(fields["date"])
    number = month(fields.get("month", ""))
    return readable(fields.get("year", "") + (f"-{number}" if number else ""))


def known_until(source: Source) -> Date | None:
    """The last day it can tell of: the day it was seen for what is kept up to date, else when it was published."""
    if "x-living" in source.fields:
        return readable(source.fields.get("urldate", ""))
    return published(source)
