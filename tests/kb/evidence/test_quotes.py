"""What can be read in a quotation: the years, months, days and numbers of English and Russian."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.dates import parse
from kb.evidence.quotes import Part, mentions, parts, read, spelled_out
from kb.extract import numbers

DATED = {
    "signed in Tashkent on May 15, 1992": ({1992}, {5}, {15}),
    "с 1 января 2017 года": ({2017}, {1}, {1}),
    "2 ноября 2018 г.": ({2018}, {11}, {2}),
    "в октябре 2016": ({2016}, {10}, set()),
    "14.10.2016": ({2016}, {10}, {14}),
    "on 2009-02-04": ({2009}, {2}, {4}),
    "15–16 September 2016": ({2016}, {9}, {15, 16}),
    "the fourth of June": (set(), {6}, {4}),
    "17,000 troops": (set(), set(), set()),
}


@pytest.mark.parametrize("text", DATED)
def test_the_parts_of_a_date_are_read(text):
    found = read(text)
    years, months, days = DATED[text]

    assert (years, months) == (found.years, found.months)
    assert days <= found.days
    assert bool(days) == bool(found.days)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("over 17,000 troops", 17000),
        ("17 000 человек", 17000),
        ("17½ тыс. человек", 17500),
        ("for 2½ years", 2.5),
        ("some ¾ of them", 0.75),
        ("более 17 тыс. человек", 17000),
        ("17\u00a0000 человек", 17000),
        ("seventeen thousand men", 17000),
        ("20 thousand", 20000),
        ("1,5 млн", 1.5e6),
        ("1.5 million", 1.5e6),
        ("six member states", 6),
        ("шесть государств", 6),
        ("пяти членов", 5),
        ("the 71st session", 71),
        ("the twenty-first session", 21),
        ("глава IV", 4),
    ],
)
def test_a_number_is_read_however_it_is_written(text, number):
    assert number in read(text).numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a hundred thousand men", {100_000}),
        ("half a million men", {500_000}),
        ("2 and a half million men", {2, 2_500_000}),
        ("€1.2bn", {1.2, 1_200_000_000}),
        ("1.1 million", {1.1, 1_100_000}),
        ("3 hundred thousand", {3, 300_000}),
        ("a 3m grant", {3, 3_000_000}),
        ("3 m wide", {3}),
        ("1,1 млрд рублей", {1.1, 1_100_000_000}),
        ("5 миллиардов", {5, 5_000_000_000}),
        ("с 17 тысячами человек", {17, 17_000}),
        ("двадцать один член", {21}),
        ("сто двадцать пять тысяч", {125_000}),
        ("двести пятьдесят тысяч триста", {250_300}),
        ("полтора миллиона", {1_500_000}),
        ("полмиллиона", {500_000}),
        ("тысяча человек", {1000}),
        ("тысячи людей", set()),
        ("семнадцати с половиной", {17}),
        ("двадцать первая сессия", {21}),
        ("сто первый", {101}),
        ("пятидесятого года", {50}),
        ("двух трёх", {2, 3}),
        ("шесть, семь", {6, 7}),
        ("сто\nпять", {100, 5}),
        ("семьсот восемьдесят девять", {789}),
        ("девятнадцать двадцать", {19, 20}),
        ("двадцатью пятью членами", {25}),
        ("первого двадцать", {1, 20}),
        ("the hundred and first", {101}),
    ],
)
def test_every_number_is_read_and_no_other(text, numbers):
    assert read(text).numbers == numbers


UNITS = "один два три четыре пять шесть семь восемь девять".split()
TEENS = ("десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать"
         " девятнадцать").split()  # fmt: skip
TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split()
HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split()


def in_russian(n: int) -> str:
    """A number below a milliard in Russian words, in the nominative."""
    for scale, name in ((10**6, "миллионов"), (1000, "тысяч")):
        if n >= scale:
            return f"{in_russian(n // scale)} {name} {in_russian(n % scale)}".strip()
    parts = [HUNDREDS[n // 100 - 1]] if n >= 100 else []
    if 10 <= n % 100 < 20:
        return " ".join([*parts, TEENS[n % 100 - 10]])
    parts += [TENS[n % 100 // 10 - 2]] if n % 100 >= 20 else []
    return " ".join([*parts, *([UNITS[n % 10 - 1]] if n % 10 else [])])


@given(st.integers(1, 10**9 - 1))
def test_a_russian_number_in_words_is_read_back(n):
    assert read(f"было {in_russian(n)} человек").numbers == {n}


def test_a_number_is_mentioned_where_it_begins():
    text = "около двадцати пяти тысяч, up to half a million, 3.500"

    assert [(text[start:][:4], value) for start, _, value in mentions(text)] == [
        ("3.50", 3.5), ("3.50", 3500), ("half", 500_000), ("двад", 25_000),
    ]  # fmt: skip


@pytest.mark.parametrize("word", [*numbers.SMALL, *numbers.ORDINALS, "hundredth", "thousandth"])
def test_every_number_word_is_read_wherever_it_stands(word):
    value = numbers.ordinal(word) if word in numbers.ORDERING else numbers.number(word)

    assert value in read(f"some {word.upper()}, some not").numbers


@pytest.mark.parametrize("word", numbers.SCALES)
def test_every_scale_is_read(word):
    assert numbers.SCALES[word] in read(f"a {word}").numbers
    assert 3 * numbers.SCALES[word] in read(f"3 {word}").numbers


@pytest.mark.parametrize("text", ["17,000 troops", "17 000 человек"])
def test_thousands_are_one_number(text):
    assert read(text).numbers == {17000}


@pytest.mark.parametrize("text", ["the mid-2000s", "the 2000's", "в 2000-х годах", "200X"])
def test_a_decade_is_no_year(text):
    assert (read(text).decades, read(text).years) == ({2000}, set())


def test_a_range_needs_both_its_ends():
    found = [(part.kind, part.value) for part in parts(parse("2016-09-19/2017-10-24"))]
    expected = [("year", 2016), ("month", 9), ("day", 19), ("year", 2017), ("month", 10), ("day", 24)]

    assert expected == found


def test_a_text_of_ours_must_carry_the_figures_it_writes():
    found = [part.word for part in spelled_out("In the late 2000s, after 2006, 7 members kept 17,000 men")]

    assert found == ["2006", "2000s", "7", "17000"]


def test_the_second_half_of_a_span_of_years_is_no_month():
    assert (frozenset({1990}), frozenset()) == (read("in 1990-91").years, read("in 1990-91").months)


@pytest.mark.parametrize(
    ("part", "text", "rivals"),
    [
        (Part("number", 4, "4"), "the 50 ships of 3 June 1990", {50.0}),
        (Part("number", 4, "4"), "the 5 ships of 1990", {5.0}),
        (Part("year", 1991, "1991"), "the 5 ships of 3 June 1990", {1990}),
        (Part("day", 4, "4"), "the 5 ships of 3 June 1990", {3, 5}),
        (Part("day", 4, "4"), "the 5 ships of 1990", set()),
        (Part("month", 5, "May"), "the 5 ships of 3 June 1990", {6}),
    ],
)
def test_what_stands_in_a_quote_instead_is_of_the_same_kind(part, text, rivals):
    assert rivals == part.rivals(read(text))


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("199X", ["1990s"]), ("mid-199X", ["1990s"]), ("1990", ["1990"]), ("1990-06", ["1990", "June"]),
        ("1990-06-03", ["1990", "June", "3"]), ("1990-06-03/1990-06-05", ["1990", "June", "3", "5"]),
    ],
)  # fmt: skip
def test_a_source_must_show_each_part_of_a_date(text, spelled):
    assert spelled == [part.word for part in parts(parse(text))]
