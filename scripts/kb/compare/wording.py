"""What stands in fields of the ledger, in the words of a reader: ``1–4 May 1998``, ``about 1,700 troops``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from kb.compare.change import NOTHING
from kb.core.dates import BadDate, Date, parse
from kb.core.digits import grouped
from kb.core.model import Count, Event, Order, Value
from kb.core.months import name
from kb.core.numbers import said


def worded(text: str) -> str:
    """A text as it is compared: letters whole, all white space alike."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def day(date: Date) -> str:
    """A date as pages write it."""
    if date.sides:
        return _range(*date.sides)
    about = "about " if date.approximate else ""
    year, month, number = date.parts
    if date.precision == "decade":
        part, _, rest = date.text.removesuffix("~").rpartition("-")
        return f"{about}{part} {rest[:3]}0s" if part else f"{about}the {rest[:3]}0s"
    return about + " ".join(str(part) for part in (number, month and name(month), year) if part)


def _range(first: Date, last: Date) -> str:
    if first.precision == last.precision == "day" and not first.approximate and not last.approximate:
        one, other = first.parts, last.parts
        if one[:2] == other[:2]:
            return f"{one[2]}–{day(last)}"
        if one[0] == other[0]:
            return f"{day(first).rpartition(' ')[0]} – {day(last)}"
    plain = first.precision == last.precision == "year"
    return f"{day(first)}–{day(last)}" if plain else f"{day(first)} – {day(last)}"


def day_of(text: str) -> str:
    """A date of the bibliography as pages write it, where it is one."""
    try:
        return day(parse(text))
    except BadDate:
        return text


def count(of: Count) -> str:
    """A bounded number, and of what."""
    return count_of(of, of.of[0])


def count_of(of: Count, noun: str) -> str:
    """The same with another noun."""
    number = said(grouped(of.n), of.bound) if of.to is None else f"{grouped(of.n)}–{grouped(of.to)}"
    return f"{number} {noun}"


def counted(of: Count) -> tuple[object, ...]:
    """A count as it is compared: in which order its nouns stand says nothing."""
    return of.n, of.bound, of.to, frozenset(map(worded, of.of))


def members(value: Value) -> tuple[str, ...]:
    """A value in words; of ids, each of them."""
    if isinstance(value, Date):
        return (day(value),)
    if isinstance(value, Count):
        return (count(value),)
    return (worded(value),) if isinstance(value, str) else tuple(map(worded, value))


def listed(those: Iterable[str]) -> str:
    """All of these, or that there are none."""
    return ", ".join(those) or NOTHING


def event(told: Event) -> str:
    """An event in its fields."""
    roles = (f"{role} {listed(sorted(filled))}" for role, filled in told.roles.items() if filled)
    return " ".join([told.type, *roles, *(["not"] if told.negated else []), *filter(None, [told.modality])])


def order(told: Order, than: str) -> str:
    """What an order word points at, and how far it is from there."""
    return " ".join(filter(None, (str(told.length or ""), "from" if told.length and than else "", than, told.side)))
