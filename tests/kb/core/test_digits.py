"""Numbers in digits lose none of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.digits import grouped, plain


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (7.0, "7"),
        (1500, "1,500"),
        (1234567.0, "1,234,567"),
        (0.25, "0.25"),
        (-3.5, "-3.5"),
        (1e12, "1,000,000,000,000"),
    ],
)
def test_a_number_is_written_as_people_read_it(number, expected):
    assert (expected, expected.replace(",", "")) == (grouped(number), plain(number))


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_no_digit_is_lost(number):
    assert int(plain(float(number))) == number


@given(st.decimals(0, 10**6, places=3))
def test_no_decimal_is_lost(number):
    assert float(plain(float(number))) == float(number)
