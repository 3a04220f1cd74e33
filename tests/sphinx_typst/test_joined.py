"""What is read as one stays on one line, and an address is shown in its letters."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st

from sphinx_typst.joined import HARD, joined, keep_together, readable_address

MONTHS = ["января", "февраля"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 5 January, and", "on 5~January, and"),
        ("On 6 January 2022 the Council", "On 6~January~2022 the Council"),
        ("between 5 and 7 May 1992.", "between 5 and 7~May~1992."),
        ("from 1 февраля 2009", "from 1~февраля~2009"),
        ("in January 2022", "in January 2022"),
        ("5 Januarys", "5 Januarys"),
        ("2,005 May be", "2,005 May be"),
        ("5 May 19920", "5~May 19920"),
        ("12 states", "12 states"),
    ],
)
def test_the_parts_of_a_day_stay_together(text: str, expected: str) -> None:
    assert expected.replace("~", HARD) == joined(text, MONTHS)


@given(st.text(st.sampled_from("5 May 1992, a1January")))
def test_nothing_but_spaces_changes(text: str) -> None:
    made = joined(text)

    assert text == made.replace(HARD, " ")
    assert joined(made) == made


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("example.org/a%D0%BB", "example.org/aл"),
        ("example.org/%E2%80%93pm", "example.org/–pm"),
        ("example.org/%20%2F%22", "example.org/%20%2F%22"),
        ("example.org/%D8%B1", "example.org/%D8%B1"),
        ("example.org/%E2%80%AEtxt", "example.org/%E2%80%AEtxt"),
        ("example.org/%D0", "example.org/%D0"),
        ("example.org/100%", "example.org/100%"),
    ],
)
def test_only_letters_that_print_has_are_shown_for_percent_signs(address: str, expected: str) -> None:
    assert expected == readable_address(address)


@given(st.text(st.sampled_from("Договорabc–1")))
def test_what_stood_behind_percent_signs_is_found_again(word: str) -> None:
    assert word == readable_address(quote(word))


def test_code_stays_as_it_is_and_so_does_where_a_link_leads() -> None:
    tree = new_document("page")
    link = nodes.reference("", "example.org/%D0%BB", refuri="https://example.org/%D0%BB")
    tree += nodes.paragraph("", "", nodes.literal("", "5 May 1992"), nodes.Text(" on 5 May 1992 "), link)
    tree += nodes.literal_block("", "5 May 1992")
    keep_together(tree)

    assert ["5 May 1992", f" on 5{HARD}May{HARD}1992 ", "example.org/л", "5 May 1992"] == [
        str(text) for text in tree.findall(nodes.Text)
    ]
    assert "https://example.org/%D0%BB" == link["refuri"]
