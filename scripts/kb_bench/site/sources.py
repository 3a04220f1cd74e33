"""Folders to build from: our content as it is, the same pages for stock Sphinx, and made-up content of any size."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Mapping
from pathlib import Path

from kb_bench.made import content
from kb_bench.site.plain import plain

STOCK = """project, author, copyright, language = "Stock", "Nobody", "nobody", "en"
extensions = ["myst_parser", "sphinxcontrib.bibtex"]
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
bibtex_bibfiles = ["../refs.bib"]
bibtex_reference_style = "author_year"
html_theme = "furo"
html_show_sourcelink = html_copy_source = html_domain_indices = html_use_index = False
"""
SEED = 2016
TOGETHER = 100
"""So many made-up pages are listed on one page, as a site of thousands would do it."""
TREE = "```{{toctree}}\n\n{}\n```\n"
AROUND = {
    "facts/index.md": "# The ledger\n\n```{kb:entities}\n```\n",
    "reference/references.md": "# References\n\n```{bibliography}\n:all:\n```\n",
}


def ours(root: Path, place: Path) -> Path:
    """A copy of our content, which may be edited."""
    shutil.copytree(root / "docs", place / "docs")
    shutil.copy(root / "refs.bib", place)
    return place


def stock(source: Path, built: Path, place: Path) -> Path:
    """The pages that were built from a source, as plain ones."""
    trees = built / ".doctrees"
    env = pickle.loads((trees / "environment.pickle").read_bytes())  # noqa: S301  # what Sphinx has just written
    for docname in sorted(env.found_docs):
        tree = pickle.loads((trees / f"{docname}.doctree").read_bytes())  # noqa: S301
        meta = ["orphan: true"] * ("orphan" in env.metadata[docname])
        _write(place / "docs" / f"{docname}.md", plain(tree, docname, meta))
    _write(place / "docs" / "conf.py", STOCK)
    shutil.copy(source / "refs.bib", place)
    return place


def grown(root: Path, statements: int, real: Mapping[str, bytes], place: Path) -> Path:
    """Made-up content with so many statements, under our configuration and templates."""
    made = {path: data.decode() for path, data in content(statements, SEED, real).items()}
    names = sorted(Path(path).stem for path in made if path.startswith("docs/made/"))
    lists = {f"made/list-{n}": names[n : n + TOGETHER] for n in range(0, len(names), TOGETHER)}
    made |= {f"docs/{path}": text for path, text in AROUND.items()}
    made |= {f"docs/{name}.md": f"# Pages {some[0]}\n\n" + TREE.format("\n".join(some)) for name, some in lists.items()}
    above = "\n".join(("facts/index", "reference/references", *lists))
    made["docs/index.md"] = "# Made up\n\n" + TREE.format(above)
    for path, text in made.items():
        _write(place / path, text)
    shutil.copy(root / "docs" / "conf.py", place / "docs")
    for folder in ("_static", "_templates"):
        shutil.copytree(root / "docs" / folder, place / "docs" / folder)
    return place


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
