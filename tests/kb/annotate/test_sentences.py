"""Which citations stand behind a sentence that has none of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.verify.verdict import VerifiedPage

ReadPage = Callable[..., VerifiedPage]
ONE, TWO = "{cite:p}`League2006history{¶ 1}`", "{cite:p}`League2006history{¶ 2}`"
TABLE = "| Who | When |\n|---|---|\n"


def behind(page: VerifiedPage) -> list[tuple[str, list[str]]]:
    """Each sentence below the title, and the places that are cited behind it."""
    return [(each.sentence.text, [c.locator for c in each.citations]) for each in page.scopes[1:]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"It was founded {ONE}.\nIt grew.", [("It was founded.", ["¶ 1"]), ("It grew.", ["¶ 1"])]),
        (f"It was founded {ONE}.\n\nIt grew.", [("It was founded.", ["¶ 1"]), ("It grew.", [])]),
        (f"It was founded {ONE}{TWO}.", [("It was founded.", ["¶ 1", "¶ 2"])]),
        (f"Its members:\n\n- Arvenia {ONE}\n- Boreland {TWO}",
         [("Its members:", ["¶ 1", "¶ 2"]), ("Arvenia", ["¶ 1"]), ("Boreland", ["¶ 2"])]),
        (f"Its members:\n\n- Arvenia {ONE}", [("Its members:", ["¶ 1"]), ("Arvenia", ["¶ 1"])]),
        (f"Its members.\n\n- Arvenia {ONE}", [("Its members.", []), ("Arvenia", ["¶ 1"])]),
        (f"Its members:\n\nArvenia {ONE}.", [("Its members:", []), ("Arvenia.", ["¶ 1"])]),
        ("Its members:", [("Its members:", [])]),
        (f"Its members {ONE}:\n\n- Arvenia", [("Its members:", ["¶ 1"]), ("Arvenia", ["¶ 1"])]),
        (f"Its members {ONE}:\n\n- Arvenia {TWO}\n- Corvia",
         [("Its members:", ["¶ 1"]), ("Arvenia", ["¶ 2"]), ("Corvia", [])]),
        (f"Its members {ONE}:\n\n{TABLE}| Arvenia | 1990 |",
         [("Its members:", ["¶ 1"]), ("Who | When", ["¶ 1"]), ("Arvenia | 1990", ["¶ 1"])]),
    ],
)  # fmt: skip
def test_a_sentence_takes_its_citations_from_beside_it(read_page: ReadPage, body: str, expected: object) -> None:
    assert expected == behind(read_page(body))
