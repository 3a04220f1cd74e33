"""Units: the noun that a number counts, alike in one and in many."""

from __future__ import annotations

import pytest

from kb.extract.units import are_ends, counted, same_unit, single, singular


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("countries", "country"), ("ships", "ship"), ("servicemen", "serviceman"), ("people", "person"),
        ("women", "woman"), ("passes", "pass"), ("branches", "branch"), ("Members", "member"),
        ("congress", "congress"), ("status", "status"), ("ties", "tie"), ("men", "men"), ("gas", "gas"),
        ("seas", "sea"), ("staff", "staff"), ("omens", "omen"),
    ],
)  # fmt: skip
def test_one_and_many_are_one_word(many: str, one: str) -> None:
    assert one == singular(many)


@pytest.mark.parametrize(
    ("unit", "noun"),
    [
        ("ships of the line", "ships"), ("newly independent states met there", "newly independent states"),
        ("people came", "people"), ("founded it", ""), ("", ""), ("congress halls", "congress halls"),
    ],
)  # fmt: skip
def test_what_is_counted_ends_with_the_noun(unit: str, noun: str) -> None:
    assert noun == counted(unit)


@pytest.mark.parametrize(("unit", "noun"), [("page counts ten", "page"), ("ship", "ship"), ("states", "states")])
def test_what_one_counts_ends_before_a_verb(unit: str, noun: str) -> None:
    assert noun == single(unit)


@pytest.mark.parametrize(
    ("unit", "of", "expected"),
    [
        ("member states", ("states",), True), ("member states", ("members",), True), ("ships", ("boats",), False),
        ("warship", ("ships",), False), ("heads", ("heads of state",), True), ("state", ("heads of state",), False),
    ],
)  # fmt: skip
def test_two_units_are_one_where_they_share_the_noun(unit: str, of: tuple[str, ...], expected: bool) -> None:
    assert expected is same_unit(unit, of)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("5 to 7", True), ("5–7", True), ("5, 7", False), ("5 and 7", False), ("5 ships to 7", False)],
)
def test_two_numbers_are_the_ends_of_one_span(text: str, expected: bool) -> None:
    assert expected is bool(are_ends(text, (0, 1), (len(text) - 1, len(text))))
