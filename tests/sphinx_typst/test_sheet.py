"""A brief as a sheet: which one it is, how it is cited, its signs at the foot, its lists, and other paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdf
import pytest

Build = Callable[..., str]
SETTINGS = """
version = "1.2"
typst_commit = "abc1234567"
typst_contact = "https://example.org/issues"
"""
FRONT = '---\nseries: Notes\nnumber: 7\nasof: 2024-05-03\nsubjects: \'["Leagues, old", "Unions"]\'\n---\n\n# Second\n\n'
TOLD = "† disputed by sources of like rank, or left open"


def tags(node: pikepdf.Object) -> Iterator[tuple[str, int]]:
    """Each tag of a structure tree, with the number of its children that are tags."""
    kids = node.get("/K", [])
    kids = [*kids] if isinstance(kids, pikepdf.Array) else [kids]
    inner = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    if "/S" in node:
        yield str(node.S), len(inner)
    for kid in inner:
        yield from tags(kid)


def sheets(path: Path) -> list[str]:
    return [" ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(path).pages]


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory, build_once: Build) -> Path:
    place = tmp_path_factory.mktemp("numbered")
    filler = "\n\n".join(
        f"Paragraph {n} tells of the league at some length, and of little else." * 4 for n in range(30)
    )
    page = FRONT + "It has {disputed}`six members` {cite:p}`Alpha2001book{p. 5}`.\n\n" + filler
    build_once(place / "source", place / "out", settings=SETTINGS, **{"second.md": page})
    return place / "out" / "two.pdf"


def test_a_brief_says_which_one_it_is_and_from_what_it_was_made(numbered: Path) -> None:
    first = sheets(numbered)[0]

    assert first.index("Notes 7") < first.index("Second") < first.index("As of 3 May 2024")
    assert "version 1.2 · commit abc1234567" in first


def test_a_brief_says_how_to_cite_it_and_whom_to_tell_of_a_fault(numbered: Path) -> None:
    last = sheets(numbered)[-1]
    cited = 'The contributors. “Second”. Notes on "Leagues" #1, Notes 7, version 1.2, commit abc1234567, 3 May 2024.'

    assert f"How to cite: {cited}" in last
    assert "Corrections and questions: example.org/issues" in last


def test_what_a_page_is_about_is_among_its_keywords(numbered: Path) -> None:
    with pikepdf.open(numbered) as pdf:
        assert "Leagues, old, Unions" == str(pdf.docinfo["/Keywords"])


def test_a_sign_is_explained_at_the_foot_of_its_page_and_of_no_other(numbered: Path) -> None:
    first, *others = sheets(numbered)

    assert first.rindex(TOLD) > first.rindex("Paragraph")
    assert others
    assert not any("†" in sheet for sheet in others)


def test_references_and_timelines_are_lists(pdfs: Path) -> None:
    with pikepdf.open(pdfs / "one.pdf") as pdf:
        found = [
            *tags(
                pdf.Root.StructTreeRoot.K[0]
                if isinstance(pdf.Root.StructTreeRoot.K, pikepdf.Array)
                else pdf.Root.StructTreeRoot.K
            )
        ]
    lists = [children for tag, children in found if tag == "/L"]
    items = [children for tag, children in found if tag == "/LI"]

    assert 3 in lists  # the days of the timeline
    assert [1, 1] == lists[-2:]  # a source in each column
    assert {2} == set(items[-2:])  # label and body


def test_no_line_begins_with_a_place(tmp_path: Path, build_project: Build) -> None:
    """Whatever stands before it."""
    told = "\n\n".join(
        f"{'w' * n} and so it goes on for a line and more, up to where somebody is cited for it all, one by one "
        f"{{cite:p}}`Alpha2001book{{¶ 3; Art. 4}},Beta2002note{{p. 1}}`, on 6 January 2022, and the rest."
        for n in range(1, 31)
    )
    build_project(tmp_path / "source", tmp_path / "out", **{"second.md": f"# Second\n\n{told}\n"})
    lines = [
        line.strip() for sheet in pypdf.PdfReader(tmp_path / "out" / "two.pdf").pages
        for line in sheet.extract_text().splitlines()
    ]  # fmt: skip

    assert 30 <= sum("[1" in line for line in lines)
    assert [] == [line for line in lines if re.match(r"(¶|Art\.|p\.|January|2022)", line)]


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_a_brief_fits_the_paper_that_is_set(
    tmp_path: Path, build_project: Build, paper: str, size: tuple[int, int]
) -> None:
    """Text, foot and the columns of the references; a source is never parted."""
    cited = "\n\n".join(f"So it is {{cite:p}}`S{n}2001book{{p. {n}}}`." for n in range(60))
    refs = "\n".join(
        f"@book{{S{n}2001book, author = {{Alpha, Anna}}, title = {{On the {n}th of many Leagues and their end}},"
        f" publisher = {{House}}, year = {{2001}}}}"
        for n in range(60)
    )
    out = tmp_path / "out"
    build_project(
        tmp_path / "source", out, settings=f"\ntypst_paper = {paper!r}\n",
        **{"second.md": f"# Second\n\n{cited}\n", "refs.bib": refs + "\n@misc{Alpha2001book}\n@misc{Beta2002note}"},
    )  # fmt: skip
    reader = pypdf.PdfReader(out / "two.pdf")
    assert {size} == {
        (round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in reader.pages
    }
    assert 60 == len(re.findall(r"On the \d+th of many Leagues", " ".join(sheets(out / "two.pdf"))))
    assert all(f"Page {n} of {len(reader.pages)}" in each for n, each in enumerate(sheets(out / "two.pdf"), 1))
