"""Words in other languages say so: titles of sources, and words of sources in what something was inferred from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kb.load.bibliography import bibliography
from sphinx_kb.sources.spoken import title_language

Build = Callable[..., Any]
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("langid", "title", "code"),
    [
        ("italian", "Aviazione collettiva per la CSTO", "it"),
        ("ukrainian", "Казахстан не визнає республіки", "uk"),
        ("uzbek", "Пашинян Остонада қатнашмайди", "uz"),
        ("uzbek", "Oʻzbekiston ishtirokini tiklashga zarurat koʻrmadi", "uz"),
        ("uzbek", "Charter of the Organization in Uzbek", ""),
        ("french", "Interview with Michael Lambert on the CSTO", ""),
        ("russian", "Report on the law that restores Uzbekistan", ""),
        ("english", "What Holds the Straits Together", ""),
        ("", "Security in Eurasia", ""),
    ],
)
def test_a_title_is_in_the_language_of_its_source_unless_somebody_put_it_into_english(
    langid: str, title: str, code: str
) -> None:
    (source,) = bibliography(f"@misc{{A2000a, title = {{{title}}}, langid = {{{langid}}}}}".encode()).sources

    assert code == title_language(source)


def with_source(langid: str, author: str, title: str) -> dict[str, str]:
    """The bibliography with one source in another language, as it will be listed."""
    text = (ROOT / "tests/corpus/refs.bib").read_text("utf-8")
    before, osk, after = text.partition("@article{Osk2007straits,")
    after = after.replace("langid       = {english}", f"langid       = {{{langid}}}", 1)
    after = after.replace("What Holds the Straits Together", title).replace("Osk, Mira", author)
    return {"refs.bib": before + osk + after}


@pytest.mark.parametrize(
    ("langid", "author", "title", "told"),
    [
        ("german", "Osk, Mira", "Was die Meerengen hält", [("de", "Was die Meerengen hält")]),
        ("ukrainian", "Оск, Міра", "Протоки", [("uk", "Міра Оск"), ("uk", "Протоки")]),
    ],
)
def test_a_listed_source_marks_its_title_and_its_names(
    build: Build, langid: str, author: str, title: str, told: list[tuple[str, str]]
) -> None:
    site = build(with_source(langid, author, title))
    (place,) = [each for path in (site.place / "sources").glob("*.html") for each in
                site.page(f"sources/{path.stem}").select("#cite-osk2007straits > p:first-child")]  # fmt: skip

    assert told == [(each["lang"], each.get_text()) for each in place.select("[lang]")]


def test_words_of_a_source_from_which_something_was_inferred_are_in_its_language(build: Build) -> None:
    entity = (ROOT / "tests/corpus/docs/facts/league.yaml").read_text("utf-8")
    quote = 'quote: "Die Sitzung des Rates in Selin, Russia\'s word"'
    before, evidence, after = entity.partition("    evidence:\n")
    assert evidence
    first, _, rest = after.partition("quote:")
    _, _, rest = rest.partition("\n")
    inferred = "    inferred: \"Russia's note has 'Sitzung ... in Selin', 'the session' in our words\"\n"
    text = f"{before}{inferred}{evidence}{first}{quote}\n{rest}"
    bib = (ROOT / "tests/corpus/refs.bib").read_text("utf-8").replace("{english}", "{german}")
    page = build({"docs/facts/league.yaml": text, "refs.bib": bib}).page("facts/league")
    (line,) = [each for each in page.select("p.kb-more") if "inferred from" in each.get_text()]

    assert [("de", "Sitzung … in Selin")] == [(each["lang"], each.get_text()) for each in line.select("[lang]")]
    assert "Russia’s note has ‘Sitzung … in Selin’, ‘the session’ in our words" in line.get_text()
