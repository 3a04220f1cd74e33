"""One name in several scripts and spellings, and names that only look alike."""

from __future__ import annotations

import pytest

from kb.core.romanised import key, spelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Корниленко", "Kornilenko"),
        ("Евсеев", "Yevseyev"),
        ("Евсеев", "Evseev"),
        ("Бордюжа", "Bordyuzha"),
        ("Бордюжа", "Bordiuzha"),
        ("Сысоева", "Syssoyeva"),
        ("Хрущёв", "Khrushchev"),
        ("Цой", "Tsoi"),
        ("Sergei", "Sergey"),
    ],
)
def test_a_name_is_the_same_in_every_spelling(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Weitz", "Weiss"), ("Ivan", "Iran"), ("Лавров", "Lukashenko")])
def test_other_names_are_other_names(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("Корниленко", "Kornilenko (2020) diagnoses a crisis", "Kornilenko"),
        ("Евсеев", "To Yevseyev's mind it was", "Yevseyev's"),
        ("Osk", "Oska says so", ""),
        ("Борбасов", "He says so", ""),
    ],
)
def test_a_family_name_is_found_in_a_text(name: str, text: str, word: str) -> None:
    assert spelled(name, text) == word
