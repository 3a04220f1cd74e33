"""One PDF of many, by whatever name somebody has for it; and the paper that it is printed on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from sphinx.errors import ConfigError

from sphinx_typst.assemble import Document
from sphinx_typst.chosen import chosen

Build = Callable[..., str]
DOCUMENTS = [
    Document("briefs/kazakhstan-2022", "csto-kazakhstan-2022", {}),
    Document("briefs/forces", "csto-forces", {}),
    Document("index", "csto-knowledge-base", {"template": "book"}),
]


def targets(*names: str) -> list[str]:
    return [document.target for document in chosen(DOCUMENTS, names)]


def test_all_are_written_where_none_is_named() -> None:
    assert ["csto-kazakhstan-2022", "csto-forces", "csto-knowledge-base"] == targets()


@pytest.mark.parametrize("name", ["forces", "csto-forces", "csto-forces.pdf", "briefs/forces"])
def test_a_pdf_is_known_by_its_own_name_and_by_that_of_its_page(name: str) -> None:
    assert ["csto-forces"] == targets(name)


def test_several_come_in_the_order_of_the_configuration() -> None:
    assert ["csto-forces", "csto-knowledge-base"] == targets("csto-knowledge-base", "forces", "forces")


def test_a_name_that_none_has_is_told_with_those_near_to_it() -> None:
    with pytest.raises(ConfigError, match=r"near to it are csto-kazakhstan-2022$"):
        targets("kazakstan-2022")


def test_where_none_is_near_it_is_told_what_there_is() -> None:
    expected = "no PDF is called 'q'; there are csto-forces, csto-kazakhstan-2022, csto-knowledge-base$"

    with pytest.raises(ConfigError, match=expected):
        targets("forces", "q")


def test_only_what_is_named_is_written_and_what_stood_there_stays(tmp_path: Path, build_project: Build) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "one.pdf").write_bytes(b"as it was")
    build_project(tmp_path / "source", tmp_path / "out", 'typst_only = ["second"]')

    assert ["one.pdf", "two.pdf"] == sorted(file.name for file in (tmp_path / "out").glob("*.pdf"))
    assert b"as it was" == (tmp_path / "out" / "one.pdf").read_bytes()


@pytest.mark.parametrize(("paper", "expected"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_paper_is_one_setting(tmp_path: Path, build_project: Build, paper: str, expected: tuple[int, int]) -> None:
    settings = f'typst_only = ["two", "whole"]\ntypst_paper = "{paper}"'
    build_project(tmp_path / "source", tmp_path / "out", settings)
    sheets = [sheet for name in ("two", "whole") for sheet in pypdf.PdfReader(tmp_path / "out" / f"{name}.pdf").pages]

    assert {expected} == {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets}


def test_paper_that_nobody_makes_is_refused_before_anything_is_read(tmp_path: Path, build_project: Build) -> None:
    with pytest.raises(ConfigError, match="typst_paper is 'letter', against a4, us-letter"):
        build_project(tmp_path / "source", tmp_path / "out", 'typst_paper = "letter"')
