"""Pages that are hard to print: no word of them is lost, none leaves the paper, and no two are printed over each other.

What the builder itself finds is told as warnings; the words are looked for a second time by another program.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import page as validator
import pytest

from sheets import sheets

Build = Callable[..., str]
Reading = Callable[[Path], str]
HARD = Path(__file__).parent / "hard"
PAGES = sorted(file.stem for file in HARD.iterdir() if file.suffix in (".md", ".rst"))
INDEX = "\n".join(["# Start", "", "```{toctree}", *PAGES, "refs", "```", ""])
SETTINGS = f"""
typst_documents = [
    *((page, page, {{}}) for page in {PAGES!r}),
    ("index", "whole", {{"template": "book", "title": "All that is hard"}}),
]
suppress_warnings += ["toc.not_included"]
"""
SPACE = re.compile(r"[\s\u00ad\u2010-]+")


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory, build_once: Build) -> tuple[Path, str]:
    """The PDFs of all hard pages, each as a brief and all as a book, and the warnings of the build."""
    place = tmp_path_factory.mktemp("hard")
    files = {file.name: file.read_text("utf-8") for file in HARD.iterdir()}
    warnings = build_once(place / "source", place / "out", SETTINGS, **files, **{"index.md": INDEX})
    return place / "out", warnings


def test_nothing_is_lost_and_nothing_leaves_the_paper(hard: tuple[Path, str]) -> None:
    assert "" == hard[1]


def squeezed(path: Path) -> str:
    """The letters of a PDF, without spaces and hyphens."""
    return SPACE.sub("", "".join(sheets(path)))


NUMBERED = re.compile(r"\b([A-Za-z]+)(\d+)\b")


@pytest.mark.parametrize("name", ["tall", "wide", "whole"])
def test_every_word_is_found_again_by_another_program(hard: tuple[Path, str], name: str) -> None:
    source = "".join((HARD / f"{page}.md").read_text("utf-8") for page in ("tall", "wide"))
    source = source if name == "whole" else (HARD / f"{name}.md").read_text("utf-8")
    printed = squeezed(hard[0] / f"{name}.pdf")
    numbered = {match[0] for match in NUMBERED.finditer(source)}

    assert len(numbered) > 40
    assert set() == {word for word in numbered if word not in printed}


@pytest.mark.parametrize("name", ["breaks", "code", "meaning", "wide"])
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_it_is_accessible_and_archivable(hard: tuple[Path, str], name: str, profile: str) -> None:
    report = validator.validate_pdf(hard[0] / f"{name}.pdf", profile=profile)

    assert [] == [f"{f.rule_id}: {f.message}" for f in report.failures if "STREAM-LENGTH" not in f.rule_id]


ENDED = (
    """
Hardly broken, twice|broken. Item ended|Meant so|Quoted words|Heading below|Inside cells|Slanted words stay
Captioned figure|Founded there|Fact: one two|Noted well|Footed below
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("words", ENDED)
@pytest.mark.parametrize("name", ["breaks", "whole"])
def test_the_end_of_a_line_parts_words(hard: tuple[Path, str], name: str, words: str, text: Reading) -> None:
    found = re.sub(r"[•–] ", "", text(hard[0] / f"{name}.pdf"))

    assert words in found


@pytest.mark.parametrize(
    "words",
    [
        "The CSTO (Collective Security Treaty Organization) and again the CSTO.",
        "Then swapped words.",
        "Under CIS (Commonwealth of Independent States)",
        "Of SCO (Shanghai Cooperation Organisation)",
        "EAEU (Eurasian Economic Union)",
        "With code, UN (United Nations) and a list:",
        "defined in a cell",
        "code of a note",
    ],
)
def test_what_an_abbreviation_means_is_told_where_it_first_stands(
    hard: tuple[Path, str], words: str, text: Reading
) -> None:
    assert words in text(hard[0] / "meaning.pdf")


def test_the_contents_of_a_book_do_not_explain(hard: tuple[Path, str], text: Reading) -> None:
    assert 1 == text(hard[0] / "whole.pdf").count("(Commonwealth of Independent States)")


PLACES = re.compile(r"(?:[¶§№]|\b(?:Art|p|ст)\.|\bArticle)\s*\n\s*\d|\d\s*\n\s*(?:May|July|мая)\b|,\s*\n\s*[¶§]")


@pytest.mark.parametrize("name", ["kept", "whole"])
def test_no_line_parts_a_place_or_a_day(hard: tuple[Path, str], name: str) -> None:
    lines = "\n".join(sheets(hard[0] / f"{name}.pdf"))

    assert 60 < lines.count("¶")
    assert [] == PLACES.findall(lines)


def test_a_formula_is_told_where_it_stands(tmp_path: Path, build_project: Build, text: Reading) -> None:
    page = "# Second\n\nFine.\n\n```{math}\n\\frac{a}{b}\n```\n\nIn {math}`x^2` text.\n"
    settings = 'suppress_warnings.remove("typst.math")'
    warnings = build_project(tmp_path / "source", tmp_path / "out", settings, **{"second.md": page})
    told = [line.rpartition("/source/")[2] for line in warnings.splitlines() if "formula" in line]

    why = "WARNING: a formula is printed as its source; say in words what it says, or draw it"
    assert [
        rf"second.md:5: {why}: \frac{{a}}{{b}} [typst.math]",
        f"second.md:9: {why}: x^2 [typst.math]",
        f"sink.rst:4: {why}: a^2 [typst.math]",
        f"sink.rst:63: {why}: b^2 = c [typst.math]",
    ] == told
    assert r"\frac{a}{b} In x^2 text." in text(tmp_path / "out" / "two.pdf")
