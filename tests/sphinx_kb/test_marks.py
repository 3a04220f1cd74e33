"""Figures become links where links may stand, and the text of a page stays what it is without them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sphinx_kb.figures import is_same

Build = Callable[..., Any]
FRONT = "---\nabout: [league, harbour-treaty]\n---\n\n# A page\n\n"
CITED = "{cite:p}`Harbour1990treaty{preamble}`"
SIGNED = f"The treaty was signed at Selin on 3 June 1990 {CITED}.\n"
BEFORE = f"Long before it was signed on 3 June 1990 {CITED}.\n\n"
AFTER = f"\nAfter it the treaty was signed on 3 June 1990 {CITED}.\n"
BUILDERS = ("html", "dirhtml", "singlehtml", "epub", "text", "gettext")


@pytest.mark.parametrize(
    "text",
    [
        "```{table} Signed on 3 June 1990\n| a | b |\n|---|---|\n| c | d |\n```\n",
        f"```{{admonition}} Signed on 3 June 1990\nText {CITED}.\n```\n",
        f"## Signed on 3 June 1990\n\nText {CITED}.\n",
        f"The treaty of [3 June 1990](https://league.example/) stands {CITED}.\n",
        f"The treaty of [Selin, signed\non 3 June 1990](https://league.example/) stands {CITED}.\n",
        f"The treaty of {{doc}}`3 June 1990 <league>` stands {CITED}.\n",
        f"It was signed on *3* June 1990 {CITED}.\n",
        (
            f"The treaty of [Selin, signed\non 3 June 1990] stands {CITED}.\n\n"
            "[Selin, signed on 3 June 1990]: https://league.example/\n"
        ),
        f"```{{list-table}} Signed on 3 June 1990\n* - a\n  - Text {CITED}.\n```\n",
    ],
)
def test_where_no_link_may_stand_the_words_stay_as_they_are(build: Build, text: str) -> None:
    site = build({"docs/topic/page.md": FRONT + text + AFTER})
    page = site.page("topic/page")

    assert site.warnings == ""
    assert "3 June 1990" in page.select_one("article").get_text()
    assert [["p"]] == [[link.parent.name] for link in page.select("a.kb-agreed")]
    assert page.select("a a, h2 a.kb-agreed, caption a.kb-agreed") == []


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        (f"It was signed on **3 June 1990** {CITED}.\n", "strong"),
        (f"> It was signed on 3 June 1990 {CITED}.\n", "p"),
        (f"- It was signed on 3 June 1990 {CITED}.\n", "p"),
        (f"Text.[^1]\n\n[^1]: It was signed on 3 June 1990 {CITED}.\n", "p"),
    ],
)
def test_where_a_link_may_stand_the_figure_is_one(build: Build, text: str, linked: str) -> None:
    page = build({"docs/topic/page.md": FRONT + text}).page("topic/page")

    assert [(linked, "3 June 1990")] == [(link.parent.name, link.get_text()) for link in page.select("a.kb-agreed")]


def test_a_figure_keeps_the_spaces_that_were_typed(build: Build) -> None:
    page = build({"docs/topic/page.md": FRONT + SIGNED.replace("3 June 1990", "3\u00a0June\u202f1990")}).page(
        "topic/page"
    )

    assert ["3\u00a0June\u202f1990"] == [link.get_text() for link in page.select("a.kb-agreed")]


@pytest.mark.parametrize("builder", BUILDERS)
def test_no_builder_shows_a_trace_of_the_marks(build: Build, builder: str) -> None:
    site = build({"docs/topic/page.md": FRONT + SIGNED}, builder)
    written = site.files()

    assert site.warnings == ""
    assert "signed at Selin on" in written
    assert "3 June 1990" in written
    assert "kb:figure" not in written


def test_the_words_to_be_translated_are_those_of_the_page(build: Build) -> None:
    told = (build({"docs/topic/page.md": FRONT + SIGNED}, "gettext").place / "topic.pot").read_text(encoding="utf-8")

    assert f'"{SIGNED.strip()}"' in told.replace('"\n"', "")


def test_a_translated_page_is_the_translation_and_nothing_else(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sphinx.locale.translators", {})  # Sphinx keeps them for all builds of a process
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n\n'
    signed = "Договор подписан в Селине 3 июня 1990 года"
    told = f'{head}msgid "{SIGNED.strip()}"\nmsgstr "{signed} {CITED}."\n'
    files = {"docs/topic/page.md": FRONT + BEFORE + SIGNED + AFTER, "locale/ru/LC_MESSAGES/topic.po": told}
    site = build(files, language="ru", locale_dirs=["../locale"])
    paragraphs = [p.get_text() for p in site.page("topic/page").select("article section p")]

    assert site.warnings == ""
    assert [f"{signed} (League of the Straits 1990, preamble)."] == paragraphs[1:2]
    assert ["3 June 1990"] * 2 == [link.get_text() for link in site.page("topic/page").select("a.kb-agreed")]


def test_letters_and_digits_tell_a_figure_whatever_stands_between() -> None:
    assert is_same("3\u00a0June\u202f1990", "3 June 1990")
    assert is_same("3 Ju\u00adne 1990", "3 June 1990")
    assert is_same("\uff13 June 1990", "3 June 1990")
    assert not is_same("13 June 1990", "3 June 1990")


COUNCIL = """
id: council
kind: organ
names: {en: [Council of the League, the Council]}
part-of: [league]
statements:
  a-meeting:
    records: The Council met.
    free: meetings are no event of the small corpus
    on: 1991-01-12
    evidence: [{by: League2006history, at: ¶ 2, quote: the Council met on 12 January 1991, seen: full}]
"""


@pytest.mark.parametrize(
    ("told", "first", "other"),
    [
        (
            "The Harbour Treaty has been in force since 12 January 1991",
            "harbour-treaty#in-force-1991",
            "council#a-meeting",
        ),
        ("The Council met on 12 January 1991", "council#a-meeting", "harbour-treaty#in-force-1991"),
    ],
)
def test_a_figure_opens_what_its_own_clause_tells_and_lists_the_other(
    pages: Callable[..., Any], told: str, first: str, other: str
) -> None:
    page = f"---\norphan: true\n---\n\n# A page\n\n{told} {{cite:p}}`League2006history{{¶ 2}}`.\n"
    site = pages({"docs/facts/council.yaml": COUNCIL, "docs/topic/page.md": page})
    link = site.page("topic/page").select_one("a.kb-agreed")
    also = next(name.removeprefix("kb-also-") for name in link["class"] if name.startswith("kb-also-"))

    assert link["href"] == f"../facts/{first.replace('#', '.html#')}"
    assert site.cards("topic/page")["also"][also] == [other]
    assert site.card("topic/page", other)
