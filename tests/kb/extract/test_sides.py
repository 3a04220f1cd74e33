"""Words that exclude others: which sides of which scales a text tells, and where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.extract.sides import Side, SideFinder, side_finder
from kb.lang.scales import Scale, scales

SCALES = (
    Scale("time", {"early": ("early", "soon", "ahead of time"), "late": ("late", "in late")}),
    Scale("course", {"drafted": ("draft", "drafted"), "adopted": ("adopted",), "ended": ("ended",)}, rising=True),
    Scale("health", {"alive": ("living",), "dead": ("late", "dead")}),
)


def finder() -> SideFinder:
    """A finder of a few scales, that has found nothing yet."""
    return SideFinder({scale.name: scale for scale in SCALES})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came early.", [Side("early", (("time", "early"),), 8, 13)]),
        ("EARLY, it came.", [Side("early", (("time", "early"),), 0, 5)]),
        ("It came late.", [Side("late", (("time", "late"), ("health", "dead")), 8, 12)]),
        ("It came in late May.", [Side("in late", (("time", "late"),), 8, 15)]),
        (
            "A draft came ahead of time.",
            [Side("draft", (("course", "drafted"),), 2, 7), Side("ahead of time", (("time", "early"),), 13, 26)],
        ),
        ("drafted", [Side("drafted", (("course", "drafted"),), 0, 7)]),
        ("late", [Side("late", (("time", "late"), ("health", "dead")), 0, 4)]),
        ("İ late", [Side("late", (("time", "late"), ("health", "dead")), 2, 6)]),
        ("A translated slate, sooner or a latecomer.", []),
        ("An early-bird, or bird-early, and early_1 or 1early.", []),
        ("", []),
    ],
)
def test_which_sides_a_text_tells(text: str, expected: list[Side]) -> None:
    assert expected == list(finder().find(text))


def test_all_that_some_texts_tell_is_their_words_and_sides() -> None:
    told = finder().told(("It came late.", "It ended.", "It is red."))

    assert {"late", "ended", ("time", "late"), ("health", "dead"), ("course", "ended")} == told
    assert frozenset() == finder().told(())


@pytest.mark.parametrize(
    ("scale", "here", "there", "expected"),
    [
        ("course", "drafted", "adopted", True),
        ("course", "drafted", "ended", True),
        ("course", "adopted", "drafted", False),
        ("course", "adopted", "adopted", False),
        ("time", "early", "late", False),
        ("time", "late", "early", False),
    ],
)
def test_what_came_to_more_was_the_less(scale: str, here: str, there: str, expected: bool) -> None:
    assert expected is finder().allows(scale, here, there)


def test_without_scales_nothing_is_told() -> None:
    assert () == SideFinder({}).find("It came early.")


def test_each_text_is_read_once() -> None:
    one = finder()

    assert one.find("It came early.") is one.find("It came early.")
    assert one.told(("It came early.",)) is one.told(("It came early.",))


def test_every_word_of_english_tells_its_sides() -> None:
    english = side_finder()
    told = {word for scale in scales().values() for words in scale.sides.values() for word in words}

    assert scales() == english.scales
    assert [] == [word for word in sorted(told) if [word] != [side.word for side in english.find(word)]]


TEXTS = st.lists(
    st.one_of(st.sampled_from(("late", "in late", "draft", "İ", "-", "ahead of time")), st.text(max_size=3))
)


@given(TEXTS.map(" ".join))
def test_any_text_can_be_read(text: str) -> None:
    found = finder().find(text)

    assert all(0 <= side.start < side.end <= len(text) for side in found)
    assert all(side.word == text[side.start : side.end].lower() for side in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
