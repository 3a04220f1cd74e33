"""The real PDFs, read as a proofreader does; whether words are lost is told by their build, which knows the words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_typst.keeping import Keeping
from sphinx_typst.printed import Room
from sphinx_typst.proofreading import proofread

DOCS = Path(__file__).parents[1] / "docs"
ALL = [*(f"csto-{path.stem}" for path in sorted((DOCS / "briefs").glob("*.md"))), "csto-knowledge-base"]
MARGIN = 15 / 25.4 * 72
"""Points: the narrowest margin that any of them may have."""
LAST = re.compile(r"'s\. \| \d+'$")
"""A source of which *last s.* is cited, and the number of the next; the build, which knows the words, tells."""


@pytest.mark.parametrize("name", ALL)
def test_no_text_leaves_its_page_hides_another_or_is_torn(pdfs: Path, name: str) -> None:
    room = Room(MARGIN, MARGIN, MARGIN, MARGIN)
    found = proofread(pdfs / f"{name}.pdf", room, Keeping("en"), [])

    assert [] == [f"page {fault.sheet}: {fault.told}" for fault in found if not LAST.search(fault.told)]
