"""What came of a batch: four of five that were planted must be caught, and no verdict is a verdict on nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.model.readings import is_enough
from kb_read.key import Remembered
from kb_read.outcome import Outcome, outcome
from kb_read.sheet import HOW, BadSheet, Verdict, Word, taken, verdict_of

RIGHT, WRONG = Verdict(Word.RIGHT), Verdict(Word.WRONG, "so")


def one(n: int, false: str = "") -> Remembered:
    return Remembered("docs/topic/league.md", f"{n:016x}", (), f"Sentence {n}.", false, "count word" if false else "")


def came(caught: int, missed: int, right: int = 1, skipped: int = 0) -> Outcome:
    """So many planted sentences caught, missed and skipped, and real ones called right."""
    those = [one(n, "False.") for n in range(caught + missed + skipped)] + [one(100 + n) for n in range(right)]
    said = [WRONG] * caught + [RIGHT] * missed + [None] * skipped + [RIGHT] * right
    return outcome(those, {n: verdict for n, verdict in enumerate(said, 1) if verdict})


@pytest.mark.parametrize(
    ("caught", "missed", "counts"),
    [(4, 1, True), (3, 1, False), (8, 2, True), (79, 21, False), (80, 20, True), (1, 0, True), (0, 1, False)],
)
def test_a_batch_counts_from_80_of_a_hundred_on(caught: int, missed: int, counts: bool) -> None:
    assert counts == came(caught, missed).counts
    assert counts == is_enough(caught, caught + missed)


def test_what_is_skipped_is_as_if_it_had_not_been_dealt() -> None:
    assert came(4, 1, skipped=9) == came(4, 1)


@given(caught=st.integers(0, 9), missed=st.integers(0, 9), right=st.integers(0, 9))
def test_a_planted_sentence_is_never_among_those_that_are_read(caught: int, missed: int, right: int) -> None:
    found = came(caught, missed, right)

    assert [False] * right == [each.is_planted for each in found.right]
    assert (caught, missed) == (len(found.caught), len(found.missed))


def test_a_real_sentence_that_is_called_wrong_comes_with_its_reason() -> None:
    found = outcome([one(1), one(2)], {1: WRONG, 2: RIGHT})

    assert (((one(1), "so"),), (one(2),)) == (found.wrong, found.right)


@given(st.dictionaries(st.integers(1, 50), st.sampled_from(["right", "wrong", "skip", "", "R", " w ", "Wrong"])))
def test_a_sheet_is_taken_as_it_was_filled_in(said: dict[int, str]) -> None:
    above = "docs/x.md, X\n   A sentence.\n     verdict: wrong"
    entries = [f"\n{n}. {above}\nverdict:{word}\nwhy: so\n" for n, word in said.items()]
    batch, found = taken(f"{HOW}batch: 0123abcd\n{''.join(entries)}")

    assert "0123abcd" == batch
    assert {n: verdict_of(word) for n, word in said.items() if verdict_of(word) is not Word.SKIP} == {
        n: verdict.word for n, verdict in found.items()
    }


def test_an_editor_may_have_changed_line_ends_and_capitals() -> None:
    batch, found = taken("\ufeffbatch: 0123abcd \r\n1. docs/x.md, X\r\nVerdict : WRONG\r\nWhy: so\r\n")

    assert ("0123abcd", {1: WRONG}) == (batch, found)


@given(st.text())
def test_any_text_is_a_sheet_or_is_told_to_be_none(text: str) -> None:
    try:
        batch, _ = taken(text)
    except BadSheet:
        return

    assert 8 == len(batch)
