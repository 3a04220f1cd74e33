"""Forms of identifiers: as regular expressions read them, in time that cannot run away."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.forms import BadForm, form

ITEMS = st.tuples(
    st.sampled_from(["a", "b", r"\d", "[ab]", "[^a]", r"\."]), st.sampled_from(["", "?", "*", "+", "{2}", "{1,3}"])
)
FORMS = st.lists(ITEMS.map("".join), min_size=1, max_size=5).map("".join)


@given(FORMS, st.text("ab1.", max_size=8))
def test_a_form_fits_what_the_regular_expression_matches(text: str, value: str) -> None:
    assert bool(re.fullmatch(text, value)) == form(text).fits(value)


@given(st.text(max_size=20))
def test_any_text_is_a_form_or_is_refused(text: str) -> None:
    try:
        found = form(text)
    except BadForm:
        return

    assert found.text == text


def test_no_form_runs_away() -> None:
    assert not form("[ab]*" * 40).fits("a" * 199 + "c")
    assert not form("a" * 200).fits("a" * 10_000_000)


@pytest.mark.parametrize("text", ["(a+)+", "a|b", "a.b", "^a$", "a b", "[b-a]", r"\1", r"\s"])
def test_what_is_no_form_is_refused(text: str) -> None:
    with pytest.raises(BadForm):
        form(text)
