"""How dates, counts and times of the ledger are said in English."""

from __future__ import annotations

import re
from datetime import date

from kb.core.dates import Date
from kb.core.model import Count, Statement
from kb.core.months import name

PRECISION = {"month": "to the month", "year": "to the year", "decade": "to the decade"}


_UNIT = re.compile(r"(¶|§|\b(?:Art|art|cl|ch|p|pp|s|para|no|note|sec)\.) (?=[\dIVX])")


def together(place: str) -> str:
    """A place in a source that no line end breaks between ``¶`` and its number."""
    return _UNIT.sub("\\1\u00a0", place)


def day(given: date) -> str:
    """``15 May 1992``."""
    return f"{given.day} {name(given.month)} {given.year}"


def when(given: Date) -> str:
    """A date as precise as it is known: ``15 May 1992``, ``May 1992``, ``the mid-2000s``, ``about 2016``."""
    if given.precision == "range":
        return _range(given.start, given.end)
    about = "about " if given.approximate else ""
    year, month, number = given.parts
    if given.precision == "decade":
        part = given.text.partition("-")[0]
        return f"{about}the {part + '-' if part in ('early', 'mid', 'late') else ''}{year // 10 * 10}s"
    words = [str(number)] if number else []
    words += [name(month)] if month else []
    return about + " ".join([*words, str(year)])


def _range(first: Date, last: Date) -> str:
    if (
        first.precision == last.precision == "day"
        and first.parts[:2] == last.parts[:2]
        and not (first.approximate or last.approximate)
    ):
        return f"{first.earliest.day}–{when(last)}"
    return f"{when(first)} – {when(last)}"


def precision(given: Date | None) -> str:
    """How precisely a date is known, if not to the day: ``to the month``."""
    return PRECISION.get(given.precision, "") if given else ""


def count(given: Count) -> str:
    """``over 17,000 troops``."""
    return str(given)


def span(statement: Statement) -> str:
    """When it held: ``from 1 January 2017 through 1 May 2017``; nothing for a statement without time."""
    parts = []
    if statement.on:
        parts.append(f"{'on ' if statement.on.precision == 'day' else 'in '}{when(statement.on)}")
    if statement.from_:
        parts.append(f"from {when(statement.from_)}")
    if statement.through:
        parts.append(f"through {when(statement.through)}")
    if statement.until:
        parts.append(_until(statement.until))
    if statement.open_end == "ongoing":
        checked = f", checked on {when(statement.checked)}" if statement.checked else ""
        parts.append(f"ongoing{checked}")
    if statement.open_end == "unknown":
        parts.append("until an unknown day")
    if statement.as_of:
        parts.append(f"as of {when(statement.as_of)}")
    return " ".join(parts).replace(" ongoing", ", ongoing").lstrip(", ")


def _until(first_no_longer: Date) -> str:
    """The first day no longer is not the last one, which the word alone would leave open."""
    if first_no_longer.precision == "day" and not first_no_longer.approximate:
        return f"until {when(first_no_longer)} (no longer on that day)"
    return f"until {'' if first_no_longer.approximate else 'some day of '}{when(first_no_longer)}"


def percent(part: float) -> str:
    """A part of a whole in hundredths: ``35 %``, and not ``0 %`` for what is more than nothing."""
    return f"{100 * part:.0f} %" if part >= 0.01 or not part else "under 1 %"


def listed(words: list[str]) -> str:
    """``one``, ``one and two``, ``one, two and three``."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def plural(number: int, noun: str) -> str:
    """``1 statement``, ``2 statements``."""
    many = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else many}"
