"""The language of words is told by their letters."""

from __future__ import annotations

import pytest

from sphinx_typst.scripts import clean, composed, runs


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The treaty", "en", [("en", "The treaty")]),
        ("The ОДКБ here", "en", [("en", "The "), ("ru", "ОДКБ"), ("en", " here")]),
        ("Лига (1992) государств.", "en", [("ru", "Лига (1992) государств"), ("en", ".")]),
        ("Қазақстан", "kk", [("kk", "Қазақстан")]),
        ("Тоҷикистон", "tg", [("tg", "Тоҷикистон")]),
        ("Башҡортостан", "ba", [("ba", "Башҡортостан")]),
        ("Ўзбекистон", "uz", [("ru", "Ўзбекистон")]),
        ("ОДКБ", "en-GB", [("ru", "ОДКБ")]),
        ("ОДКБ", "ru_RU", [("ru_RU", "ОДКБ")]),
        ("ОДКБ", "xx", [("ru", "ОДКБ")]),
        ("Հայաստան, საქართველო", "en", [("hy", "Հայաստան"), ("en", ", "), ("ka", "საქართველო")]),
        ("Никола\u0301й Бордю\u0301жа here", "en", [("ru", "Никола\u0301й Бордю\u0301жа"), ("en", " here")]),
        ("преди\u0306", "en", [("ru", "преди\u0306")]),
        ("ա\u0301բ", "en", [("hy", "ա\u0301բ")]),
        ("ა\u0301ბ", "en", [("ka", "ა\u0301ბ")]),
        ("e\u0301", "en", [("en", "e\u0301")]),
        ("", "en", []),
    ],
)
def test_a_run_of_letters_has_one_language(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert expected == list(runs(text, language))


def test_a_letter_and_its_mark_are_one_where_there_is_one() -> None:
    assert "предй, é, о\u0301" == composed("преди\u0306, e\u0301, о\u0301")


def test_controls_are_no_text() -> None:
    assert "a\tb\nc" == clean("a\0\tb\x9f\n\ud800c\r")
