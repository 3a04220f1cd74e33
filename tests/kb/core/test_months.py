"""The months, held against the names that Babel knows and against the forms in which sources have them."""

from __future__ import annotations

import re

import pytest
from babel.dates import get_month_names

from kb.core import months
from kb.evidence.quotes import read
from kb.extract.mention import Partial
from kb.extract.mentions import find

CASES = {
    5: "май мая маю маем мае",
    8: "август августа августу августом августе",
    10: "октябрь октября октябрю октябрём октябрем октябре",
}


def test_the_english_names_are_those_of_babel():
    assert dict(get_month_names("wide", locale="en")) == dict(enumerate(months.NAMES, 1))
    assert {name.lower(): n for n, name in get_month_names("abbreviated", locale="en").items()} == months.SHORT


@pytest.mark.parametrize("context", ["format", "stand-alone"])
def test_every_russian_name_of_babel_is_known(context):
    found = get_month_names("wide", context=context, locale="ru")

    assert {name: months.month_of(name) for name in found.values()} == {name: n for n, name in found.items()}


@pytest.mark.parametrize(("number", "form"), [(n, form) for n, forms in CASES.items() for form in forms.split()])
def test_a_russian_month_is_known_in_every_case(number, form):
    assert months.month_of(form) == number
    assert read(f"в {form}").months == {number}


@pytest.mark.parametrize("form", ["sept", "Sept.", "SEP", "September"])
def test_a_month_is_known_cut_short_and_in_capitals(form):
    assert months.month_of(form) == 9


@pytest.mark.parametrize("word", ["", "mars", "septem", "маис", "януа"])
def test_no_other_word_is_a_month(word):
    assert months.month_of(word) == 0


@pytest.mark.parametrize("form", months.NUMBERS)
def test_prose_and_quotes_read_every_form_alike(form):
    (figure,) = find(f"on 3 {form}")

    assert (figure.value, figure.text) == (Partial(months.NUMBERS[form], 3), f"3 {form}")
    assert read(f"on 3 {form}").months == {months.NUMBERS[form]}


def test_the_longest_form_is_found():
    assert {re.match(months.ANY, form)[0] for form in months.NUMBERS} == set(months.NUMBERS)
    assert re.fullmatch(months.ANY, "oct.")
    assert not re.fullmatch(months.ANY, "october.")
    assert not re.fullmatch(months.FULL, "oct")


def test_each_month_has_a_name():
    assert [months.month_of(months.name(n)) for n in range(1, 13)] == list(range(1, 13))
