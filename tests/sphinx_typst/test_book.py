"""What a book has beside its text: chapters in parts, left and right pages, pages that links and the index name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest

Build = Callable[..., str]
SETTINGS = """
typst_documents = [("index", "whole", {
    "template": "book", "title": "The whole", "toctree_only": True,
    "front": ["reading"], "appendices": ["terms", "refs"], "exclude": ["secret", "refs"],
})]
"""
LONG = "\n\n".join(
    f"Paragraph {n} of some length, so that pages are filled with words that say little." for n in range(90)
)
PAGES = {
    "index.md": """# Start

![A dot](dot.svg)

Only on the site.

```{toctree}
:caption: The leagues

leagues
```

```{toctree}
:caption: The rest

rest
secret
refs
```
""",
    "leagues.md": f"""# Leagues

{{index}}`Zoé Ångström <single: Ångström, Zoé>` wrote {{cite:p}}`Gamma2003page{{¶ 2}}`.
See {{doc}}`last` and {{doc}}`terms`.

## Sections

### Below

#### Far below

{LONG}

```{{toctree}}
:hidden:

first
last
```
""",
    "first.md": f"""# The first league

Names: {{index}}`Zeta league <single: Zeta league; founding>` {{cite:p}}`Alpha2001book{{p. 3}}`.

{LONG}
""",
    "last.md": f"""# The last league

The {{index}}`Zeta league <pair: Zeta league; ending>` ended, {{index}}`or ZL <see: ZL; Zeta league>`.
See {{doc}}`leagues`.

{LONG}

The {{index}}`Zeta league <single: Zeta league>` again.
""",
    "rest.md": f"# The rest of it\n\nThe {{index}}`Zeta league <! Zeta league>` matters. {LONG}\n\n"
    "The {index}`Zeta league <! Zeta league>`.",
    "secret.md": "# Secret\n\nNothing for paper.\n",
    "terms.md": "# Terms\n\nWhat words mean: see {doc}`rest`.\n",
    "reading.md": "# How to read\n\nFirst see {doc}`terms`.\n",
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, build_once: Build) -> Path:
    """A book of nested pages, with front matter, appendices and an index."""
    place = tmp_path_factory.mktemp("book")
    build_once(place / "source", place / "out", SETTINGS, **PAGES)
    return place / "out" / "whole.pdf"


@pytest.fixture(scope="module")
def sheets(book: Path) -> list[str]:
    """The words of each page, with single spaces."""
    return [" ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(book).pages]


@pytest.fixture(scope="module")
def numbered(book: Path, sheets: list[str]) -> dict[str, str]:
    """The words of each page, by the number that it bears."""
    return dict(zip(pypdf.PdfReader(book).page_labels, sheets, strict=True))


def opening(numbered: dict[str, str], heading: str) -> str:
    """The number of the page on which a chapter opens, which is not that of the contents."""
    return next(number for number, words in numbered.items() if number.isdigit() and heading in words)


def test_pages_of_nested_toctrees_are_chapters_under_their_part(book: Path) -> None:
    def told(entries: list[object], depth: int = 0) -> list[str]:
        found = []
        for entry in entries:
            if isinstance(entry, list):
                found += told(entry, depth + 1) if depth < 1 else []
            else:
                found.append("  " * depth + str(entry.title))  # type: ignore[attr-defined]
        return found

    assert [
        "How to read",
        *("Part I The leagues", "  1 Leagues", "  2 The first league", "  3 The last league"),
        *("Part II The rest", "  4 The rest of it"),
        *("Appendices", "  A Terms", "  B References"),
        "Index",
    ] == told(pypdf.PdfReader(book).outline)


def test_the_contents_name_the_page_of_every_chapter(sheets: list[str], numbered: dict[str, str]) -> None:
    contents = next(words for words in sheets if "Contents" in words)
    for chapter in ("1 Leagues", "2 The first league", "3 The last league", "4 The rest of it", "A Terms"):
        told = re.search(rf"{chapter} [ .]*(\d+)", contents)

        assert told
        assert opening(numbered, chapter) == told[1]


def test_a_link_to_another_chapter_names_the_page_where_it_stands(numbered: dict[str, str]) -> None:
    links = [
        link
        for words in numbered.values()
        for link in re.findall(r"(?:[Ss]ee|and) (The last league|Leagues|Terms|The rest of it) \(p\.\s(\d+)\)", words)
    ]

    assert {"The last league", "Leagues", "Terms", "The rest of it"} == {heading for heading, _ in links}
    for heading, page in links:
        assert re.search(rf"(?:\d|A) {heading}", numbered[page])


def test_parts_and_the_index_open_on_right_pages_and_the_page_before_may_be_bare(book: Path, sheets: list[str]) -> None:
    for heading in ("Part I", "Part II"):
        place = next(at for at, words in enumerate(sheets) if words.upper().startswith(heading.upper() + " THE"))

        assert 0 == place % 2
    with pikepdf.open(book) as pdf:
        assert len(pdf.pages) == len(sheets)
    assert any(words == "" for words in sheets)


def test_left_pages_tell_the_part_and_right_pages_the_chapter(numbered: dict[str, str]) -> None:
    heads = {number: words for number, words in numbered.items() if number.isdigit() and int(number) > 1 and words}

    for number, words in heads.items():
        if "Part" in words[:5] or words.startswith(("Appendices", "Index")):
            assert words.endswith(number)
        elif int(number) % 2 == 0:
            assert re.match(rf"{number} (Part I|Part II|Appendices|Index)\b", words)
        else:
            assert re.match(rf"(\d|A|B) [\w ]+? {number}\b", words)


def test_front_matter_is_counted_in_roman_numerals(book: Path) -> None:
    labels = pypdf.PdfReader(book).page_labels

    assert "iii" in labels[:4]
    assert "1" in labels
    assert labels.index("1") % 2 == 0


def test_every_page_that_the_index_names_holds_the_name(numbered: dict[str, str]) -> None:
    index = next(words for words in reversed(numbered.values()) if "Index" in words)
    entries = re.findall(r"(Ångström, Zoé|Zeta league|founding|ending)((?:, \d+(?:–\d+)?)+)", index)

    assert {"Ångström, Zoé", "Zeta league", "founding", "ending"} == {name for name, _ in entries}
    for name, pages in entries:
        for first, last in re.findall(r"(\d+)(?:–(\d+))?", pages):
            for page in range(int(first), int(last or first) + 1):
                assert {"Ångström, Zoé": "Ångström"}.get(name, "Zeta league") in numbered[str(page)]


def test_the_index_is_sorted_by_letters_whatever_their_accents(sheets: list[str]) -> None:
    index = next(words for words in reversed(sheets) if "Index" in words)

    assert index.index("Ångström, Zoé") < index.index("ending") < index.index("Zeta league, ") < index.index("ZL, see")


def test_what_is_excluded_or_only_for_the_site_is_left_out(sheets: list[str]) -> None:
    whole = " ".join(sheets)

    assert "Nothing for paper" not in whole
    assert "Only on the site" not in whole


def test_sources_are_numbered_as_they_are_listed(numbered: dict[str, str]) -> None:
    whole = " ".join(numbered.values())
    order = [whole.index(f"{number} {name}") for number, name in ((1, "Anna Alpha"), (2, "Greta Gamma"))]

    assert order == sorted(order)
    assert "wrote [2, ¶ 2]" in whole
    assert "[1, p. 3]" in whole
