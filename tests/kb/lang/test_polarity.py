"""Which words a text denies, and which it tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.lang.polarity import denials, polarity


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The text is not in effect.", {"effect"}),
        ("The league must not run a deficit.", {"run"}),
        ("The charter does not strictly forbid it.", {"strict", "forbid"}),
        ("It knows no unilateral withdrawal.", {"unilater", "withdraw"}),
        ("It traces growth, though not weakness.", {"weak"}),
        ("It traces growth without weakness in arms.", {"weak"}),
        ("It lit the lamps, not the ropes, before dusk.", {"rope"}),
        ("Nobody signed, and Corvia left.", {"sign"}),
        ("It did not boycott the fair.", {"boycott"}),
        ("Corvia did not refuse to sign.", set()),
        ("No member failed to sign.", set()),
        ("It had never before signed.", set()),
        ("It signed instead the plan.", set()),
        ("It signed rather than left.", set()),
        ("It did not sign, but Corvia came to sign.", set()),
        ("It has no one.", set()),
        ("It signed.", set()),
    ],
)
def test_what_stands_behind_a_not_is_denied(text: str, denied: set[str]) -> None:
    assert denied == polarity(text).denied


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The text is not in effect.", {"text"}),
        ("The lamps are lit, and not the ropes.", {"lamp", "lit"}),
        ("It did not sign, but Corvia came to sign.", {"corvia", "came", "sign"}),
        ("No member failed to sign.", {"member", "fail", "sign"}),
    ],
)
def test_all_else_is_told(text: str, plain: set[str]) -> None:
    assert plain == polarity(text).plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It did not keep her from signing.", []),
        ("It did not sign; nor did she.", ["not", "nor"]),
        ("It did not sign and no one came.", ["not", "no"]),
        ("It signed.", []),
    ],
)
def test_of_denials_those_count_that_no_other_cancels(text: str, found: list[str]) -> None:
    assert found == [match[0] for match, _ in denials(text)]


@given(
    st.lists(
        st.sampled_from("it did not no never sign the lamps without failed to and , ; before but".split()), max_size=14
    )
)
def test_no_word_is_both_denied_and_told(words: list[str]) -> None:
    told = polarity(" ".join(words))

    assert not told.denied & told.plain
