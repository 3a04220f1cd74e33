"""The language of words is told by their letters."""

from __future__ import annotations

import pytest

from sphinx_typst.letters import runs


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The treaty", "en", [("en", "The treaty")]),
        ("The ОДКБ here", "en", [("en", "The "), ("ru", "ОДКБ"), ("en", " here")]),
        ("Лига (1992) государств.", "en", [("ru", "Лига (1992) государств"), ("en", ".")]),
        ("Қазақстан", "kk", [("kk", "Қазақстан")]),
        ("Հայաստան, საქართველო", "en", [("hy", "Հայաստան"), ("en", ", "), ("ka", "საქართველო")]),
        ("", "en", []),
    ],
)
def test_a_run_of_letters_has_one_language(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert expected == list(runs(text, language))
