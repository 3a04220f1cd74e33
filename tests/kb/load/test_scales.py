"""Words that exclude one another: read as they are written, and refused where they could not be met."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kb.core.model import Scale
from kb.load.scales import CONTRASTS, scales

ROOT = Path(__file__).parents[3]


def read(text: str) -> tuple[Mapping[str, Scale], list[tuple[str, str, str]]]:
    """The scales, and of each fault its place, its words and its help."""
    made, faults = scales(text.encode())
    return made, [(str(fault.mark), fault.text, fault.help) for fault in faults]


def test_a_scale_has_its_sides_in_their_order() -> None:
    made, faults = read(
        "# of time\norder:\n  earlier: [earlier, prior to]\n  later: after\nsize: {more: [more], less: [less]}\n"
    )

    assert [] == faults
    assert {"earlier": ("earlier", "prior to"), "later": ("after",)} == made["order"].sides
    assert (["order", "size"], ["order", "size"]) == ([*made], [scale.name for scale in made.values()])
    assert [f"{CONTRASTS}:2:1", f"{CONTRASTS}:5:1"] == [str(scale.mark) for scale in made.values()]


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_a_file_that_is_not_there_or_empty_has_none(text: str) -> None:
    assert ({}, []) == read(text)


def test_a_word_may_stand_on_two_scales_and_twice_on_one_side() -> None:
    assert [] == read("order: {earlier: [first, first], later: [last]}\nrank: {high: [first], low: [last]}\n")[1]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- order", ("1:1", "the file is not a mapping", "write it as `field: value` lines")),
        (
            "order: {earlier: [earlier]}",
            ("1:1", "the scale 'order' has no two sides", "name what excludes one another, each with its words"),
        ),
        (
            "order: {earlier: [earlier, Before], later: [later]}",
            ("1:28", "'Before' is not in lower case, and would never be met", "write it in lower case"),
        ),
        (
            "order:\n  earlier: [earlier, before]\n  later: [later, before]\n",
            ("3:18", "'before' stands on two sides of 'order'", "leave it out on one of them"),
        ),
        (
            "order: {earlier: [earlier], later: later, since: [later]}",
            ("1:51", "'later' stands on two sides of 'order'", "leave it out on one of them"),
        ),
        (
            "order: {earlier: [earlier, [before]], later: [later]}",
            ("1:28", "'earlier' is not a text", "write `earlier: some words`"),
        ),
        (
            "order: {earlier: [earlier], later: []}",
            (
                "1:29",
                "the side 'later' of the scale 'order' has no words",
                "add the words that tell it, or leave it out",
            ),
        ),
        (
            "order: {earlier: [a], earlier: [b], later: [c]}",
            (
                "1:23",
                "the key 'earlier' stands twice in one mapping",
                "keep one of the two, or give the second its own name",
            ),
        ),
    ],
)  # fmt: skip
def test_a_slip_is_said_at_its_place(text: str, fault: tuple[str, str, str]) -> None:
    place, *words = fault

    assert [(f"{CONTRASTS}:{place}", *words)] == read(text)[1]


def test_what_is_no_mapping_has_no_sides() -> None:
    made, faults = read("order: some words\n")

    assert {} == made["order"].sides
    assert ["the scale 'order' is not a mapping", "the scale 'order' has no two sides"] == [
        text for _, text, _ in faults
    ]


def test_the_scales_of_the_house_are_without_a_slip() -> None:
    made, faults = read((ROOT / CONTRASTS).read_text(encoding="utf-8"))

    assert [] == faults
    assert made


def test_the_same_words_give_the_very_same_scales() -> None:
    text = "order: {earlier: [earlier], later: [later]}"

    assert read(text)[0] is read(text)[0]
