"""Whether prose is a true way to tell what a statement says."""

from __future__ import annotations

import pytest

from kb.core.dates import parse
from kb.core.derive import typed
from kb.core.mark import Mark
from kb.core.model import Count, Statement
from kb.evidence.candidate import Candidate
from kb.evidence.matching import alternatives, distance, keeps_bound, matches, told
from kb.extract.mention import Mention
from kb.extract.mentions import find


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


def candidate(value: object = (), **fields: object) -> Candidate:
    """A statement of no words, as a page meets it."""
    statement = Statement("a#b", "a", "p", value, (), Mark("a"), {}, **fields)
    return Candidate(statement, typed(statement, ()), (), lambda text: (), lambda text: ())


def figure(text: str) -> Mention:
    """The one figure of a text."""
    (found,) = find(text)
    return found


ALL_KINDS = {
    "on": parse("1990-06-03"),
    "ordinal": 5,
    "articles": (4,),
    "number": "7-B",
    "counts": (Count(40, ("ships",)), Count(3, ("years",)), Count(60, ("percent",)), Count(9, ("dollars",))),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 3 June 1990", True), ("on 3 June", True), ("in June", True), ("in 1990", True), ("in the 1990s", True),
        ("on 4 June 1990", False), ("on 4 June", False), ("in the 1980s", False),
        ("Article 4", True), ("Article 5", False),
        ("its fifth session", True), ("its fourth session", False),
        ("40 ships", True), ("41 ships", False), ("40 boats", False), ("three years", True), ("three weeks", False),
        ("60 per cent", True), ("40 per cent", False), ("$9", True), ("€9", False),
    ],
)  # fmt: skip
def test_a_statement_carries_a_figure_of_its_own_kind_and_unit(text: str, expected: bool) -> None:
    assert expected is matches(figure(text), candidate(**ALL_KINDS))


def test_a_number_without_a_unit_fits_whatever_is_counted() -> None:
    bare = Mention("count", 40.0, 0, 2, "40")

    assert matches(bare, candidate(counts=(Count(40, ("ships",)),)))
    assert not matches(bare, candidate(counts=(Count(41, ("ships",)),)))


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("40 ships", "exactly", True), ("40 ships", "over", False), ("40 ships", "about", False),
        ("over 40 ships", "over", True), ("over 40 ships", "exactly", False), ("over 40 ships", "at-least", False),
        ("at least 40 ships", "over", True), ("at least 40 ships", "exactly", False), ("up to 40 ships", "under", True),
        ("about 40 ships", "over", True), ("about 40 ships", "exactly", True), ("up to 40 ships", "over", False),
    ],
)  # fmt: skip
def test_prose_keeps_a_bound_or_says_less(text: str, stated: str, expected: bool) -> None:
    others = (Count(40, ("sailors",)), Count(9, ("ships",)))

    assert expected is keeps_bound(figure(text), candidate(counts=(Count(40, ("ships",), stated), *others)))


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("in 1990", "1990", True), ("in 1990", "1990~", False), ("about 1990", "1990~", True),
        ("in the 1990s", "1995~", True), ("in the 1990s", "1990~", False), ("in 1990", "1990~/1994", False),
        ("in 1994", "1990~/1994", True), ("1990–1994", "1990/1994", True), ("1990–1994", "1990~/1994", False),
        ("in the 1990s", "1994/1999~", False), ("in the 1990s", "1994~/1995", True),
    ],
)  # fmt: skip
def test_prose_keeps_about_a_date_or_says_so_little_that_it_holds_all_that_is_meant(text, stated, expected) -> None:
    assert expected is keeps_bound(figure(text), candidate(on=parse(stated)))


def test_a_date_that_the_statement_does_not_tell_keeps_every_bound() -> None:
    assert keeps_bound(figure("in 1990"), candidate(on=parse("1995~")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 1991", ("1990-06-03",)), ("Article 5", ("Article 4",)), ("41 ships", ("40 ships",)), ("41 boats", ()),
        ("its fourth session", ()), ("50 per cent", ("60 percent",)), ("$8", ("9 dollars",)), ("€8", ()),
    ],
)  # fmt: skip
def test_what_a_statement_has_instead_is_of_the_same_kind_and_unit(text: str, expected: tuple[str, ...]) -> None:
    assert expected == alternatives(figure(text), candidate(**ALL_KINDS))


@pytest.mark.parametrize(
    ("text", "expected"), [("on 3 June 1990", 0), ("on 4 June 1990", 1), ("on 4 May 1990", 2), ("on 4 May 1991", 3)]
)
def test_how_far_a_date_is_off_is_told_by_its_parts(text: str, expected: int) -> None:
    assert expected == distance(figure(text), candidate(on=parse("1990-06-03")))
