"""What the rules on sources rest on: dates of entries, origins, addresses, scripts."""

from __future__ import annotations

import pytest
from babel.core import Locale, get_global

from kb.core.addresses import front_page_of, plain
from kb.core.languages import CODES, LANGUAGES, script_of
from kb.core.model import Source
from kb.core.origins import independent, origins, rests_on
from kb.core.published import known_until, published
from kb.load.bibliography import bibliography


def source(**fields: str) -> Source:
    """An entry with these fields; the underscore stands for a hyphen."""
    written = "".join(f"  {name.replace('_', '-')} = {{{value}}},\n" for name, value in fields.items())
    library = bibliography(f"@misc{{Gazette1994corvia,\n{written}}}\n".encode())
    assert not library.faults
    return library.sources[0]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"date": "1994-02-03", "year": "1994"}, "1994-02-03"),
        ({"year": "1994", "month": "feb"}, "1994-02"),
        ({"year": "1994", "month": "February"}, "1994-02"),
        ({"year": "1994", "month": "2"}, "1994-02"),
        ({"year": "1994", "month": "Feb."}, "1994-02"),
        ({"year": "1994"}, "1994"),
        ({}, "None"),
    ],
)
def test_a_source_is_as_old_as_its_entry_says(fields, expected):
    assert expected == str(published(source(**fields)))


def test_a_living_page_knows_what_came_before_the_day_it_was_seen():
    entry = source(date="1992-05-15", urldate="2019-05-01", x_living="yes")

    assert ("1992-05-15", "2019-05-01") == (str(published(entry)), str(known_until(entry)))


def chain(**derives: str) -> dict[str, Source]:
    """Sources by key, each with what it rests on."""
    return {key: source(x_derives=value) if value else source() for key, value in derives.items()}


def test_a_source_rests_on_others_through_others():
    those = chain(A="B", B="C", C="")

    assert {"B", "C"} == rests_on("A", those)
    assert {"C"} == origins("A", those) == origins("C", those)


def test_a_source_may_have_two_origins():
    those = chain(A="B, C", B="", C="")

    assert {"B", "C"} == independent(["A", "B"], those)
    assert {"B"} == independent(["B"], those)


def test_a_circle_of_sources_is_one_origin():
    those = chain(A="B", B="A", C="A")

    assert {"A", "B"} == rests_on("A", those)
    assert len(independent("ABC", those)) == 1


def test_an_origin_that_is_no_source_is_one_all_the_same():
    assert {"Z"} == independent(["A", "B"], chain(A="Z", B="Z"))


@pytest.mark.parametrize(
    "other",
    [
        "https://gazette.example/1994/corvia",
        "http://www.gazette.example/1994/corvia/",
        "https://GAZETTE.example/1994/corvia/index.html",
        "https://gazette.example/1994/corvia/amp",
        "https://gazette.example/1994/corvia?utm_source=a&utm_medium=b",
        "https://gazette.example/1994/corvia#top",
    ],
)
def test_what_does_not_change_the_page_does_not_change_the_address(other):
    assert plain("https://gazette.example/1994/corvia") == plain(other)


def test_what_changes_the_page_changes_the_address():
    assert plain("https://gazette.example/?id=1&p=2") == plain("https://gazette.example/?p=2&id=1")
    assert plain("https://gazette.example/?id=1") != plain("https://gazette.example/?id=2")
    assert plain("https://gazette.example/A") != plain("https://gazette.example/a")


@pytest.mark.parametrize("path", ["", "/", "/en", "/en-gb/", "/index.php", "/ru/index.html", "/home/"])
def test_a_front_page_is_known_by_its_path(path):
    assert front_page_of(f"https://gazette.example{path}") == "gazette.example"


@pytest.mark.parametrize("path", ["/9234/", "/?id=1", "/#corvia", "/en/about", "/76", "/news"])
def test_any_other_page_is_deeper(path):
    assert front_page_of(f"https://gazette.example{path}") is None


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("подписан 15 мая 1992 года", "CYRILLIC"),
        ("Signed in Москва", "LATIN"),
        ("ՀԱՊԿ գլխավոր", "ARMENIAN"),
        ("ОДКБ", "CYRILLIC"),
        ("UN", None),
        ("15.05.1992", None),
    ],
)
def test_a_text_has_the_script_of_most_of_its_letters(text, script):
    assert script == script_of(text)


ALIKE = {"Simplified": "CJK", "Japanese": "CJK", "Korean": "HANGUL"}
"""Scripts that the names of their letters call otherwise than Babel."""


@pytest.mark.parametrize("name", sorted(LANGUAGES))
def test_name_code_and_script_are_those_of_babel(name):
    english = Locale("en")
    script = english.scripts[get_global("likely_subtags")[CODES[name]].split("_")[1]]
    called = {"american": "english", "british": "english", "slovene": "slovenian"}.get(name, name)

    assert english.languages[CODES[name]].lower() == called
    assert LANGUAGES[name] in ("", ALIKE.get(script, script.upper()))


def test_every_language_of_the_content_has_a_script():
    assert {"LATIN", "CYRILLIC", "ARMENIAN"} <= set(LANGUAGES.values())
    assert LANGUAGES["russian"] == "CYRILLIC"
    assert not LANGUAGES["uzbek"]  # written in either
