"""Whether a statement carries a figure of prose, and which figures of its kind it offers instead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.core.dates import Date
from kb.core.interval import Days, covers
from kb.core.model import Count
from kb.core.numbers import BETWEEN, Numbers
from kb.evidence.candidate import Candidate
from kb.extract.mention import Mention, Partial
from kb.extract.units import currency, same_unit, singular

_PER_CENT = ("percent", "per cent", "%", "share")


def told(prose: Date, stated: Date) -> bool:
    """Is the date of prose a true way to tell the stated one: the same, or coarser, never finer?

    A range is told by one that begins and ends as it does, by a date that holds all of it, or by one of its ends.
    """
    if prose.precision == "range":
        pairs = zip(prose.ends, stated.ends, strict=False)
        return stated.precision == "range" and all(covers(one, other) for one, other in pairs)
    return covers(prose, stated) or (stated.precision == "range" and any(covers(prose, end) for end in stated.ends))


def matches(figure: Mention, candidate: Candidate) -> bool:
    """Does the statement carry this figure?"""
    value, figures = figure.value, candidate.figures
    match figure.kind:
        case "date" | "decade":
            return _carries_date(value, figures.dates)
        case "article":
            return value in figures.articles
        case "ordinal":
            return value in figures.ordinals
        case "number":
            return value in figures.numbers or value in [str(n) for n in (*figures.ordinals, *figures.articles)]
        case _:
            return any(_is_count(figure, count) for count in figures.counts)


def tell_days(candidates: Iterable[Candidate]) -> bool:
    """Have they days of their own? Then a day that they have in no field is more likely a slip than what they mean."""
    return any(date.precision == "day" for candidate in candidates for date in candidate.figures.dates)


def _carries_date(value: object, dates: tuple[Date, ...]) -> bool:
    if isinstance(value, Partial):
        return any(value.within(end) for date in dates for end in date.ends if end.precision != "decade")
    return isinstance(value, Date) and any(told(value, date) for date in dates)


def _is_count(figure: Mention, count: Count) -> bool:
    """The same number of the same thing; ``unit`` left out in prose (a table cell, ``all six``) fits any."""
    return figure.value in count.written and (not _has_unit(figure) or of_unit(figure, count))


def _has_unit(figure: Mention) -> bool:
    """Amounts and shares carry their unit in their own words."""
    return bool(figure.unit) or figure.kind in ("amount", "percentage")


def of_unit(figure: Mention, count: Count) -> bool:
    """Does the count speak of what the figure counts?"""
    if figure.kind == "percentage":
        return any(unit in _PER_CENT for unit in count.of)
    if figure.kind == "amount":
        return any(currency(unit) == currency(figure.text) != "" for unit in count.of)
    if figure.kind == "duration":
        return any(singular(word) == figure.unit for unit in count.of for word in unit.split())
    return same_unit(figure.unit, count.of)


def keeps_bound(figure: Mention, candidate: Candidate) -> bool:
    """Does prose keep what bounds the number or the date, and add nothing: ``over``, ``up to``, ``about``?

    What is bounded may be told as *about*, or by a bound that allows more: *over three* are *at least three*.
    """
    if isinstance(figure.value, Date):
        value = figure.value
        dates = [date for date in candidate.figures.dates if told(value, date)]
        return not dates or figure.bound == "about" or any(_keeps_about(value, date) for date in dates)
    same = [count for count in candidate.figures.counts if _is_count(figure, count)]
    return not same or any(_is_bound(figure, count) for count in same)


def _keeps_about(prose: Date, stated: Date) -> bool:
    """Is it not "about" in the source, or does prose say so little that it holds all that may be meant?"""
    if not stated.approximate:
        return True
    if prose.precision != "range" and not covers(prose, stated):
        stated = next(end for end in stated.ends if covers(prose, end))
    return not stated.approximate or Days.of(stated).within(Days.of(prose))


def _is_bound(figure: Mention, count: Count) -> bool:
    if figure.bound in (count.bound, "about") or not isinstance(figure.value, int | float):
        return True
    if figure.bound == BETWEEN:
        return count.bound != "exactly"  # a bounded end may be of a statement of its own
    if count.bound == "exactly":
        return False
    return count.numbers.within(Numbers.of(figure.value, figure.bound))


def alternatives(figure: Mention, candidate: Candidate) -> tuple[str, ...]:
    """The figures of the same kind and unit that the statement has, as a reader writes them."""
    figures = candidate.figures
    match figure.kind:
        case "date" | "decade":
            return tuple(str(date) for date in figures.dates)
        case "article":
            return tuple(f"Article {number}" for number in figures.articles)
        case "ordinal":
            return tuple(map(str, figures.ordinals)) if _speaks_of(figure, candidate) else ()
        case "number":
            return figures.numbers
        case _:
            return tuple(str(count) for count in figures.counts if _has_unit(figure) and of_unit(figure, count))


def _speaks_of(figure: Mention, candidate: Candidate) -> bool:
    """Is the noun after the ordinal one that the statement uses: ``session``, ``chapter``?"""
    nouns = {singular(word) for word in figure.unit.split()}
    said = {singular(word) for text in candidate.texts for word in re.findall(r"[A-Za-z]+", text)}
    return bool(nouns & said)


def distance(figure: Mention, candidate: Candidate) -> int:
    """How many digits or parts of a date separate the figure from the nearest that the statement offers."""
    if not isinstance(figure.value, Date):
        return 0
    parts = figure.value.parts
    shared = [
        sum(a == b is not None for a, b in zip(parts, date.parts, strict=True)) for date in candidate.figures.dates
    ]
    return 3 - max(shared, default=0)
