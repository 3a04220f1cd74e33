"""Durations: how many days prose may mean, and whether two dates lie so far apart."""

from __future__ import annotations

import pytest

from kb.core.dates import parse
from kb.extract.durations import Reach, joined, weigh
from kb.extract.mentions import find


def weighed(words: str, *dates: str) -> Reach:
    """What the dates say to the duration in the words."""
    (figure,) = find(words)
    return weigh(figure, [parse(date) for date in dates])


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        ("two years later", "2010-12-10", "2012-12-19"),
        ("more than a year later", "2009-06-14", "2010-09-10"),
        ("nearly fourteen years", "2003-04-28", "2016-12-31"),
        ("less than three weeks before", "1999-04-02", "1999-04-20"),
        ("a decade of", "1992-05-15", "2002-10-07"),
        ("seven decades", "1922", "1991"),
        ("a day later", "2016-12-31", "2017-01-01"),
        ("two years after", "2010", "2012"),
        ("more than two years later", "2009-06-14", "2012-05-14"),
        ("at least two years later", "2009-06-14", "2011-06-14"),
        ("less than two years later", "2009-06-14", "2010-09-14"),
        ("about two years later", "2009-06-14", "2011-11-14"),
        ("about two years later", "2009-06-14", "2010-08-14"),
    ],
)
def test_two_dates_lie_as_far_apart_as_prose_says(words: str, one: str, other: str) -> None:
    assert Reach.RIGHT is weighed(words, one, other)


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        ("three years later", "2010-12-10", "2012-12-19"),
        ("more than two years later", "2009-06-14", "2010-09-10"),
        ("more than two years later", "2009-06-14", "2012-12-14"),
        ("at least two years later", "2009-06-14", "2010-09-10"),
        ("at least two years later", "2009-06-14", "2012-12-14"),
        ("less than two years later", "2009-06-14", "2011-09-14"),
        ("less than two years later", "2009-06-14", "2010-03-14"),
        ("about two years later", "2009-06-14", "2012-01-14"),
        ("about two years later", "2009-06-14", "2010-05-14"),
        ("two days later", "2016-12-31", "2017-01-05"),
        ("a decade of", "1992-05-15", "1999-04-20"),
    ],
)
def test_two_dates_lie_elsewhere(words: str, one: str, other: str) -> None:
    assert Reach.WRONG is weighed(words, one, other)


def test_one_date_alone_says_nothing() -> None:
    assert Reach.NONE is weighed("two years later", "2010")


TERM = """\
id: treasurer
kind: post
names: {en: Treasurer of the League}
part-of: [league]
statements:
  voss:
    held-by: voss
    from: 2001
    END
    evidence: [{by: League2006history, at: ¶ 8, quote: from 2001 until 2005, seen: full}]
"""


@pytest.mark.parametrize(
    ("end", "years"),
    [
        ("until: 2005", ["four"]),
        ("through: 2005", ["four"]),
        ("until: 2005-01-01", ["four"]),
        ("until: 2004", ["three"]),
    ],
)
def test_a_term_is_as_long_as_its_years_are_apart(read_page, end: str, years: list[str]) -> None:
    """``until`` is the first day no longer held: from 2001 until 2005 are four years, not three."""
    files = {"docs/facts/treasurer.yaml": TERM.replace("END", end)}
    bodies = {n: f"The Treasurer of the League served {n} years {{cite:p}}`League2006history{{¶ 1}}`." for n in COUNTED}
    computed = [n for n, body in bodies.items() for f in read_page(body, files).figures if f.outcome == "computed"]

    assert years == computed


COUNTED = ["two", "three", "four", "five"]


@pytest.mark.parametrize(
    ("words", "one", "other", "expected"),
    [
        ("five months later", "2003-01", "2003-06", Reach.RIGHT),
        ("four months later", "2003-01", "2003-06", Reach.WRONG),
        ("a month later", "2003-01", "2003-06", Reach.WRONG),
        ("twenty days later", "2003-01", "2003-01-31", Reach.WRONG),
    ],
)
def test_between_months_the_middle_is_measured(words: str, one: str, other: str, expected: Reach) -> None:
    assert expected is weighed(words, one, other)


@pytest.mark.parametrize(
    ("words", "one", "other", "reach"),
    [
        ("four months and ten days", "2009-02-04", "2009-06-14", Reach.RIGHT),
        ("four months and twenty days", "2009-02-04", "2009-06-14", Reach.WRONG),
        ("nineteen days short of a year", "2002-10-07", "2003-09-18", Reach.RIGHT),
        ("ninety days short of a year", "2002-10-07", "2003-09-18", Reach.WRONG),
        ("nine days more than two years", "2010-12-10", "2012-12-19", Reach.RIGHT),
        ("fifty days more than two years", "2010-12-10", "2012-12-19", Reach.WRONG),
        ("a year less a day", "1999-04-02", "2000-04-01", Reach.RIGHT),
        ("a fortnight", "1999-04-02", "1999-04-16", Reach.RIGHT),
    ],
)
def test_two_lengths_are_told_as_one(words: str, one: str, other: str, reach: Reach) -> None:
    figures = find(words)

    assert reach is weigh(figures[0], [parse(one), parse(other)], within=joined(figures[0], figures, words))
