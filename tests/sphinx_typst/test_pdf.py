"""The PDFs themselves: what a reader, a screen reader and an archive find in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import page
import pikepdf
import pypdf
import pytest
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

Build = Callable[..., Sphinx]

NAMES = ("one", "two", "whole")


def text(path: Path) -> str:
    return " ".join("\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(path).pages).split())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_pdf_is_accessible_and_archivable(pdfs: Path, name: str, profile: str) -> None:
    report = page.validate_pdf(pdfs / f"{name}.pdf", profile=profile)
    # streams that end in a carriage return are miscounted by this validator; qpdf agrees with the file
    failures = [f"{f.rule_id}: {f.message}" for f in report.failures if "STREAM-LENGTH" not in f.rule_id]

    assert [] == failures


def test_a_title_is_text_and_never_markup(pdfs: Path) -> None:
    with pikepdf.open(pdfs / "one.pdf") as pdf:
        title = str(pdf.docinfo["/Title"])

    assert "A brief with “quotes”, \\ and #panic(“x”) ]" == title
    assert "#panic(“x”) ]" in text(pdfs / "one.pdf")


def test_the_answer_and_the_day_stand_before_the_text(pdfs: Path) -> None:
    first = pypdf.PdfReader(pdfs / "one.pdf").pages[0].extract_text()

    assert first.index("The league has six members.") < first.index("As of 3 May 2024") < first.index("Key facts")


def test_pages_are_numbered(pdfs: Path) -> None:
    reader = pypdf.PdfReader(pdfs / "one.pdf")

    assert f"Page 1 of {len(reader.pages)}" in reader.pages[0].extract_text()


def test_a_brief_lists_its_own_sources_with_the_places_cited(pdfs: Path) -> None:
    found = text(pdfs / "one.pdf")

    assert "One [1, p. 3]" in found
    assert "[2, ¶ 1; 1, p. 9]" in found
    assert "Cited: p. 3, p. 9." in found
    assert "Unused" not in found


def test_a_second_brief_has_its_entries_once(pdfs: Path) -> None:
    assert 1 == text(pdfs / "two.pdf").count("On Leagues")


def test_a_book_follows_the_toctree_and_lists_every_source_once(pdfs: Path) -> None:
    found = text(pdfs / "whole.pdf")

    assert 1 == found.count("On Leagues")
    assert "Alpha again" not in found
    assert found.index("Hello.") < found.index("Mind the date.") < found.index("Greta Gamma")


def test_a_book_has_bookmarks(pdfs: Path) -> None:
    outline = [entry for entry in pypdf.PdfReader(pdfs / "whole.pdf").outline if not isinstance(entry, list)]

    assert ["Start", "A brief with “quotes”, \\ and #panic(“x”) ]", "References"] == [
        entry.title.partition(" ")[2] if entry.title[0].isdigit() else entry.title for entry in outline
    ]


def test_cyrillic_armenian_and_georgian_are_there_and_tagged(pdfs: Path) -> None:
    found = text(pdfs / "one.pdf")
    with pikepdf.open(pdfs / "one.pdf") as pdf:
        languages = {
            str(node.get("/Lang")) for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and "/Lang" in node
        }
        assert "en" == str(pdf.Root.Lang)
        assert pdf.Root.MarkInfo.Marked

    assert all(name in found for name in ("Лига государств", "Հայաստան", "საქართველო"))
    assert "ru" in languages


def test_only_web_addresses_and_places_that_exist_are_links(pdfs: Path) -> None:
    with pikepdf.open(pdfs / "one.pdf") as pdf:
        actions = [a.A for sheet in pdf.pages for a in sheet.get("/Annots", []) if "/A" in a]
    addresses = [str(action.URI) for action in actions if "/URI" in action]

    assert addresses
    assert all(address.startswith("https://example.org/") for address in addresses)


def test_the_same_inputs_give_the_same_bytes(pdfs: Path, tmp_path: Path, build_project: Build) -> None:
    build_project(tmp_path / "source", tmp_path / "out")

    assert all((pdfs / f"{name}.pdf").read_bytes() == (tmp_path / "out" / f"{name}.pdf").read_bytes() for name in NAMES)


def test_a_missing_letter_stops_the_build_and_leaves_what_stood(tmp_path: Path, build_project: Build) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "two.pdf").write_bytes(b"what stood before")

    with pytest.raises(ExtensionError, match=r"two\.pdf was not made"):
        build_project(tmp_path / "source", out, **{"second.md": "# Second\n\n𒀀\n"})

    assert b"what stood before" == (out / "two.pdf").read_bytes()
    assert not (out / "two.pdf.part").exists()


def test_a_site_with_an_address_gives_its_briefs_a_code(tmp_path: Path, build_project: Build) -> None:
    build_project(tmp_path / "source", tmp_path / "out", settings='html_baseurl = "https://example.org/"')
    with pikepdf.open(tmp_path / "out" / "one.pdf") as pdf:
        addresses = {
            str(a.A.URI) for sheet in pdf.pages for a in sheet.get("/Annots", []) if "/A" in a and "/URI" in a.A
        }

    assert "https://example.org/brief.html" in addresses
    assert "https://example.org/second.html" in addresses
