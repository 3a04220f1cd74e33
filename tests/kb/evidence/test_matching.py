"""Whether prose is a true way to tell what a statement says."""

from __future__ import annotations

import pytest

from kb.core.dates import parse
from kb.evidence.matching import told


@pytest.mark.parametrize(
    ("prose", "stated", "expected"),
    [
        ("1990", "1990-06-03", True),
        ("1990-06-03", "1990", False),
        ("1990", "1990/1994", True),
        ("1994", "1990/1994", True),
        ("1992", "1990/1994", False),
        ("1994", "1990/1994-02-01", True),
        ("1994-02", "1990/1994-02-01", True),
        ("1994-02-01", "1990/1994", False),
        ("199X", "1990/1994", True),
        ("1990/1994", "1990/1994", True),
        ("1990/1995", "1990/1994", False),
        ("1989/1994", "1990/1994", False),
        ("1990/1994", "1990-06-03/1994-02-01", True),
        ("1990-06-03/1994-02-01", "1990/1994", False),
        ("1990/1994", "1992", False),
    ],
)
def test_a_range_is_told_by_itself_by_what_holds_it_or_by_one_of_its_ends(prose, stated, expected):
    assert expected is told(parse(prose), parse(stated))
