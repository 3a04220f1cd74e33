"""Numbers in words: what a speller writes is read back, whichever way it writes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.evidence.quotes import read
from kb.extract import numbers
from kb.extract.mentions import find

ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split()
)
ONES += ["eighteen", "nineteen"]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


SCALES = {10**12: "trillion", 10**9: "billion", 10**6: "million", 1000: "thousand"}


def spelled(n: int, joint: str = " and ", comma: str = "") -> str:
    """A number in British words: 1,234 is one thousand two hundred and thirty-four."""
    if n < 20:
        return ONES[n - 1]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10 - 1]}" if n % 10 else "")
    scale, name = next(((scale, name) for scale, name in SCALES.items() if n >= scale), (100, "hundred"))
    rest, many = n % scale, spelled(n // scale, joint, comma)
    between = joint if rest < 100 else f"{comma} "
    return f"{many} {name}" + (f"{between}{spelled(rest, joint, comma)}" if rest else "")


@given(st.integers(2, 10**15 - 1), st.sampled_from([" and ", " "]), st.sampled_from(["", ","]))
def test_a_number_in_words_is_found_whole_and_read(n: int, joint: str, comma: str) -> None:
    words = spelled(n, joint, comma)
    (figure,) = find(f"They had {words} troops.")

    assert (words, n, "troops") == (figure.text, figure.value, figure.unit)


@given(st.sampled_from([100, *SCALES]), st.integers(0, 99))
def test_a_stands_for_one(scale: int, rest: int) -> None:
    words = "a" + spelled(scale + rest).removeprefix("one")
    (figure,) = find(f"They had {words} troops.")

    assert (words, scale + rest) == (figure.text, figure.value)


@given(st.from_regex(numbers.WORDS, fullmatch=True))
def test_whatever_the_finder_finds_is_read_without_a_fall(words: str) -> None:
    assert numbers.number(words) >= 0


@pytest.mark.parametrize(
    ("text", "kind", "words", "value"),
    [
        ("a hundred thousand men", "count", "a hundred thousand", 100_000),
        ("a hundred and twenty men", "count", "a hundred and twenty", 120),
        ("A thousand and one nights", "count", "A thousand and one", 1001),
        ("half a million men", "count", "half a million", 500_000),
        ("a quarter of a million men", "count", "a quarter of a million", 250_000),
        ("three quarters of a million", "count", "three quarters of a million", 750_000),
        ("a quarter of the members", "count", "a quarter of", 0.25),
        ("two and a half thousand men", "count", "two and a half thousand", 2500),
        ("2 and a half million men", "count", "2 and a half million", 2_500_000),
        ("one and three quarters", "count", "one and three quarters", 1.75),
        ("a million and a half people", "count", "a million and a half", 1_500_000),
        ("two million, six of them", "count", "two million", 2_000_000),
        ("five trillion roubles", "amount", "five trillion roubles", 5 * 10**12),
        ("one thousand million", "count", "one thousand million", 10**9),
        ("twelve hundred men", "count", "twelve hundred", 1200),
        ("two and a half dozen", "count", "two and a half dozen", 30),
        ("two and a half years later", "duration", "two and a half years later", 2.5),
        ("a hundred years", "duration", "a hundred years", 100),
        ("1.1 million people", "count", "1.1 million", 1_100_000),
        ("4.35 thousand people", "count", "4.35 thousand", 4350),
        ("3-million army", "count", "3-million", 3_000_000),
        ("6 hundred thousand", "count", "6 hundred thousand", 600_000),
        ("€1.2bn", "amount", "€1.2bn", 1_200_000_000),
        ("$3m", "amount", "$3m", 3_000_000),
        ("₽2 trn", "amount", "₽2 trn", 2 * 10**12),
        ("US$ 4.5 billion", "amount", "US$ 4.5 billion", 4_500_000_000),
        ("12 mln people", "count", "12 mln", 12_000_000),
        ("17k troops", "count", "17k", 17_000),
        ("the hundred and first session", "ordinal", "hundred and first", 101),
        ("a hundred and first session", "ordinal", "a hundred and first", 101),
        ("its two hundredth year", "ordinal", "two hundredth", 200),
        ("the thousandth day", "ordinal", "thousandth", 1000),
        ("the two hundred and fifty-third", "ordinal", "two hundred and fifty-third", 253),
    ],
)
def test_a_figure_is_what_can_be_counted(text: str, kind: str, words: str, value: float) -> None:
    figure = find(text)[0]

    assert (kind, words, value) == (figure.kind, figure.text, figure.value)


@pytest.mark.parametrize(
    "text",
    ["several thousand men", "a few hundred", "some thousand men", "dozens of states", "tens of thousands",
     "hundreds of thousands", "a couple of hundred", "thousands", "many a hundredweight"],
)  # fmt: skip
def test_what_nobody_can_count_is_no_figure(text: str) -> None:
    assert () == find(text)


@pytest.mark.parametrize(("text", "value"), [("a wall 3m high", "3m"), ("5km off", "5km"), ("€1.2xyz", "1.2xyz")])
def test_what_may_be_no_magnitude_is_left_as_it_stands(text: str, value: str) -> None:
    assert [("number", value)] == [(f.kind, f.value) for f in find(text)]


def test_scales_that_no_one_says_in_this_order_spell_nothing() -> None:
    assert 0 == numbers.number("ninety-nine hundred thousand")
    assert 0 == numbers.number("1" + " million" * 200)
    assert {1} == read("1" + " million" * 200).numbers - {0}


@pytest.mark.parametrize(("letters", "n"), [("I", 1), ("iv", 4), ("VI", 6), ("xix", 19), ("XL", 40)])
def test_roman_numerals(letters: str, n: int) -> None:
    assert n == numbers.roman(letters)


@given(st.integers(1, 999))
def test_ordinals_in_digits_and_words_agree(n: int) -> None:
    words = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"}
    *before, last = re.split("([ -])", spelled(n))
    ending = words.get(ONES.index(last) + 1 if last in ONES else 0, re.sub("y$", "ie", last) + "th")
    ordinal = "".join(before) + ending
    (figure,) = find(f"for the {ordinal} time")

    assert (ordinal, n) == (figure.text, figure.value)
    assert n == numbers.ordinal(f"{n}th")


def test_a_million_trillions_are_no_number_that_anyone_gives() -> None:
    assert (9e17, 0.0, 0.0) == (numbers.times("0.9", 10**18), numbers.times("1", 10**18), numbers.times("4", 10**18))
