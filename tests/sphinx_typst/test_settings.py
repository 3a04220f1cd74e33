"""Settings and front matter: the day, the words of the templates, and how many pages a brief may have."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docutils import nodes
from pybtex.database import Entry

from sphinx_typst.days import day_of, moment, readable
from sphinx_typst.metadata import lines, listed
from sphinx_typst.shortest import shortest

Build = Callable[..., str]
Reading = Callable[[Path], str]


@pytest.mark.parametrize(
    ("day", "language", "expected"),
    [
        ("2024-05-03", "en", "3 May 2024"),
        ("2024-05-03", "ru", "3 мая 2024"),
        ("May 2024", "en", "May 2024"),
    ],
)
def test_a_day_is_written_in_words(day: str, language: str, expected: str) -> None:
    assert expected == readable(day, language).removesuffix(" г.")


def test_the_epoch_goes_before_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    epoch = moment("2024-05-03")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")

    assert ("1970-01-01", "2024-05-03") == (day_of(epoch), day_of(moment("2024-05-03")))


@pytest.mark.parametrize("given", ["a, b", '["a", "b"]', "a,b,"])
def test_keywords_are_a_list_however_they_are_given(given: str) -> None:
    assert ["a", "b"] == listed(given)


def test_an_answer_is_told_line_by_line() -> None:
    assert ["One.", "Two."] == lines("One.\n\n  Two.\n")


def test_the_words_of_the_templates_can_be_replaced(tmp_path: Path, build_project: Build, text: Reading) -> None:
    settings = """typst_words = {"references": "Quellen", "page": "Seite", "of": "von", "cited": "Zitiert:"}"""
    build_project(tmp_path / "source", tmp_path / "out", settings)
    found = text(tmp_path / "out" / "one.pdf")

    assert "Quellen" in found
    assert "Seite 1 von" in found
    assert "Zitiert: p. 3" in found


def test_a_brief_that_is_too_long_is_a_warning(tmp_path: Path, build_project: Build) -> None:
    long = "# Long\n\n" + "A sentence that takes some room.\n\n" * 200
    settings = 'typst_documents = [("second", "two", {"pages": 2})]'
    warnings = build_project(tmp_path / "source", tmp_path / "out", settings, **{"second.md": long})

    assert "second.md: WARNING: two.pdf has 4 pages; at most 2 are allowed: shorten the page, or raise" in warnings
    assert "[typst.pages]" in warnings


@pytest.mark.parametrize(("own", "most"), [("1", 1), ("3", 3), ("many", 2)])
def test_a_page_says_itself_how_many_it_may_have(tmp_path: Path, build_project: Build, own: str, most: int) -> None:
    long = f"---\npages: {own}\n---\n\n# Long\n\n" + "A sentence that takes some room.\n\n" * 200
    settings = 'typst_documents = [("second", "two", {"pages": 2})]'
    warnings = build_project(tmp_path / "source", tmp_path / "out", settings, **{"second.md": long})

    assert f"two.pdf has 4 pages; at most {most} are allowed" in warnings


def test_on_a_single_page_a_source_is_told_in_few_words(tmp_path: Path, build_project: Build, text: Reading) -> None:
    settings = 'typst_documents = [("brief", "one", {"pages": 1})]'
    build_project(tmp_path / "source", tmp_path / "out", settings)
    found = text(tmp_path / "out" / "one.pdf").partition("References")[2]

    assert "Cited: p. 3" in found
    assert "“" in found
    assert "http" not in found


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"title": "{A {Title} of Ours}", "year": "2024", "url": "https://www.a.example/b/c"},
            "Doe, “A Title of Ours”, 2024, a.example.",
        ),
        ({"title": "T" * 30 + " " + "U" * 40, "date": "2023-05"}, f"Doe, “{'T' * 30} …”, 2023."),
        ({"title": "T", "url": "javascript:alert(1)"}, "Doe, “T”."),
    ],
)
def test_few_words_are_author_title_year_and_host(fields: dict[str, str], told: str) -> None:
    made = shortest(Entry("misc", fields), "Doe")

    assert told == made.astext()
    assert all(link["refuri"].startswith("https://") for link in made.findall(nodes.reference))


def test_sources_alone_can_be_had(tmp_path: Path, build_project: Build) -> None:
    build_project(tmp_path / "source", tmp_path / "out", builder="typst")
    told = json.loads((tmp_path / "out" / "one.json").read_text("utf-8"))

    assert ["leagues", "ОДКБ"] == told["keywords"]
    assert "3\u00a0May\u00a02024" == told["asof"]
    assert not list((tmp_path / "out").glob("*.pdf"))
