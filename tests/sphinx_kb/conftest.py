"""A small site around the small corpus: what the extension makes of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus"
SCHEMA = HERE.parent.parent / "docs" / "facts" / "schema"
TEMPLATES = HERE.parent.parent / "docs" / "_templates"
CONF = """
from pathlib import Path

project, author, copyright, version = "Small site", "Nobody", "nobody", "1"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "sphinx_design", "sphinx_kb"]
source_suffix = {".md": "markdown", ".yaml": "ledger"}
bibtex_bibfiles = ["../refs.bib"]
bibtex_default_style = bibtex_reference_style = "vouched"
bibtex_cite_id = "cite-{key}"
myst_enable_extensions = ["attrs_inline", "colon_fence"]
myst_disable_syntax = ["html_block", "html_inline"]
html_theme = "furo"
nitpicky = True
keep_warnings = True


def setup(app):
    \"\"\"Stand in for a checker that has misread a page: what it passed is not what is parsed.\"\"\"
    folder = Path(app.confdir).parent / "unchecked"
    app.connect("source-read", lambda app, name, source: swap(folder / f"{name}.md", source), priority=400)


def swap(file, source):
    if file.is_file():
        source[0] = file.read_text(encoding="utf-8")
"""
INDEX = "# Small site\n\n```{toctree}\n:glob:\n\nfacts/index\nreferences\ntopic/*\n```\n"
REFERENCES = "# References\n\n```{bibliography}\n:all:\n```\n"
LEDGER = "# Ledger\n\n```{kb:entities}\n```\n"
OURS = {"conf.py": CONF, "index.md": INDEX, "references.md": REFERENCES, "facts/index.md": LEDGER}


class SmallSite:
    """A built site: its pages as trees, and the warnings of the build."""

    def __init__(self, place: Path, warnings: str, read: list[str]) -> None:
        self.place, self.warnings, self.read = place, warnings, read

    def page(self, name: str) -> BeautifulSoup:
        """A page as a tree."""
        return BeautifulSoup((self.place / f"{name}.html").read_text(encoding="utf-8"), "html.parser")

    def card(self, name: str, id: str) -> list[str]:
        """The lines of the card of a statement on a page."""
        written = self.cards(name)["cards"]
        assert id in written, f"{name} has no card of {id}"
        opened = BeautifulSoup(written[id], "html.parser")
        return [" ".join(line.get_text().split()) for line in opened.select("p, li")]

    def cards(self, name: str) -> dict[str, Any]:
        """What the script beside a page holds, of which the page says where it is."""
        named = self.page(name).select_one("meta[name=kb-cards]")
        assert named is not None, f"{name} has no cards"
        path = (self.place / name).parent / str(named["content"]).partition("?")[0]
        read: dict[str, Any] = json.loads(path.read_text("utf-8").removeprefix("window.kbCards = ").removesuffix(";\n"))
        return read

    def files(self) -> str:
        """All that was written for people, as one text."""
        kinds = (".html", ".xhtml", ".txt", ".pot", ".js", ".ncx", ".opf")
        found = (path for path in sorted(self.place.rglob("*")) if path.suffix in kinds and "_static" not in path.parts)
        return "\n".join(path.read_text(encoding="utf-8") for path in found)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small repository: the small corpus with the pages and the configuration that make a site of it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 1 January 2020
    root = tmp_path / "root"
    shutil.copytree(CORPUS, root)
    shutil.copytree(SCHEMA, root / "docs" / "facts" / "schema", dirs_exist_ok=True)
    lay(root, {f"docs/{name}": text for name, text in OURS.items()})
    return root


def lay(root: Path, files: Mapping[str, str]) -> None:
    """Write these files into the repository."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


@pytest.fixture
def application(root: Path) -> Iterator[Callable[..., Any]]:
    """Make the application that builds the small repository; what it tells docutils of is forgotten with the test."""

    def make(builder: str = "html", **settings: object) -> Any:
        docs, place = str(root / "docs"), root.parent / builder
        log = {"status": None, "warning": StringIO()}
        return Sphinx(docs, docs, str(place), str(root.parent / "trees"), builder, dict(settings), **log)

    with patch_docutils(), docutils_namespace():
        yield make


@pytest.fixture
def build(root: Path, application: Callable[..., Any]) -> Callable[..., SmallSite]:
    """Build the small corpus with these files laid over it."""

    def make(files: Mapping[str, str] | None = None, builder: str = "html", **settings: object) -> SmallSite:
        lay(root, files or {})
        with patch_docutils(), docutils_namespace():
            app = application(builder, **settings)
            read: list[str] = []
            app.connect("source-read", lambda app, name, source: read.append(name))
            app.build()
        return SmallSite(Path(app.outdir), app._warning.getvalue(), sorted(read))

    return make


@pytest.fixture
def pages(root: Path, build: Callable[..., SmallSite]) -> Callable[..., SmallSite]:
    """Build with the templates of the site."""
    shutil.copytree(TEMPLATES, root / "docs" / "_templates")
    conf = root / "docs" / "conf.py"
    text = conf.read_text("utf-8").replace("html_theme =", 'templates_path = ["_templates"]\nhtml_theme =')
    conf.write_text(text, "utf-8")
    return build
