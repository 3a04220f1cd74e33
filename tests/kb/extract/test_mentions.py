"""Figures: every number, date and ordinal of a sentence is found, with its kind, value and place."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.dates import Date
from kb.core.months import RUSSIAN
from kb.extract import numbers
from kb.extract.mention import Mention, Partial
from kb.extract.mentions import find
from kb.extract.patterns import _STARTS, FIGURE
from kb.lang import en

MONTHS = "January February March April May June July August September October November December".split()


def told(text: str) -> list[tuple[str, str, str]]:
    """Kind, words and value of each figure."""
    return [(f.kind, f.text, str(f.value)) for f in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("signed on 15 May 1992", [("date", "15 May 1992", "1992-05-15")]),
        ("on May 15, 1992", [("date", "May 15, 1992", "1992-05-15")]),
        ("подписан 15 мая 1992 года", [("date", "15 мая 1992", "1992-05-15")]),
        ("dated 14.10.2016", [("date", "14.10.2016", "2016-10-14")]),
        ("dated 2016-10-14", [("date", "2016-10-14", "2016-10-14")]),
        ("in October 2016", [("date", "October 2016", "2016-10")]),
        ("since 2012", [("date", "2012", "2012")]),
        ("in 3016 it", [("date", "3016", "3016")]),
        ("the 2099 votes", [("date", "2099", "2099")]),
        ("the 2100 votes", [("count", "2100", "2100.0")]),
        ("the 1500 votes", [("date", "1500", "1500")]),
        ("the 1499 votes", [("count", "1499", "1499.0")]),
        ("from 19 to 24 September 2016", [("date", "19 to 24 September 2016", "2016-09-19/2016-09-24")]),
        ("28 April to 2 May 2003", [("date", "28 April to 2 May 2003", "2003-04-28/2003-05-02")]),
        ("on 14 and 15 May 2002", [("date", "14", "2002-05-14"), ("date", "15 May 2002", "2002-05-15")]),
        ("1992–1999", [("date", "1992–1999", "1992/1999")]),
        ("in 2021–22", [("date", "2021–22", "2021/2022")]),
        ("in 2008-12", [("date", "2008-12", "2008-12")]),
        ("in 2008-01", [("date", "2008-01", "2008-01")]),
        ("in 2008–12", [("date", "2008–12", "2008/2012")]),
        ("in 2008-13", [("date", "2008-13", "2008/2013")]),
        ("between 2002 and 2010", [("date", "2002", "2002"), ("date", "2010", "2010")]),
        ("on 7 October", [("date", "7 October", "10-07")]),
        ("on October 7, there", [("date", "October 7", "10-07")]),
        ("In May the leaders met", [("date", "May", "05")]),
        ("It may be so; march on", []),
        ("on the 14th, in Moscow", [("date", "14th", "??-14")]),
        ("On the 14th Rask landed", [("date", "14th", "??-14")]),
        ("14th, Selin. Rask lands", [("date", "14th", "??-14")]),
        ("on the 14th and 15th", [("date", "14th", "??-14"), ("date", "15th", "??-15")]),
        ("the 14th Army left", [("ordinal", "14th", "14")]),
        ("on the 14th anniversary", [("ordinal", "14th", "14")]),
        ("October 8 to 10, 2002", [("date", "October 8 to 10, 2002", "2002-10-08/2002-10-10")]),
        ("twice as many as 31 ships", [("count", "31", "31.0")]),
        ("six meetings a year", [("count", "six", "6.0")]),
        ("on 31 February 2016", [("date", "31 February 2016", "2016-02-31")]),
        ("exercise Search-2016", [("date", "2016", "2016")]),
    ],
)
def test_dates_are_read_in_every_form(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the mid-2000s", [("decade", "mid-2000s", "mid-200X")]),
        ("from the late 2000s onwards", [("decade", "late 2000s", "late-200X")]),
        ("in the nineties", [("decade", "nineties", "199X")]),
        ("the 21st century", [("decade", "21st century", "2001/2100")]),
        ("the XIX century", [("decade", "XIX century", "1801/1900")]),
        ("the XXth century", [("decade", "XXth century", "1901/2000")]),
        ("in MCMXC", [("date", "MCMXC", "1990")]),
        ("a mill and MIDI", []),
        ("for seven decades", [("duration", "seven decades", "7.0")]),
        ("a decade of limited progress", [("duration", "a decade", "1.0")]),
        ("a year and a half later", [("duration", "a year and a half later", "1.5")]),
        ("every five-year renewal", [("duration", "five-year", "5.0")]),
        ("twice a year", []),
    ],
)
def test_decades_and_durations(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("fifteen newly independent states", "count", 15, "newly independent states"),
        ("17,000 servicemen", "count", 17000, "servicemen"),
        ("seventeen thousand five hundred troops", "count", 17500, "troops"),
        ("1.5 million people", "count", 1_500_000, "people"),
        ("half a dozen documents", "count", 6, "documents"),
        ("six founded the organisation", "count", 6, ""),
        ("a six-member alliance", "count", 6, "-member alliance"),
        ("1016 troops", "count", 1016, "troops"),
        ("5.5 per cent", "percentage", 5.5, ""),
        ("20%", "percentage", 20, ""),
        ("$3 million", "amount", 3_000_000, ""),
        ("the 71st session", "ordinal", 71, "session"),
        ("its tenth anniversary", "ordinal", 10, "anniversary"),
        ("the twenty-first time", "ordinal", 21, "time"),
        ("Article 4", "article", 4, "article"),
        ("under Art. 8", "article", 8, "article"),
        ("Article IV", "article", 4, "article"),
        ("the fourth article", "article", 4, ""),
        ("статья 4", "article", 4, "article"),
        ("Law No. 501-IV", "number", "501-IV", ""),
        ("resolution 59/50", "number", "59/50", ""),
        ("Chapter 30", "number", "30", "chapter"),
        ("the G20", "number", "G20", ""),
        ("the agency 24.kg", "number", "24.kg", ""),
    ],
)
def test_numbers_know_what_they_count(text: str, kind: str, value: object, unit: str) -> None:
    (figure,) = find(text)

    assert (kind, value) == (figure.kind, figure.value)
    assert unit.strip("-") == figure.unit.strip("-")


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("over", "over"),
        ("more than", "over"),
        ("some", "about"),
        ("c.", "about"),
        ("circa", "about"),
        ("at least", "at-least"),
        ("no fewer than", "at-least"),
        ("not less than", "at-least"),
        ("up to", "up-to"),
        ("no more than", "up-to"),
        ("fewer than", "under"),
        ("400 fewer than the", "about"),
        ("twice as many as", "exactly"),
        ("as many as", "up-to"),
        ("", "exactly"),
    ],
)
def test_a_number_keeps_its_bound(words: str, bound: str) -> None:
    *_, figure = find(f"it had {words} 17,000 men")

    assert bound == figure.bound


@pytest.mark.parametrize(
    ("words", "bound"),
    [("or more", "at-least"), ("and more", "at-least"), ("or fewer", "up-to"), ("or", "exactly")],
)
def test_what_bounds_a_number_may_follow_it(words: str, bound: str) -> None:
    (figure,) = find(f"it had 17,000 {words} men")

    assert bound == figure.bound
    assert figure.unit.endswith("men") is (bound != "exactly")


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("between 500 and 600 men", ["between", "between"]),
        ("500–600 men", ["between", "between"]),
        ("500 to 600 men", ["between", "between"]),
        ("from 500 to 600 men", ["exactly", "exactly"]),
        ("500 and 600 men", ["exactly", "exactly"]),
        ("between 600 and 500 men", ["exactly", "exactly"]),
        ("between 500 men and 600 horses", ["exactly", "exactly"]),
        ("between 500 and 600 men and 70 horses", ["between", "between", "exactly"]),
    ],
)
def test_two_numbers_may_be_those_between_which_one_lies(text: str, bounds: list[str]) -> None:
    assert bounds == [figure.bound for figure in find(f"it had {text}")]


def test_the_first_of_two_numbers_counts_what_the_second_counts() -> None:
    assert ["men", "men"] == [figure.unit for figure in find("it had between 500 and 600 men")]


def test_articles_in_a_row_are_one_figure_each() -> None:
    assert [3, 5, 11] == [f.value for f in find("Articles 3, 5 and 11 were adjusted")]


def test_masked_spans_hold_no_figure() -> None:
    text = "the exercise Search-2016 of 2016"

    assert [(28, 32)] == [(f.start, f.end) for f in find(text, [(4, 24)])]


@given(st.dates(min_value=date(1, 1, 1)), st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d} of {m} {y}", "{iso}"]))
def test_a_date_written_out_is_read_back(day: date, form: str) -> None:
    text = form.format(d=day.day, m=MONTHS[day.month - 1], y=f"{day.year:04}", iso=day.isoformat())
    (figure,) = find(f"It was signed on {text} in Tashkent")

    assert text == figure.text
    assert isinstance(figure.value, Date)
    assert (day, day) == (figure.value.earliest, figure.value.latest)


@given(st.dates(), st.integers(1, 40))
def test_a_span_of_days_is_read_back(day: date, length: int) -> None:
    last = day + timedelta(days=length) if day < date(9999, 11, 1) else day
    (figure,) = find(f"{day.day} {MONTHS[day.month - 1]} {day.year:04}")

    assert isinstance(figure.value, Date)
    assert last >= figure.value.earliest


_TEXT = st.text() | st.lists(
    st.sampled_from(
        "1992 mid- 2000s the 14th May - – , . / 4 Article No. of six and hundred thousand first a decade later half"
        " dozen $ % İ ß ４ ² x_5 from to 31 February 0000 99999999999999999999 Articles IV ст. мая".split()
    )
).map(" ".join)


@given(_TEXT)
def test_any_text_can_be_read_and_spans_are_in_order(text: str) -> None:
    figures = find(text)

    assert all(0 <= f.start < f.end <= len(text) and f.text == text[f.start : f.end] for f in figures)
    assert all(one.end <= other.start for one, other in pairwise(figures))


@given(_TEXT)
def test_no_digit_is_passed_over(text: str) -> None:
    read = {at for figure in find(text) for at in range(figure.start, figure.end)}
    reach = {at for at, char in enumerate(text) if char in "0123456789"}

    assert reach <= read


@given(_TEXT, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=3))
def test_nothing_is_read_in_a_mask(text: str, spans: list[tuple[int, int]]) -> None:
    masked = [(min(span), max(span)) for span in spans]

    assert not [
        f for f in find(text, masked) for start, end in masked if start < end and f.start < end and start < f.end
    ]


def test_figures_can_be_compared() -> None:
    assert Mention("date", Partial(10, 7), 0, 9, "7 October") == find("7 October")[0]


STARTERS = [
    *numbers.SMALL, *numbers.ORDINALS, *(f"a {scale}" for scale in [*numbers.SCALES, "hundred", "quarter of"]),
    *(f"3 {month}" for month in MONTHS), *(f"{month} 1994" for month in MONTHS), *MONTHS, "early 1990s", "mid-1990s",
    "late 1990s", "the nineties", "US dollars", "US$5", "€5", "No. 5", "nos. 5", "№ 5", "resolution 5", "law 5",
    "decree 5", "half a year", "an hour", "a decade", "half a dozen", "half of", "zero", "the thirties",
    "hundred and first", "hundredth", "thousandth", "one quarter of a million", "three quarters of a million",
    *(f"{form} 1994" for form in RUSSIAN), "sept. 3", "oct. 1994", "mar. 3", "XX century", "MCMXC", "ст. 5", "статья 5",
    *(f"{label} 5" for label in f"article|art.|{en.PARTS_OF_A_TEXT}".split("|")),
]  # fmt: skip


@pytest.mark.parametrize("words", STARTERS)
def test_the_look_ahead_that_spares_time_loses_no_figure(words: str) -> None:
    patient = re.compile(FIGURE.pattern.replace(rf"(?=[\w-]*[0-9$€£₽№]|{_STARTS})", ""))
    text = words.lower()

    assert patient.pattern != FIGURE.pattern
    assert [m.span() for m in patient.finditer(text)] == [m.span() for m in FIGURE.finditer(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a third of the votes", 1 / 3), ("two-thirds of the votes", 2 / 3), ("three quarters of the votes", 3 / 4),
        ("a fifth of the votes", 1 / 5), ("two fifths of the votes", 2 / 5), ("a tenth of the votes", 1 / 10),
    ],
)  # fmt: skip
def test_a_fraction_is_part_of_one(text: str, value: float) -> None:
    assert [("count", value)] == [(f.kind, f.value) for f in find(text)]


def test_a_bracket_is_no_capital_letter() -> None:
    assert [("count", "TWO"), ("count", "3")] == [(f.kind, f.text) for f in find("[TWO ships] and {3 boats}")]


@pytest.mark.parametrize(
    ("text", "unit"), [("for three weeks", "week"), ("for two centuries", "century"), ("for a decade", "decade")]
)
def test_a_length_is_of_a_noun_of_time(text: str, unit: str) -> None:
    assert [("duration", unit)] == [(f.kind, f.unit) for f in find(text)]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("five of the six members", ["", "members"]),
        ("five of six old members", ["", "old members"]),
        ("one of the members", ["members"]),
    ],
)
def test_a_part_and_its_whole_share_what_they_count(text: str, units: list[str]) -> None:
    assert units == [figure.unit for figure in find(text)]
