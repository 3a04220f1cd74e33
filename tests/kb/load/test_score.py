"""The record of planted errors: what is shown of it is what was counted, and nothing that was laid into it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kb.core.model import PlantedScore
from kb.load.score import PATH, score

RIGHT = {
    "day": "2026-11-29",
    "seed": 7,
    "kinds": {"wrong year": {"noticed": 3, "planted": 4}, "lost brace": {"noticed": 1, "planted": 1}},
    "unnoticed": ["docs/topic/league.md:3: wrong year: '1990' → '1991'"],
}


def read(text: str) -> tuple[PlantedScore | None, list[str]]:
    made, faults = score(text.encode())
    return made, [f"{fault.rule} {fault.mark}" for fault in faults]


def test_a_record_is_read_as_it_was_written():
    made, faults = read(json.dumps(RIGHT))

    assert [] == faults
    assert made is not None
    assert date(2026, 11, 29) == made.day
    assert (4, 5) == made.total
    assert 0.875 == made.mean
    assert RIGHT["unnoticed"] == list(made.unnoticed)


def test_without_a_record_there_is_none():
    assert (None, []) == read("")


@pytest.mark.parametrize(
    "changed",
    [
        {"kinds": {"wrong year": {"noticed": 5, "planted": 4}}},
        {"kinds": {"wrong year": {"noticed": 0, "planted": 0}}},
        {"kinds": {"wrong year": {"noticed": "3", "planted": 4}}},
        {"kinds": {"wrong\u202eyear": {"noticed": 3, "planted": 4}}},
        {"kinds": [1, 2]},
        {"kinds": {"wrong year": 3}},
        {"day": "2026-13-01"},
        {"seed": -1},
        {"unnoticed": ["a\u202eb"]},
        {"unnoticed": ["a" * 601]},
        {"unnoticed": {"a": 1}},
    ],
)
def test_a_record_that_cannot_be_is_told_and_not_shown(changed: dict[str, object]):
    assert (None, [f"unreadable {PATH}:1:1"]) == read(json.dumps(RIGHT | changed))


@pytest.mark.parametrize("text", ["{", "[]", "null", "[" * 100_000, '{"day": 1}', "\n\n{,}"])
def test_what_is_no_record_is_told_at_its_line(text: str):
    line = 3 if text.startswith("\n") else 1

    assert (None, [f"unreadable {PATH}:{line}:1"]) == read(text)
