"""Bounded numbers as the ledger writes them."""

from __future__ import annotations

import pytest

from kb.core.model import Count, Length
from kb.load.ledger import entity
from kb.load.schema import schema

PROPERTIES = b"strength:\n  domain: [force]\n  range: [count]\n"


def read(line: str):
    """The statement, and the texts of what is wrong with it."""
    text = f"id: patrol\nkind: force\nnames: {{en: Patrol}}\nstatements:\n  size:\n    strength: {line}\n"
    made, faults = entity("docs/facts/patrol.yaml", text.encode(), schema(b"force: Force\n", PROPERTIES)[0])
    return made.statements[0] if made and made.statements else None, [fault.text for fault in faults]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{n: 500, of: [troops]}", Count(500, ("troops",))),
        ("{n: 500, of: [troops], bound: at-least}", Count(500, ("troops",), "at-least")),
        ("{n: 500, to: 600, of: [troops]}", Count(500, ("troops",), "between", 600)),
    ],
)
def test_a_count_is_a_number_with_its_bound_or_two_numbers(written: str, expected: Count) -> None:
    made, faults = read(written)

    assert [] == faults
    assert expected == made.value


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("{n: 500, of: [troops], bound: between}", "'between' is no bound"),
        ("{n: 500, of: [troops], bound: atleast}", "'atleast' is no bound"),
        ("{n: 500, to: 600, of: [troops], bound: about}", "'about' stands beside `to`"),
        ("{n: 600, to: 500, of: [troops]}", "between 600 and 500 lies nothing"),
        ("{n: 500, to: 500, of: [troops]}", "between 500 and 500 lies nothing"),
        ("{n: 500, to: many, of: [troops]}", "'many' is not a number of at most 15 digits"),
    ],
)
def test_what_is_no_count_is_said(written: str, fault: str) -> None:
    assert fault in read(written)[1]


def test_a_length_may_lie_between_two():
    made, faults = read("{n: 5, of: [troops]}\n    lasts: {n: 2, to: 3, of: years}")

    assert [] == faults
    assert [Length(2, "year", "between", 3)] == [order.length for order in made.orders]
    assert ("between 2 and 3 years", (545, 1281)) == (str(made.orders[0].length), made.orders[0].length.days)


def test_a_length_does_not_fall():
    assert "between 3 and 2 lies nothing" in read("{n: 5, of: [troops]}\n    lasts: {n: 3, to: 2, of: years}")[1]


@pytest.mark.parametrize("to", [500, 499])
def test_between_a_number_and_none_that_is_larger_lies_nothing(to: int) -> None:
    assert (None, [f"between 500 and {to} lies nothing"]) == read(f"{{n: 500, to: {to}, of: [troops]}}")
