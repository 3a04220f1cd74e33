"""A small project of its own, built once to PDF: two briefs and a book with every construct that matters."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sheets import sheets

PROJECT = Path(__file__).parent / "project"
"""The pages of the project; what is not UTF-8 text is copied as it stands."""
DAY = "1714694400"
"""Seconds to 3 May 2024."""


def build(folder: Path, out: Path, settings: str = "", builder: str = "typstpdf", **changed: str) -> str:
    """Write the project with some files changed, build it, and return the warnings."""
    folder.mkdir(exist_ok=True)
    texts = {file.name: file.read_text("utf-8") for file in PROJECT.iterdir() if file.is_file()} | changed
    texts["conf.py"] = texts.pop("conf.txt") + settings
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    told = io.StringIO()
    sys.path.insert(0, str(folder))
    try:
        with patch_docutils(str(folder)), docutils_namespace():
            app = Sphinx(folder, folder, out, out / ".doctrees", builder, status=None, warning=told, freshenv=True)
            app.build()
            told.write("the build failed\n" * bool(app.statuscode))
    finally:
        sys.path.remove(str(folder))
        sys.modules.pop("boxes", None)
    return strip_colors(told.getvalue())


Build = Callable[..., str]


@pytest.fixture
def build_project(monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds the project, with some files changed, as of one day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    return build


@pytest.fixture(scope="session")
def build_once() -> Build:
    """Builds the project as of one day for tests that share what was made."""

    def build_as_of(*args: object, **changed: str) -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", DAY)
            return build(*args, **changed)

    return build_as_of


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, build_once: Build) -> tuple[Path, str]:
    """The folder with ``one.pdf``, ``two.pdf`` and ``whole.pdf``, and the warnings of the build."""
    place = tmp_path_factory.mktemp("typst")
    return place / "out", build_once(place / "source", place / "out")


@pytest.fixture(scope="session")
def pdfs(made: tuple[Path, str]) -> Path:
    """The folder with the PDFs."""
    return made[0]


@pytest.fixture(scope="session")
def text() -> Callable[[Path], str]:
    """Reads the words of a PDF, with single spaces."""
    return lambda path: " ".join("\n".join(sheets(path)).split())


@pytest.fixture(scope="session")
def one(pdfs: Path, text: Callable[[Path], str]) -> str:
    """The words of the first brief."""
    return text(pdfs / "one.pdf")


@pytest.fixture(scope="session")
def whole(pdfs: Path, text: Callable[[Path], str]) -> str:
    """The words of the book."""
    return text(pdfs / "whole.pdf")
