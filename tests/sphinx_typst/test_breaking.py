"""Where lines may break, and where they may not; in both no letter of a text is lost or added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_typst.breaking import LONGEST, longest, parts
from sphinx_typst.keeping import Keeping

PIECES = ["a", "я", "1", "5", " ", "\n", "/", ".", "-", "(", "%", "¶", "§", "May", "Art.", ","]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
KEEPING = Keeping("en")


@given(TEXTS, st.booleans())
def test_the_pieces_of_a_text_are_the_text(text: str, is_address: bool) -> None:
    pieces = list(parts(text * 9, is_address))

    assert text * 9 == "".join(pieces)
    assert all(len(word) <= LONGEST for piece in pieces for word in piece.split())


@given(TEXTS)
def test_joining_changes_nothing_but_spaces(text: str) -> None:
    joined = KEEPING.joined(text)

    assert text.replace("\n", " ") == joined.replace("\u00a0", " ").replace("\n", " ")
    assert [] == list(KEEPING.torn(joined))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("https://a.example/b_c?d=e", ["https://", "a.", "example/", "b_", "c?", "d=", "e"]),
        ("%D0%BB", ["", "%D0", "%BB"]),
    ],
)
def test_an_address_breaks_at_its_signs(text: str, pieces: list[str]) -> None:
    assert pieces == list(parts(text, is_address=True))


@pytest.mark.parametrize(
    ("text", "letters"), [("military-political", 9), ("on-2009#ended-2009", 18), ("a/bc def", 3), ("", 0)]
)
def test_a_hyphen_before_a_number_holds_on_to_it(text: str, letters: int) -> None:
    assert letters == longest(text)


KEPT = ["¶ 3", "§ 12", "Art. 4", "Articles 5", "Article IV", "p. 7", "№ 9", "3 May", "31 December", "9 мая", "ст. 4"]


@pytest.mark.parametrize("place", KEPT)
def test_a_place_and_a_day_stay_together(place: str) -> None:
    kept, parted = place.replace(" ", "\u00a0"), place.replace(" ", " \n")

    assert f"see {kept}; so" == KEEPING.joined(f"see {place}; so")
    assert [place.replace(" ", " | ") + ";"] == [told for told, _ in KEEPING.torn(f"see {parted}; so")]


NONE = ["33 May", "1992 May", "Russia’s. 20", "members. 20", "Mayor 3 Maybe", "a pp q", "art 4"]


@pytest.mark.parametrize("text", NONE)
def test_what_is_none_may_be_parted(text: str) -> None:
    assert text == KEEPING.joined(text)


def test_a_line_does_not_begin_with_a_place() -> None:
    assert "[1,\u00a0¶\u00a03]" == KEEPING.joined("[1, ¶ 3]")
