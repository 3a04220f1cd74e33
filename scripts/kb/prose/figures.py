"""Finds every figure in a text: dates, decades, counts, ordinals, articles, numbers, durations, shares, amounts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.dates import Date
from kb.prose import calendar, numerals
from kb.prose.patterns import FIGURE, SHAPES
from kb.prose.units import bound_before, unit_after

Value = Date | calendar.Partial | float | int | str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as prose tells it.

    ``kind`` is date, decade, count, ordinal, article, number, duration, percentage or amount. ``value`` is a
    :class:`~kb.dates.Date` (or the parts of one, if its year is left out; or the text, if there is no such day), a
    number, or for documents their number as text. ``unit`` are the words that follow it, for durations the noun of
    time; ``bound`` is exactly, about, over, under or up-to.
    """

    kind: str
    value: Value
    start: int
    end: int
    text: str
    unit: str = ""
    bound: str = "exactly"


Masks = tuple[tuple[int, int], ...]
