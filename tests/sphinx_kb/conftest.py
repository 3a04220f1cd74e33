"""A small site around the small corpus: what the extension makes of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
SCHEMA = HERE.parent.parent / "docs" / "facts" / "schema"
CONF = """
extensions = ["myst_parser", "sphinxcontrib.bibtex", "sphinx_kb"]
source_suffix = {".md": "markdown", ".yaml": "ledger"}
exclude_patterns = ["facts/schema", "facts/waivers.yaml"]
bibtex_bibfiles = ["../refs.bib"]
bibtex_default_style = bibtex_reference_style = "vouched"
bibtex_cite_id = "cite-{key}"
myst_enable_extensions = ["attrs_inline", "colon_fence"]
myst_disable_syntax = ["html_block", "html_inline"]
html_theme = "basic"
nitpicky = True
keep_warnings = True
"""
INDEX = "# Small site\n\n```{toctree}\n:glob:\n\nfacts/index\nreferences\ntopic/*\n```\n"
REFERENCES = "# References\n\n```{bibliography}\n:all:\n```\n"
LEDGER = "# Ledger\n\n```{kb:entities}\n```\n"


class SmallSite:
    """A built site: its pages as trees, and the warnings of the build."""

    def __init__(self, place: Path, warnings: str) -> None:
        self.place, self.warnings = place, warnings

    def page(self, name: str) -> BeautifulSoup:
        """A page as a tree."""
        return BeautifulSoup((self.place / f"{name}.html").read_text(encoding="utf-8"), "html.parser")


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., SmallSite]:
    """Build the small corpus with these files laid over it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 1 January 2020

    def make(files: dict[str, str] | None = None) -> SmallSite:
        root = tmp_path / "root"
        shutil.copytree(CORPUS, root)
        shutil.copytree(SCHEMA, root / "docs" / "facts" / "schema", dirs_exist_ok=True)
        ours = {"conf.py": CONF, "index.md": INDEX, "references.md": REFERENCES, "facts/index.md": LEDGER}
        for path, text in {**{f"docs/{name}": text for name, text in ours.items()}, **(files or {})}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        warnings, place = StringIO(), tmp_path / "html"
        with patch_docutils(), docutils_namespace():
            docs = str(root / "docs")
            app = Sphinx(docs, docs, str(place), str(tmp_path / "trees"), "html", status=None, warning=warnings)
            app.build(force_all=True)
        return SmallSite(place, warnings.getvalue())

    return make
