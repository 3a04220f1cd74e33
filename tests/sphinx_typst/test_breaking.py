"""Where lines may break, and where they may not; in both no letter of a text is lost or added."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st

from sphinx_typst.breaking import LONGEST, longest, parts
from sphinx_typst.keeping import JOINT, Keeping

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


KEPT = [
    "cl. 1(a)",
    "s. 2",
    "¶ 3",
    "§ 12",
    "Art. 4",
    "Articles 5",
    "Article IV",
    "p. 7",
    "№ 9",
    "3 May",
    "31 December",
    "9 мая",
    "ст. 4",
]


@pytest.mark.parametrize("place", KEPT)
def test_a_place_and_a_day_stay_together(place: str) -> None:
    kept, parted = place.replace(" ", "\u00a0"), place.replace(" ", " \n")

    assert f"see {kept}; so" == KEEPING.joined(f"see {place}; so")
    assert [place.replace(" ", " | ") + ";"] == [told for told, _ in KEEPING.torn(f"see {parted}; so")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("on 5 January, and", "on 5~January, and"),
        ("On 6 January 2022 the Council", "On 6~January~2022 the Council"),
        ("between 5 and 7 May 1992.", "between 5 and 7~May~1992."),
        ("from 1 февраля 2009", "from 1~февраля~2009"),
        ("am 3 März 2009", "am 3~März~2009"),
        ("5 May 19920", "5~May 19920"),
    ],
)
def test_the_parts_of_a_day_stay_together(text: str, kept: str) -> None:
    assert kept.replace("~", JOINT) == Keeping("de-CH").joined(text)


def test_what_is_quoted_to_the_letter_stays_as_it_is() -> None:
    tree = new_document("page")
    code, formula = nodes.literal("", "5 May 1992"), nodes.math("", "5 May")
    tree += nodes.paragraph("", "", code, nodes.Text(" on 5 "), nodes.emphasis("", "May 1992 "), formula)
    tree += nodes.literal_block("", "5 May 1992")
    KEEPING.mend(tree)

    assert ["5 May 1992", " on 5~", "May~1992 ", "5 May", "5 May 1992"] == [
        str(text).replace(JOINT, "~") for text in tree.findall(nodes.Text)
    ]


NONE = [
    "in January 2022",
    "5 Januarys",
    "2,005 May be",
    "12 states",
    "33 May",
    "1992 May",
    "Russia’s. 20",
    "members. 20",
    "Mayor 3 Maybe",
    "a pp q",
    "art 4",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_none_may_be_parted(text: str) -> None:
    assert text == KEEPING.joined(text)


def test_a_line_does_not_begin_with_a_place() -> None:
    assert "[1,\u00a0¶\u00a03]" == KEEPING.joined("[1, ¶ 3]")
