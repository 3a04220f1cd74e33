"""How many days a length of time may mean."""

from __future__ import annotations

from datetime import date

import pytest

from kb.core.lengths import DAYS, meant, told
from kb.core.model.order import Length
from kb.core.numbers import BOUNDS


@pytest.mark.parametrize(
    ("length", "least", "most"),
    [
        (Length(2, "day"), 2, 2),
        (Length(2, "day", "about"), 1, 3),
        (Length(3, "week"), 17, 25),
        (Length(3, "week", "up-to"), 0, 21),
        (Length(10, "year", "under"), 0, 3655),
        (Length(10, "year", "over"), 3650, None),
        (Length(10, "year", "at-least"), 3650, None),
    ],
    ids=str,
)
def test_a_length_has_a_least_and_a_most(length, least, most):
    assert (least, most) == meant(length.n, length.unit, length.bound)


@pytest.mark.parametrize("bound", BOUNDS)
@pytest.mark.parametrize(
    ("n", "unit", "one", "other"),
    [
        (1, "month", date(2001, 2, 1), date(2001, 3, 1)),
        (6, "month", date(2003, 8, 31), date(2004, 2, 29)),
        (3, "year", date(2023, 1, 1), date(2025, 12, 31)),
        (5, "year", date(1994, 4, 20), date(1999, 4, 20)),
        (1, "decade", date(1991, 12, 8), date(2001, 12, 8)),
    ],
)
def test_the_same_day_of_another_month_or_year_is_within_every_bound(bound, n, unit, one, other):
    least, most = meant(n, unit, bound)

    assert least <= (other - one).days
    assert most is None or (other - one).days <= most


def test_a_length_is_told_as_a_person_would():
    assert "over 10 years" == str(Length(10, "year", "over"))
    assert "1 decade" == str(Length(1, "decade"))
    assert "1.5 years" == str(Length(1.5, "year"))


@pytest.mark.parametrize(
    ("bound", "least", "most"),
    [
        ("exactly", 9.5, 10.5),
        ("at-least", 10, 11),
        ("over", 10, 11),
        ("under", 9, 10),
        ("up-to", 9, 10),
        ("about", 9, 10.5),
    ],
)
def test_who_tells_ten_years_has_counted_so_many(bound, least, most):
    assert (least * DAYS["year"] - 1.5, most * DAYS["year"] + 1.5) == told(10, "year", bound)
