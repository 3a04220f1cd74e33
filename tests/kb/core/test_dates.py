"""Dates: what is read, what is refused, and the days each may mean."""

from __future__ import annotations

import contextlib
from datetime import date

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.dates import BadDate, parse
from kb.core.interval import before, covers, overlap
from kb.core.truth import Truth

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))


def texts() -> st.SearchStrategy[str]:
    return st.tuples(DAYS, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"])).map(lambda p: p[0].strftime(p[1]))


@given(texts())
def test_a_date_spans_the_days_that_the_edtf_package_gives_it(text: str) -> None:
    oracle = edtf.parse_edtf(text)

    assert date(*oracle.lower_strict()[:3]) == parse(text).earliest
    assert date(*oracle.upper_strict()[:3]) == parse(text).latest


@given(st.text(max_size=16))
def test_any_text_is_a_date_or_is_refused_with_a_reason(text: str) -> None:
    with contextlib.suppress(BadDate):
        found = parse(text)

        assert found.earliest <= found.latest


@given(texts(), texts())
def test_before_and_overlap_agree(one: str, other: str) -> None:
    a, b = parse(one), parse(other)

    if before(a, b) is Truth.SURELY or before(b, a) is Truth.SURELY:
        assert overlap(a, b) is Truth.NEVER
    else:
        assert overlap(a, b) is not Truth.NEVER


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("200X", date(2000, 1, 1), date(2009, 12, 31)),
        ("early-200X", date(2000, 1, 1), date(2004, 12, 31)),
        ("mid-200X", date(2003, 1, 1), date(2007, 12, 31)),
        ("late-200X", date(2005, 1, 1), date(2009, 12, 31)),
        ("2016-09-19/2016-09-24", date(2016, 9, 19), date(2016, 9, 24)),
    ],
)
def test_what_a_date_may_mean(text: str, earliest: date, latest: date) -> None:
    assert (earliest, latest) == (parse(text).earliest, parse(text).latest)


@pytest.mark.parametrize(
    "text",
    ["", "16", "0000", "2016-13", "2016-00", "2016-02-30", "2017-02-29", "2016-1-1", "200X-05", "early-2005", "a/b",
     "2017/2016", "２０１６", "2016-10-14T00:00", " 2016", "000X"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(BadDate):
        parse(text)


def test_the_same_day_is_not_before_itself() -> None:
    assert before(parse("2016-12-31"), parse("2016-12-31")) is Truth.NEVER


def test_a_day_is_possibly_before_the_month_that_holds_it() -> None:
    assert before(parse("2016-10-14"), parse("2016-10")) is Truth.POSSIBLY


def test_about_a_year_is_never_sure() -> None:
    assert before(parse("2015"), parse("2016~")) is Truth.POSSIBLY


def test_a_year_covers_its_days_and_no_day_covers_its_year() -> None:
    assert covers(parse("2016"), parse("2016-10-14"))
    assert not covers(parse("2016-10-14"), parse("2016"))


def test_a_range_may_begin_and_end_on_one_day() -> None:
    found = parse("2016-10-14/2016-10-14")

    assert (date(2016, 10, 14), date(2016, 10, 14), "range") == (found.earliest, found.latest, found.precision)


@pytest.mark.parametrize(
    ("text", "parts"),
    [("2016", (2016, None, None)), ("2016-10", (2016, 10, None)), ("2016-10-14", (2016, 10, 14))],
)
def test_a_date_has_the_parts_that_are_written(text: str, parts: tuple[int | None, ...]) -> None:
    assert parts == parse(text).parts
