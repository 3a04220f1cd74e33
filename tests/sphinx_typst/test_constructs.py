"""Whatever Sphinx and MyST make of a page comes into the PDF, as words at least, and nothing of it as markup."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from sphinx_typst.translator.base import string

Build = Callable[..., str]

WORDS = (
    """
Emphasis|strong|literal|up|ABC|Ctrl|Open|a^2|swapped words|Caption of a figure|Legend of a figure.
Words of an epigraph.|— Somebody|A union of states.|Words of a warning.|Title of an admonition|Title of a topic
Words of a topic.|Words of a version.|Words for paper.|Caption of a listing|print("hello")|b^2 = c|left|right
Words of a rubric|First line|Value of a field|--all|An option.|a. First letter|b. Second letter|3. Third number
A wide table|Several words in a cell|Two columns|league(name)|Words of a function.|Centred words|After a line.
Words in a container.|Card of a state|What a card says.|Words of the second.|Its foot.|Folded title|Folded words.
First tab|Words of a tab.|badge|odd words|A button
""".strip()
    .replace("\n", "|")
    .split("|")
)


@pytest.mark.parametrize("words", WORDS)
def test_it_is_in_the_book(whole: str, words: str) -> None:
    assert words in whole


@pytest.mark.parametrize(
    "words", ["Words for the web", "raw words", "In no toctree", "Still Alpha", "toctree", "1.1 Parts"]
)
def test_it_is_not_in_the_book(whole: str, words: str) -> None:
    assert words not in whole


def test_the_project_builds_without_a_warning(made: tuple[Path, str]) -> None:
    assert "" == made[1]


def test_a_note_called_twice_stands_at_the_foot_once_and_leaves_no_empty_section(whole: str) -> None:
    assert 1 == whole.count("A note that is called twice.")
    assert "Notes A note" not in whole


def test_figures_and_tables_are_counted_in_each_pdf(one: str, whole: str) -> None:
    assert "The days are in Fig. 1." in one
    assert "Fig. 2 Caption of a figure" in whole
    assert "Listing 1 Caption of a listing" in whole


def test_a_timeline_is_no_table(one: str) -> None:
    assert "Fig. 1 Three days of the league" in one
    assert "Table 1 Terms" in one
    assert one.index("3 May 1992") < one.index("is founded [1, p. 5]") < one.index("A state joins")


def test_a_node_without_rendering_keeps_its_words_and_warns(tmp_path: Path, build_project: Build) -> None:
    boxes = (Path(__file__).parent / "project" / "boxes.py").read_text("utf-8")
    page = "# Second\n\nSome {odd}`odd words`.\n"
    changed = {"boxes.py": boxes.replace("typst=", "html="), "second.md": page, "cards.md": "# Cards\n"}
    warnings = build_project(tmp_path / "source", tmp_path / "out", **changed)

    assert "second.md:3: WARNING: no Typst rendering for 'odd'; its text is kept [typst.node]" in warnings
    assert '#"odd words"' in (tmp_path / "out" / "two.typ").read_text("utf-8")


HOSTILE = [
    '"',
    "\\",
    '\\"',
    "#panic()",
    "]",
    "[",
    "*x*",
    "$x$",
    "`",
    "//",
    "/*",
    "<label>",
    "@ref",
    "~",
    "#{",
    '"]#eval("1")',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_markup(tmp_path: Path, text: str) -> None:
    source = tmp_path / "x.typ"
    source.write_text(f"#metadata({string(text)})<told>\n#{string(text)}", "utf-8")

    assert [text] == [item["value"] for item in json.loads(typst.query(str(source), "<told>"))]


def test_a_control_character_is_dropped() -> None:
    assert '"ab"' == string("a\x00\rb")
