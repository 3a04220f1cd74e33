"""An address is shown in its letters, and leads where it led."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from docutils import nodes
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st

from sphinx_typst.addresses import mend, readable


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
    assert expected == readable(address)


@given(st.text(st.sampled_from("Договорabc–1")))
def test_what_stood_behind_percent_signs_is_found_again(word: str) -> None:
    assert word == readable(quote(word))


def test_code_and_words_stay_as_they_are_and_so_does_where_a_link_leads() -> None:
    tree = new_document("page")
    link = nodes.reference("", "example.org/%D0%BB", refuri="https://example.org/%D0%BB")
    words = nodes.reference("", "by %D0%BB", refuri="https://example.org")
    tree += nodes.paragraph("", "", nodes.literal("", "%D0%BB"), nodes.Text(" or %D0%BB "), link, words)
    tree += nodes.literal_block("", "%D0%BB")
    mend(tree)

    assert ["%D0%BB", " or %D0%BB ", "example.org/л", "by %D0%BB", "%D0%BB"] == [
        str(text) for text in tree.findall(nodes.Text)
    ]
    assert "https://example.org/%D0%BB" == link["refuri"]
