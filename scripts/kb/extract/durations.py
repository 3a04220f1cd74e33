"""Durations and relative times (``two years later``, ``a decade of``) computed from the dates in reach."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from kb.core.dates import Date
from kb.core.lengths import DAYS, told
from kb.extract.mention import Mention

_RELATIVE = re.compile(r" (later|earlier|before|after|on|afterwards|previously|hence)$")
_JOINED = re.compile(r" (and|less|minus)(?: (?:almost|nearly|about|some|just|another))? ")
_UNEQUAL = {"month": 2, "year": 1, "decade": 3}
"""By how many days the calendar makes units of one name unequal, where a smaller one is put to them."""
_BESIDE = re.compile(r" (short of|shy of|less than|under|more than|over|past|after) ")


class Reach(StrEnum):
    """What the dates in reach say to a duration."""

    RIGHT = "right"
    WRONG = "wrong"
    NONE = "none"


def is_relative(figure: Mention) -> bool:
    """Does it point from one date to another: ``two years later``?"""
    return bool(_RELATIVE.search(figure.text))


def limits(figure: Mention) -> tuple[float, float] | None:
    """The fewest and most days that a duration may mean."""
    if figure.unit not in DAYS or not isinstance(figure.value, (int, float)) or not 0 < figure.value < 10_000:
        return None
    return told(float(figure.value), figure.unit, figure.bound)


def joined(figure: Mention, figures: Iterable[Mention], text: str) -> tuple[float, float] | None:
    """The limits of two durations told as one: ``ten years and five months``, ``a day short of a year``."""
    for other in figures:
        one, two = sorted((figure, other), key=lambda it: it.start)
        if other is figure or other.kind != "duration" or not limits(one) or not limits(two):
            continue
        gap = text[one.end : two.start]
        if between := _JOINED.fullmatch(gap):
            return _sum(one, two, between[1] != "and")
        if (between := _BESIDE.fullmatch(gap)) and DAYS[one.unit] < DAYS[two.unit]:
            return _sum(two, one, between[1] in ("short of", "shy of", "less than", "under"))
    return None


def _sum(whole: Mention, part: Mention, is_less: bool) -> tuple[float, float] | None:
    """The limits of a length with a smaller one put to it, or taken from it."""
    limit = limits(part)
    if limit is None or not isinstance(whole.value, (int, float)):
        return None
    days = float(whole.value) * DAYS[whole.unit]
    low, high = sorted(days + (-each if is_less else each) for each in limit)
    unequal = _UNEQUAL.get(whole.unit, 0)
    return low - unequal, high + unequal


def inclusive(figure: Mention, figures: Iterable[Mention]) -> bool:
    """Does a span of years beside it count so many years, first and last included: five from 2026–2030?"""
    spans = [f.value for f in figures if isinstance(f.value, Date) and f.value.precision == "range"]
    limit = limits(figure)
    whole = [span for span in spans if span.start.precision == span.end.precision == "year"]
    years = [span.latest.year - span.earliest.year + 1 for span in whole]
    return bool(limit and figure.unit == "year" and any(limit[0] <= n * DAYS["year"] <= limit[1] for n in years))


def weigh(
    figure: Mention, dates: Iterable[Date], anchors: Iterable[Date] = (), within: tuple[float, float] | None = None
) -> Reach:
    """Do two of the dates, one of them an anchor if there are any, lie as far apart as prose says?"""
    limit = within or limits(figure)
    known = sorted(set(dates), key=lambda date: (date.earliest, date.latest))
    if limit is None or len(known) < 2:
        return Reach.NONE
    kept = set(anchors)
    pairs = ((one, other) for n, one in enumerate(known) for other in known[n + 1 :] if not kept or {one, other} & kept)
    return Reach.RIGHT if any(_fits(one, other, limit) for one, other in pairs) else Reach.WRONG


def _fits(one: Date, other: Date, limit: tuple[float, float]) -> bool:
    """Compare the middle of imprecise dates; years are told by their difference, whatever the months."""
    low, high = limit
    if {one.precision, other.precision} & {"year"}:
        years = abs(other.earliest.year - one.earliest.year) * DAYS["year"]
        return low <= years <= high
    nearest = (other.earliest - one.latest).days
    farthest = (other.latest - one.earliest).days
    middle = (nearest + farthest) / 2
    return low <= middle <= high or (low <= nearest <= high and low <= farthest <= high)
