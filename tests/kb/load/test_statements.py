"""Statements: every field is read as what it is, and what is of the wrong form is said at its place."""

from __future__ import annotations

import pytest

from kb.core.dates import parse
from kb.core.model import Count, Statement
from kb.load.ledger import entity
from kb.load.schema import schema

PROPERTIES = b"""
signed: {domain: [pact], range: [date]}
strength: {domain: [pact], range: [count]}
slogan: {domain: [pact], range: [text]}
parties: {domain: [pact], range: [state]}
"""


def read(body: str) -> tuple[list[Statement], list[str]]:
    """The statements, and the texts of what is wrong with them."""
    text = f"id: pact\nkind: pact\nnames: {{en: Pact}}\nstatements:\n{body}\n"
    made, faults = entity("docs/facts/pact.yaml", text.encode(), schema(b"pact: Pact\n", PROPERTIES)[0])
    return list(made.statements) if made else [], [fault.text for fault in faults]


def one(fields: str) -> Statement:
    """The one statement of these fields, in which nothing is wrong."""
    (made,), faults = read(f"  s: {{{fields}}}")

    assert [] == faults
    return made


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ("signed: 1992-05-15", parse("1992-05-15")),
        ("strength: {n: 40, of: [ships]}", Count(40, ("ships",))),
        ("slogan: All  for one", "All for one"),
        ("parties: [arvenia, boreland]", ("arvenia", "boreland")),
        ("parties: arvenia", ("arvenia",)),
    ],
)
def test_a_value_is_of_the_range_of_its_property(fields: str, value: object) -> None:
    assert value == one(fields).value


@pytest.mark.parametrize(
    ("written", "name", "value"),
    [
        ("'on': 1992", "on", parse("1992")),
        ("from: 1992", "from_", parse("1992")),
        ("until: 1992", "until", parse("1992")),
        ("until: unknown", "open_end", "unknown"),
        ("through: 1992", "through", parse("1992")),
        ("as-of: 1992", "as_of", parse("1992")),
        ("as: founder", "as_", "founder"),
        ("who: [a, b]", "who", ("a", "b")),
        ("complete: true", "complete", True),
        ("complete: false", "complete", False),
        ("where: a", "where", ("a",)),
        ("with: [a]", "with_", ("a",)),
        ("dates: [1992, 1993]", "dates", (parse("1992"), parse("1993"))),
        ("articles: 4", "articles", (4,)),
        ("articles: [4, 5]", "articles", (4, 5)),
        ("ordinal: 7", "ordinal", 7),
        ("number: 12-A", "number", "12-A"),
        ("planned: true", "planned", True),
    ],
)
def test_a_field_is_read_as_what_it_is(written: str, name: str, value: object) -> None:
    assert value == getattr(one(f"signed: 1990, {written}"), name)


@pytest.mark.parametrize("name", ["on", "until", "ordinal", "complete", "planned", "open_end"])
def test_a_field_that_is_not_there_says_nothing(name: str) -> None:
    assert getattr(one("signed: 1990"), name) in (None, False)


def test_what_is_ongoing_has_no_end() -> None:
    made = one("signed: 1990, until: ongoing, checked: 2019-05-01")

    assert ("ongoing", None, parse("2019-05-01")) == (made.open_end, made.until, made.checked)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ("ordinal: seven, signed: 1990", "'ordinal' is not a whole number"),
        ("ordinal: [7], signed: 1990", "'ordinal' is not a whole number"),
        ("ordinal: 1234567890, signed: 1990", "'ordinal' is not a whole number"),
        ("complete: maybe, signed: 1990", "'complete' is neither true nor false"),
        ("number: '', signed: 1990", "'number' is not a text"),
        ("signed: 0999-12-31", "'signed': '0999-12-31' is not within the years 1000 to 9000"),
        ("signed: 9001", "'signed': '9001' is not within the years 1000 to 9000"),
        ("until: ongoing, signed: 1990", "`until: ongoing` has no check date"),
        ("until: 1991, through: 1991, signed: 1990", "both `until` and `through` are given"),
        ("signed: {n: 3, of: [ships]}", "'signed' is not a date"),
        ("parties: {n: 3, of: [ships]}", "'parties' takes no count"),
        ("signed: 1990, slogan: Peace", "the statement 's' has 2 properties, against exactly one"),
        ("'on': 1990", "the statement 's' has no properties, against exactly one"),
    ],
)
def test_what_is_of_the_wrong_form_is_said(fields: str, fault: str) -> None:
    assert [fault] == read(f"  s: {{{fields}}}")[1]


@pytest.mark.parametrize("day", ["1000", "1000-01-01", "9000", "9000-12-31"])
def test_the_first_and_the_last_year_are_within(day: str) -> None:
    assert parse(day) == one(f"signed: {day}").value


def test_a_mistyped_property_brings_up_the_one_that_is_meant() -> None:
    text = "id: pact\nkind: pact\nnames: {en: Pact}\nstatements:\n  s: {'on': 1990, singed: 1990}\n"
    _, (fault,) = entity("docs/facts/pact.yaml", text.encode(), schema(b"pact: Pact\n", PROPERTIES)[0])

    assert "did you mean 'signed'?" == fault.help


@pytest.mark.parametrize("slug", ["pact", "kb-x", "judgement-1", "id1", "Upper", "a_b"])
def test_a_name_that_is_taken_or_is_none_is_said(slug: str) -> None:
    fault = f"the name {slug!r} cannot be a place on the page of the entity"

    assert [fault] == read(f"  {slug}: {{signed: 1990}}")[1]


def test_a_field_that_nobody_knows_is_said_and_of_very_many_the_first() -> None:
    many = ", ".join(f"odd{number}: 1" for number in range(25))
    long = "x" * 70

    assert ["the statement 's' has an unknown field 'terms'"] == read("  s: {signed: 1990, terms: [a]}")[1]
    assert [f"the statement 's' has an unknown field {'x' * 59 + '…'!r}"] == read(f"  s: {{signed: 1990, {long}: 1}}")[
        1
    ]
    assert [
        *(f"the statement 's' has an unknown field 'odd{number}'" for number in range(20)),
        "the statement 's' has 5 more unknown fields",
    ] == read(f"  s: {{signed: 1990, {many}}}")[1]
