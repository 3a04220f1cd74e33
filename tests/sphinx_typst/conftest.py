"""A small project of its own, built once to PDF: two briefs and a book with every construct that matters."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

CONF = """
project = 'Notes on "Leagues" #1'
author = "The contributors"
copyright = "the contributors"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "sphinx_typst", "boxes"]
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
bibtex_bibfiles = ["refs.bib"]
bibtex_reference_style = "author_year"
typst_documents = [
    ("brief", "one", {"template": "brief"}),
    ("second", "two", {"template": "brief"}),
    ("index", "whole", {"template": "book", "title": "The whole", "exclude": ["second"]}),
]
"""
BOXES = """
from docutils import nodes
from docutils.parsers.rst import Directive


class Facts(Directive):
    has_content = True

    def run(self):
        box = nodes.container(classes=["keyfacts"], title="Key facts", asof="3 May 2024")
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


class Quiet(nodes.General, nodes.Element):
    pass


def setup(app):
    app.add_directive("keyfacts", Facts)
    return {"parallel_read_safe": True}
"""
BIB = """
@book{Alpha2001book, author = {Alpha, Anna}, title = {On Leagues}, publisher = {House}, year = {2001}}
@misc{Beta2002note, author = {{Лига государств}}, title = {Договор "О лиге" \\\\& #[x]}, year = {2002}, url = {https://example.org/a%D0%BB}}
@misc{Gamma2003page, author = {Gamma, Greta}, title = {Unused}, year = {2003}}
"""
BRIEF = """---
asof: 2024-05-03
series: Notes
answer: |
  The league has six members.
  It was founded in 1992.
---

# A brief with "quotes", \\\\ and #panic("x") ]

```{keyfacts}
- **Founded:** 1992 {cite:p}`Alpha2001book{p. 3}`
- **Name:** Лига государств
- **Members:** six
```

## Text

One {cite:p}`Alpha2001book{p. 3}`, two {cite:p}`Beta2002note{¶ 1},Alpha2001book{p. 9}`.
{cite:t}`Beta2002note` says so.[^n]
A [link](https://example.org/), a [bad one](page.md), {doc}`second` and `code`.

[^n]: A note at the foot: Հայաստան, საქართველო.

| State | Joined |
|---|---|
| Aland | 1992 |
| Beland | 1993 |

```{list-table} Terms
:header-rows: 1
:stub-columns: 1

* - Who
  - From
* - Ада
  - 1992
```

:::{note}
Mind the date.
:::

Term
: What it means.
"""
SECOND = "# Second\n\nAlpha again {cite:p}`Alpha2001book{p. 5}`.\n"
INDEX = """# Start

Hello.

## Parts

```{toctree}
brief
second
refs
```
"""
REFS = "# References\n\n```{bibliography}\n:all:\n```\n"
FILES = {
    "conf.py": CONF, "boxes.py": BOXES, "refs.bib": BIB, "brief.md": BRIEF, "second.md": SECOND, "index.md": INDEX,
    "refs.md": REFS,
}  # fmt: skip


def build(folder: Path, out: Path, settings: str = "", **changed: str) -> Sphinx:
    """Write the project and build it."""
    folder.mkdir(exist_ok=True)
    for name, text in (FILES | {"conf.py": CONF + settings} | changed).items():
        (folder / name).write_text(text.replace("\\\\", "\\"), "utf-8")
    sys.path.insert(0, str(folder))
    try:
        with patch_docutils(str(folder)), docutils_namespace():
            app = Sphinx(folder, folder, out, out / ".doctrees", "typstpdf", status=None, warning=None, freshenv=True)
            app.build()
    finally:
        sys.path.remove(str(folder))
        sys.modules.pop("boxes", None)
    return app


Build = Callable[..., Sphinx]


@pytest.fixture
def build_project(monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds the project, with some files changed, as of one day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1714694400")
    return build


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with ``one.pdf``, ``two.pdf`` and ``whole.pdf``."""
    place = tmp_path_factory.mktemp("typst")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1714694400")
        build(place / "source", place / "out")
    return place / "out"
