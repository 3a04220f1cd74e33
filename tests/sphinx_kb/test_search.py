"""The index that search looks through: what is in it, and that each word leads to where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kb.load.corpus import load
from sphinx_kb.search import _short, _steps, index, stem

Build = Callable[..., Any]
PAGE = """---
about: [league]
---

# The straits

Ships pass through the straits, and all of them are counted.

## Who counts them?

Nobody counts the ferries.

## Who counts them?

Pilots do.
"""


def read(script: str) -> tuple[list[list[Any]], dict[str, list[int]]]:
    """The pages, and for each word the numbers of its sections, as the script on the site reads them."""
    told = json.loads(script.removeprefix("window.kbIndex = ").removesuffix(";\n"))
    words: dict[str, list[int]] = {}
    for entry in told["words"].split(";"):
        word, _, steps = entry.partition(":")
        at = 0
        words[word] = [at := at + int(step, 36) for step in steps.split(",")]
    return told["pages"], words


@pytest.fixture
def made(root: Path) -> tuple[list[list[Any]], dict[str, list[int]]]:
    (root / "docs/topic/straits.md").write_text(PAGE, "utf-8")
    return read(index(load(root, date(2020, 1, 1))))


def test_a_page_has_its_title_its_first_words_the_names_of_its_subject_and_its_sections(made: Any) -> None:
    pages, _ = made
    (page,) = [page for page in pages if page[0] == "topic/straits"]

    assert [
        "topic/straits",
        "The straits",
        "Pages",
        "Ships pass through the straits, and all of them are counted. Nobody counts the ferries. Pilots do.",
        ["League of the Straits", "the League"],
        [["who-counts-them", "Who counts them?"], ["who-counts-them-1", "Who counts them?"]],
        [],
    ] == page


def test_each_word_leads_to_the_section_in_which_it_stands(made: Any) -> None:
    pages, words = made
    first = 0
    for page in pages:
        if page[0] == "topic/straits":
            break
        first += 1 + len(page[5])

    assert first in words["ship"]
    assert [first + 1] == words["ferry"]
    assert [first + 2] == words["pilot"]
    assert {first, first + 1} <= {*words["count"]}


def test_every_entity_can_be_found_by_each_of_its_names(made: Any) -> None:
    found = {page[0]: page for page in made[0]}

    assert ["facts/voss", "Petra Voss", "Ledger", "Person"] == found["facts/voss"][:4]
    assert "Petra Voss" in found["facts/voss"][4]


def test_an_entity_names_the_pages_that_tell_most_of_it(made: Any) -> None:
    assert ["topic/league"] == {page[0]: page for page in made[0]}["facts/league"][6]


def test_a_day_is_a_word_of_its_own(made: Any) -> None:
    assert made[1]["3june1990"] == made[1][stem("june")]


@given(some.lists(some.integers(0, 10**6), unique=True, min_size=1))
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    numbers.sort()
    at = 0

    assert numbers == [at := at + int(step, 36) for step in _steps(numbers)]
    assert numbers == [int(_short(number), 36) for number in numbers]


@pytest.mark.parametrize(
    ("one", "other"),
    [("member", "members"), ("treaty", "treaties"), ("mission", "missions"), ("freeze", "freezes"), ("vote", "voted")],
)
def test_a_word_and_its_plural_or_past_are_one(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["bus", "is", "press", "use", "red", "ring"])
def test_words_that_are_short_or_end_otherwise_stay(word: str) -> None:
    assert word == stem(word)


def test_a_site_has_this_index_and_no_other(build: Build) -> None:
    site = build()

    assert (site.place / "_static/search-index.js").read_text("utf-8").startswith("window.kbIndex = {")
    assert not (site.place / "searchindex.js").exists()


@pytest.mark.parametrize("builder", ["text", "dirhtml"])
def test_other_builders_are_left_alone(build: Build, builder: str) -> None:
    assert "" == build(builder=builder).warnings
