"""Sentences without a citation may say again what the page says with one, of the same thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.core.dates import parse
from kb.extract.mention import Mention, Partial
from kb.verify.restated import tells_same
from kb.verify.verdict import VerifiedPage

ReadPage = Callable[..., VerifiedPage]
TOLD = "Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`."


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("Corvia came on 1 February 1994.", ("supported", "restated")),
        ("Corvia came in 1994.", ("supported", "restated")),
        ("The League grew in 1994.", ("supported", "restated")),
        ("It grew in 1994.", ("supported", "restated")),
        ("Boreland came on 1 February 1994.", ("uncited", "")),
        ("Corvia came on 2 February 1994.", ("uncited", "")),
        ("Voss came in 1994.", ("uncited", "")),
    ],
)
def test_the_same_is_said_again_of_the_same_thing(read_page: ReadPage, again: str, expected: tuple[str, str]) -> None:
    figure = read_page(f"{TOLD}\n\n{again}").figures[-1]

    assert expected == (str(figure.outcome), figure.verdict.why)


def test_what_nobody_vouches_for_is_not_said_again(read_page: ReadPage) -> None:
    wrong = "Corvia joined on 2 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`."
    figures = read_page(f"{wrong}\n\nCorvia came on 2 February 1994.").figures

    assert ["refuted", "uncited"] == [str(figure.outcome) for figure in figures]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1994", "1994-02-01", True), ("1994-02-01", "1994", False), ("1994-02-01", "1994-02-01", True),
        ("1994/1996", "1994/1996", True), ("1994/1997", "1994/1996", False), ("1993/1996", "1994/1996", False),
        ("1996", "1994/1996", True),
    ],
)  # fmt: skip
def test_a_date_is_said_again_as_it_is_or_less_precisely(one: str, other: str, expected: bool) -> None:
    first, second = (Mention("date", parse(text), 0, 4, text) for text in (one, other))

    assert expected is tells_same(first, second)


def test_other_figures_are_said_again_by_kind_and_value() -> None:
    three = Mention("count", 3.0, 0, 5, "three")

    assert tells_same(three, Mention("count", 3.0, 0, 1, "3"))
    assert not tells_same(three, Mention("count", 4.0, 0, 4, "four"))
    assert not tells_same(three, Mention("ordinal", 3.0, 0, 5, "third"))
    assert tells_same(Mention("date", Partial(2, 1), 0, 1, ""), Mention("date", parse("1994-02-01"), 0, 1, ""))
    assert not tells_same(Mention("date", Partial(3, 1), 0, 1, ""), Mention("date", parse("1994-02-01"), 0, 1, ""))
