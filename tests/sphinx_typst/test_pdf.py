"""The PDFs themselves: what a reader, a screen reader and an archive find in them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace

import page
import pikepdf
import pypdf
import pytest

from sphinx_typst.citations import Numbering

Build = Callable[..., str]
Reading = Callable[[Path], str]
SCRIPTS = Path(__file__).parent.parent.parent / "scripts"
NAMES = ("one", "two", "whole")
TITLE = "A brief with “quotes”, \\ and #panic(“x”) ]"


class AsItPleases:
    """A style with an order of its own."""

    def in_order(self, places: Iterable[str]) -> list[str]:
        return sorted(places)[::-1]


def addresses(path: Path) -> set[str]:
    """Every web address that a PDF links to."""
    with pikepdf.open(path) as pdf:
        actions = [a.A for sheet in pdf.pages for a in sheet.get("/Annots", []) if "/A" in a]
        return {str(action.URI) for action in actions if "/URI" in action}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_pdf_is_accessible_and_archivable(pdfs: Path, name: str, profile: str) -> None:
    report = page.validate_pdf(pdfs / f"{name}.pdf", profile=profile)
    # streams that end in a carriage return are miscounted by this validator; qpdf agrees with the file
    failures = [f"{f.rule_id}: {f.message}" for f in report.failures if "STREAM-LENGTH" not in f.rule_id]

    assert [] == failures


@pytest.mark.parametrize("name", NAMES)
def test_every_pdf_says_what_it_is(pdfs: Path, name: str) -> None:
    with pikepdf.open(pdfs / f"{name}.pdf") as pdf, pdf.open_metadata() as told:
        assert ("1", "2", "A") == (told["pdfuaid:part"], told["pdfaid:part"], told["pdfaid:conformance"])
        assert ("en", True) == (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked))
        assert "The contributors" == str(pdf.docinfo["/Author"])


def test_a_brief_tells_its_subject_and_keywords(pdfs: Path) -> None:
    with pikepdf.open(pdfs / "one.pdf") as pdf:
        assert "leagues, ОДКБ" == str(pdf.docinfo["/Keywords"])
        assert "The league has six members. It was founded in 1992." == str(pdf.docinfo["/Subject"])


def test_a_title_is_text_and_never_markup(pdfs: Path, one: str) -> None:
    with pikepdf.open(pdfs / "one.pdf") as pdf:
        title = str(pdf.docinfo["/Title"])

    assert TITLE == title
    assert TITLE in one


def test_the_answer_and_the_day_stand_before_the_text(one: str) -> None:
    assert one.index("The league has six members.") < one.index("As of 3 May 2024") < one.index("Key facts")


def test_pages_are_numbered(pdfs: Path) -> None:
    reader = pypdf.PdfReader(pdfs / "one.pdf")

    assert f"Page 1 of {len(reader.pages)}" in reader.pages[0].extract_text()


def test_a_brief_lists_its_own_sources_with_the_places_cited(one: str) -> None:
    assert "One [1, p. 3]" in one
    assert "[2, ¶ 1; 1, p. 9]" in one
    assert "Alpha [1, p. 4] says so, and Alpha again." in one
    assert "Cited: p. 3; p. 4; p. 5; p. 9." in one
    assert "Unused" not in one


def test_places_stay_whole_and_are_ordered_as_numbers(tmp_path: Path, build_project: Build, text: Reading) -> None:
    page = "# Second\n\n" + "\n".join(
        f"Some {{cite:p}}`Alpha2001book{{{places}}}`." for places in ("¶ 10", "review, s. 1", "heading; ¶ 9", "¶ 10")
    )
    build_project(tmp_path / "source", tmp_path / "out", **{"second.md": page})

    assert "Some [1, heading; ¶ 9]" in text(tmp_path / "out" / "two.pdf")
    assert "Cited: heading; review, s. 1; ¶ 9; ¶ 10." in text(tmp_path / "out" / "two.pdf")


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (object(), ["annex", "¶ 9", "¶ 10"]),
        (AsItPleases(), ["¶ 9", "¶ 10", "annex"]),
    ],
)
def test_places_are_ordered_as_the_style_of_the_project_has_it(style: object, expected: list[str]) -> None:
    domain = SimpleNamespace(citations=[], reference_style=style)
    builder = SimpleNamespace(config=SimpleNamespace(typst_words={}))

    assert expected == Numbering(builder, domain).in_order(["annex", "¶ 10", "¶ 9"])


def test_a_citation_of_nothing_is_a_warning(tmp_path: Path, build_project: Build) -> None:
    page = "# Second\n\nSome {cite:p}`Nobody2000nothing{p. 1}`.\n"
    warnings = build_project(tmp_path / "source", tmp_path / "out", **{"second.md": page})

    assert "second.md:3: WARNING: could not find bibtex key 'Nobody2000nothing' [bibtex.key_not_found]" in warnings


def test_a_second_brief_has_its_entries_once(pdfs: Path, text: Reading) -> None:
    assert 1 == text(pdfs / "two.pdf").count("On Leagues")


def test_a_book_follows_the_toctree_and_lists_every_source_that_it_cites_once(whole: str) -> None:
    assert 1 == whole.count("On Leagues")
    assert whole.index("Hello.") < whole.index("Mind the date.") < whole.index("Anna Alpha")
    assert "Greta Gamma" not in whole


def test_a_book_has_bookmarks(pdfs: Path) -> None:
    outline = pypdf.PdfReader(pdfs / "whole.pdf").outline
    chapters = [entry for each in outline for entry in (each if isinstance(each, list) else [each])]

    assert ["1 Start", f"2 {TITLE}", "3 Sink", "4 Cards", "5 References"] == [
        entry.title for entry in chapters if not isinstance(entry, list) and entry.title[0].isdigit()
        and "." not in entry.title.partition(" ")[0]
    ]  # fmt: skip


def test_a_book_names_its_parts(whole: str) -> None:
    assert "Part I The leagues 2 A brief with" in whole
    assert "Part II The rest 3 Sink" in whole


def test_cyrillic_armenian_and_georgian_are_there_and_tagged(pdfs: Path, one: str) -> None:
    with pikepdf.open(pdfs / "one.pdf") as pdf:
        streams = b"".join(sheet.Contents.read_bytes() for sheet in pdf.pages)
        nodes = [node for node in pdf.objects if isinstance(node, pikepdf.Dictionary)]
        languages = {str(node.Lang) for node in nodes if "/Lang" in node}
    languages |= {code.decode() for code in re.findall(rb"/Lang ?\((\w\w)\)", streams)}

    assert all(name in one for name in ("Лига государств", "Հայաստան", "საქართველო"))
    assert {"en", "ru", "hy", "ka"} <= languages


def test_only_web_addresses_and_places_that_exist_are_links(pdfs: Path) -> None:
    assert {"https://example.org/", "https://example.org/a%D0%BB"} == addresses(pdfs / "one.pdf")


def test_agreed_values_are_plain_and_disputed_ones_are_marked_and_explained(one: str) -> None:
    assert "It has six members, founded in 1992†." in one
    assert 1 == one.count("† disputed by sources of like rank")


def test_a_book_explains_its_marks_before_it_begins(whole: str) -> None:
    assert whole.index("† disputed by sources of like rank") < whole.index("1 Start Hello.")


def test_a_document_without_disputes_explains_no_mark(pdfs: Path, text: Reading) -> None:
    assert "†" not in text(pdfs / "two.pdf")


def test_the_same_inputs_give_the_same_bytes(pdfs: Path, tmp_path: Path, build_project: Build) -> None:
    build_project(tmp_path / "source", tmp_path / "out")

    assert [(pdfs / f"{name}.pdf").read_bytes() for name in NAMES] == [
        (tmp_path / "out" / f"{name}.pdf").read_bytes() for name in NAMES
    ]


def test_another_folder_seed_locale_and_time_zone_give_the_same_bytes(
    pdfs: Path, tmp_path: Path, build_project: Build
) -> None:
    source = tmp_path / "pages of another"
    build_project(source, tmp_path / "typst", builder="typst")
    elsewhere = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "LANG": "ru_RU", "TZ": "Pacific/Auckland"}
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "typstpdf", str(source), "out"]
    path = os.pathsep.join([str(source), str(SCRIPTS)])
    subprocess.run(command, cwd=tmp_path, env=os.environ | elsewhere | {"PYTHONPATH": path}, check=True)

    assert [(pdfs / f"{name}.pdf").read_bytes() for name in NAMES] == [
        (tmp_path / "out" / f"{name}.pdf").read_bytes() for name in NAMES
    ]


def test_a_site_without_an_address_gives_no_code_and_no_link_to_itself(pdfs: Path) -> None:
    assert not list(pdfs.glob("*-qr.svg"))


def test_a_site_with_an_address_gives_its_briefs_a_code(tmp_path: Path, build_project: Build) -> None:
    build_project(tmp_path / "source", tmp_path / "out", settings='html_baseurl = "https://example.org/"')

    assert {"https://example.org/brief.html", "https://example.org/second.html"} <= addresses(
        tmp_path / "out" / "one.pdf"
    )
