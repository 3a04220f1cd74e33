"""Dates of prose: those without a year, and centuries."""

from __future__ import annotations

import calendar
from datetime import date

import pytest

from kb.extract import dates
from kb.extract.mention import Partial


@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_without_a_year_is_one_that_the_month_has_in_some_year(month: int) -> None:
    last = calendar.monthrange(2000, month)[1]  # a leap year

    assert Partial(month, last) == dates.partial(month, last)
    assert f"{last + 1} of month {month}" == dates.partial(month, last + 1)
    assert f"0 of month {month}" == dates.partial(month, 0)


def test_a_day_of_no_month_is_one_that_some_month_has() -> None:
    assert Partial(None, 31) == dates.partial(None, "31")
    assert "32 of month None" == dates.partial(None, "32")


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, date(1, 1, 1), date(100, 12, 31)),
        (21, date(2001, 1, 1), date(2100, 12, 31)),
        (99, date(9801, 1, 1), date(9900, 12, 31)),
    ],
)
def test_a_century_begins_with_its_first_year(number: int, first: date, last: date) -> None:
    found = dates.century(number)

    assert (first, last, "decade") == (found.earliest, found.latest, found.precision)


@pytest.mark.parametrize("number", [0, 100])
def test_the_calendar_has_no_such_century(number: int) -> None:
    assert f"century {number}" == dates.century(number)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("1992",), "1992"), (("1992", 5), "1992-05"), (("1992", 5, "3"), "1992-05-03"),
        (("1992", 2, 31), "1992-02-31"),
    ],
)  # fmt: skip
def test_a_date_is_made_of_its_parts(parts: tuple[object, ...], expected: str) -> None:
    assert expected == str(dates.day(*parts))
