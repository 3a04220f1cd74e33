"""Pages that were read for the PDFs make the very same site as pages that were read for it, and the reverse."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import shelf

Build = Callable[..., Any]
PAGE = (
    "---\nabout: [league, corvia]\nanswer: It is a league.\n---\n\n# A page\n\n"
    "The League was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`.\n\n"
    "```{kb:timeline}\nleague\n```\n\n```{kb:chart} spans\n:title: Who belonged\n\nleague\n```\n"
)


def made(build: Build, builder: str, suffix: str, files: dict[str, str]) -> tuple[dict[str, bytes], list[str]]:
    """What a builder makes in an empty folder, and the pages that it read for that."""
    site = build(files, builder=builder)
    found = {file.as_posix(): (site.place / file).read_bytes() for file in shelf.walk(site.place, suffix)}
    shutil.rmtree(site.place)

    assert "" == site.warnings
    return found, site.read


def test_what_was_read_for_one_serves_the_other(build: Build, root: Path) -> None:
    conf = (root / "docs" / "conf.py").read_text("utf-8").replace('"sphinx_kb"]', '"sphinx_kb", "sphinx_typst"]')
    printed = '\ntypst_documents = [("topic/page", "page", {}), ("index", "book", {"template": "book"})]\n'
    files = {"docs/conf.py": conf + printed, "docs/topic/page.md": PAGE}
    papers, read = made(build, "typstpdf", ".pdf", files)
    site, read_again = made(build, "html", ".html", {})
    shutil.rmtree(root.parent / "trees")
    site_alone, read_alone = made(build, "html", ".html", {})
    papers_after, _ = made(build, "typstpdf", ".pdf", {})

    assert {"page.pdf", "book.pdf"} == set(papers)
    assert (read, []) == (read_alone, read_again)
    assert [] == [name for name in site_alone if site_alone[name] != site.get(name)]
    assert papers == papers_after
