"""Settings and front matter: the day, the words of the templates, and how many pages a brief may have."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sphinx_typst.days import day_of, moment, readable
from sphinx_typst.metadata import lines, listed

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

    assert "second.md: WARNING: two.pdf has 4 pages; at most 2 are allowed [typst.pages]" in warnings


def test_sources_alone_can_be_had(tmp_path: Path, build_project: Build) -> None:
    build_project(tmp_path / "source", tmp_path / "out", builder="typst")
    told = json.loads((tmp_path / "out" / "one.json").read_text("utf-8"))

    assert ["leagues", "ОДКБ"] == told["keywords"]
    assert "3 May 2024" == told["asof"]
    assert not list((tmp_path / "out").glob("*.pdf"))
