"""Intervals of days: what surely, possibly or never holds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.dates import parse
from kb.core.interval import ALWAYS, Days, Interval, before, covers, overlap
from kb.core.truth import Truth

NEAR = st.integers(min_value=730_000, max_value=730_400)
ORDER = [Truth.NEVER, Truth.POSSIBLY, Truth.SURELY]


@st.composite
def some_days(draw: st.DrawFn) -> Days:
    first, last = sorted((draw(NEAR), draw(NEAR)))
    return Days(first, last)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """An interval that can be: in some reading it does not end before it begins."""
    begin, end = draw(some_days()), draw(some_days())
    return Interval(begin, end) if begin.first <= end.last else Interval(end, begin)


def readings(interval: Interval) -> set[tuple[int, int]]:
    """A handful of beginnings and ends that it allows, those at its edges first of all."""
    begins = {interval.begin.first, interval.begin.last, *_within(interval.begin, interval.end)}
    ends = {interval.end.first, interval.end.last, *_within(interval.end, interval.begin)}
    return {(one, other) for one in begins for other in ends if one <= other}


def _within(days: Days, other: Days) -> set[int]:
    return {day for day in (other.first, other.last) if days.first <= day <= days.last}


@given(some_days(), some_days())
def test_whether_two_meet_is_asked_either_way(one: Days, other: Days) -> None:
    assert one.meets(other) is other.meets(one)


@given(intervals(), intervals())
def test_whether_two_overlap_is_asked_either_way(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) is other.overlaps(one)


@given(some_days(), some_days())
def test_what_is_surely_before_never_meets_and_is_never_after(one: Days, other: Days) -> None:
    if one.before(other) is Truth.SURELY:
        assert (Truth.NEVER, Truth.NEVER) == (one.meets(other), other.before(one))


@given(intervals(), NEAR)
def test_a_day_is_surely_held_only_if_every_reading_holds_it(interval: Interval, day: int) -> None:
    held = {one <= day <= other for one, other in readings(interval)}
    expected = {Truth.SURELY: {True}, Truth.NEVER: {False}, Truth.POSSIBLY: {True, False}}

    assert held == expected[interval.holds_on(date.fromordinal(day))]


@given(intervals(), intervals())
def test_two_surely_overlap_only_if_they_do_in_every_reading(one: Interval, other: Interval) -> None:
    share = {a <= d and c <= b for a, b in readings(one) for c, d in readings(other)}
    expected = {Truth.SURELY: {True}, Truth.NEVER: {False}, Truth.POSSIBLY: {True, False}}

    assert share == expected[one.overlaps(other)]


@given(some_days(), some_days(), st.integers(0, 40), st.integers(0, 40))
def test_who_knows_less_is_never_surer(one: Days, other: Days, less: int, more: int) -> None:
    wide = Days(one.first - less, one.last + more)

    for known, vague in ((one.meets(other), wide.meets(other)), (one.before(other), wide.before(other))):
        assert vague in (known, Truth.POSSIBLY)


@given(intervals(), NEAR, st.integers(0, 40))
def test_an_interval_that_is_known_less_well_holds_less_surely_and_not_less_possibly(interval, day, wide):
    vague = Interval(_wider(interval.begin, wide), _wider(interval.end, wide))
    when = date.fromordinal(day)

    assert vague.holds_on(when) in (interval.holds_on(when), Truth.POSSIBLY)


def _wider(days: Days, by: int) -> Days:
    return Days(days.first - by, days.last + by)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1990", "1990-01-01", "1990-12-31"),
        ("1990~", "1989-01-01", "1991-12-31"),
        ("2016~", "2015-01-01", "2017-12-31"),
        ("1990-06~", "1990-05-01", "1990-07-31"),
        ("1990-12~", "1990-11-01", "1991-01-31"),
        ("2000-03~", "2000-02-01", "2000-04-30"),
        ("1990-06-03~", "1990-06-02", "1990-06-04"),
        ("1990~/1995", "1989-01-01", "1995-12-31"),
        ("1990/1995~", "1990-01-01", "1996-12-31"),
        ("199X~", "1980-01-01", "2009-12-31"),
        ("mid-199X~", "1988-01-01", "2002-12-31"),
    ],
)
def test_about_widens_a_date_by_its_own_length_and_a_range_where_it_is_said(text, first, last):
    found = Days.of(parse(text))

    assert (first, last) == (str(date.fromordinal(found.first)), str(date.fromordinal(found.last)))


@pytest.mark.parametrize("text", ["0001~", "0001-01~", "0001-01-01~", "9999~", "9999-12~", "9999-12-31~", "999X~"])
def test_about_the_end_of_the_calendar_is_read_too(text: str) -> None:
    found = Days.of(parse(text))

    assert found.first <= parse(text).earliest.toordinal()
    assert found.last >= parse(text).latest.toordinal()


@pytest.mark.parametrize(
    ("one", "other", "meet", "earlier"),
    [
        ("1990-06-03", "1990-06-03", Truth.SURELY, Truth.NEVER),
        ("1990-06-03", "1990-06-04", Truth.NEVER, Truth.SURELY),
        ("1990-06-03", "1990-06", Truth.POSSIBLY, Truth.POSSIBLY),
        ("1990-06", "1990-07-01", Truth.NEVER, Truth.SURELY),
        ("1989", "1990~", Truth.POSSIBLY, Truth.POSSIBLY),
        ("1988", "1990~", Truth.NEVER, Truth.SURELY),
        ("1992", "1990~", Truth.NEVER, Truth.NEVER),
        ("1991", "1990~", Truth.POSSIBLY, Truth.POSSIBLY),
        ("1990-06-03~", "1990-06-03", Truth.POSSIBLY, Truth.POSSIBLY),
    ],
)
def test_two_dates(one: str, other: str, meet: Truth, earlier: Truth) -> None:
    assert (meet, earlier) == (overlap(parse(one), parse(other)), before(parse(one), parse(other)))


def test_the_last_day_held_is_held_and_the_next_is_not() -> None:
    june = Interval(Days.of(parse("1990-06-01")), Days.of(parse("1990-06-30")))
    days = [date(1990, 5, 31), date(1990, 6, 1), date(1990, 6, 30), date(1990, 7, 1)]

    assert [Truth.NEVER, Truth.SURELY, Truth.SURELY, Truth.NEVER] == [june.holds_on(day) for day in days]


def test_what_ends_on_the_day_on_which_another_begins_shares_it() -> None:
    first, second = (Interval.on(Days.of(parse(text))) for text in ("1990-06-30", "1990-06-30"))

    assert Truth.SURELY is first.overlaps(second)
    assert Truth.NEVER is first.overlaps(Interval.on(second.begin.later(1)))


def test_an_end_that_nobody_knows_holds_surely_on_the_first_day_alone() -> None:
    begin = Days.of(parse("1990-06-03"))
    unknown = Interval(begin, Days())

    assert Truth.SURELY is unknown.holds_on(date(1990, 6, 3))
    assert {Truth.POSSIBLY} == {unknown.holds_on(date(1990, 6, 3) + timedelta(days=n)) for n in (1, 10_000)}


def test_what_has_no_time_holds_on_every_day() -> None:
    assert {Truth.SURELY} == {ALWAYS.holds_on(day) for day in (date.min, date.max)}


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("1990-06", "1990-06", "1990-06"), ("1990~/1995-05-01", "1990~", "1995-05-01"), ("199X/2004", "199X", "2004")],
)
def test_the_ends_of_a_range_are_as_precise_as_each_was_written(text: str, start: str, end: str) -> None:
    found = parse(text)

    assert (parse(start), parse(end)) == (found.start, found.end)


@pytest.mark.parametrize(
    ("coarse", "fine", "expected"),
    [
        ("2016-10-14", "2016-10-14", True),
        ("2016", "2016-01-01", True),
        ("2016", "2016-12-31", True),
        ("2016", "2015-12-31", False),
        ("2016", "2017-01-01", False),
        ("2016-12", "2016", False),
        ("2016", "2016~", True),
    ],
)
def test_the_first_and_the_last_day_of_a_date_are_among_its_days(coarse: str, fine: str, expected: bool) -> None:
    assert expected is covers(parse(coarse), parse(fine))
