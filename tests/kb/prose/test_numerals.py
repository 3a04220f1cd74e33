"""Numbers in words: what a speller writes is read back, and another reader agrees."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_to_num import text2num

from kb.extract import numbers
from kb.extract.mentions import find

ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split()
)
ONES += ["eighteen", "nineteen"]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(n: int) -> str:
    """A number in British words: 1,234 is one thousand, two hundred and thirty-four."""
    if n < 20:
        return ONES[n - 1]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10 - 1]}" if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100 - 1]} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    scale, name = (10**6, "million") if n >= 10**6 else (1000, "thousand")
    rest = n % scale
    joint = " and " if rest < 100 else " "
    return f"{spelled(n // scale)} {name}" + (f"{joint}{spelled(rest)}" if rest else "")


@given(st.integers(2, 999_999_999))
def test_a_number_in_words_is_found_whole(n: int) -> None:
    (figure,) = find(f"They had {spelled(n)} troops.")

    assert (spelled(n), n) == (figure.text, figure.value)


@given(st.integers(1, 999_999))
def test_another_reader_of_numbers_agrees(n: int) -> None:
    words = spelled(n)

    assert text2num(words, "en") == numbers.number(words)


@pytest.mark.parametrize(("letters", "n"), [("I", 1), ("iv", 4), ("VI", 6), ("xix", 19), ("XL", 40)])
def test_roman_numerals(letters: str, n: int) -> None:
    assert n == numbers.roman(letters)


@given(st.integers(1, 99))
def test_ordinals_in_digits_and_words_agree(n: int) -> None:
    word = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"}
    last = spelled(n).rpartition("-")
    ending = word.get(numbers.SMALL[last[2]], re.sub("y$", "ie", last[2]) + "th")
    (figure,) = find(f"for the {last[0]}{last[1]}{ending} time")

    assert n == figure.value == numbers.ordinal(f"{n}th")
