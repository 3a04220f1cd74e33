"""The real PDFs, read as a proofreader does; whether words are lost is told by their build, which knows the words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinx_typst.keeping import Keeping
from sphinx_typst.printed import Room, sheets
from sphinx_typst.proofreading import proofread

DOCS = Path(__file__).parents[1] / "docs"
ALL = [*(f"csto-{path.stem}" for path in sorted((DOCS / "briefs").glob("*.md"))), "csto-knowledge-base"]
MARGIN = 15 / 25.4 * 72
"""Points: the narrowest margin that any of them may have."""
ENDS = r"last\ss\.\s+(?=\d)"
"""A source of which the *last s.* is cited, and the number of the next: the build, which knows the words, tells them
apart from a place that is torn; here they are put out of sight."""


@pytest.mark.parametrize("name", ALL)
def test_no_text_leaves_its_page_hides_another_or_is_torn(pdfs: Path, name: str) -> None:
    room, keeping = Room(MARGIN, MARGIN, MARGIN, MARGIN), Keeping("en")
    found = [f"page {each.sheet}: {each.told}" for each in proofread(pdfs / f"{name}.pdf", room, keeping, [])]
    lines = "\n".join(re.sub(ENDS, "last s ", sheet.lines) for sheet in sheets(pdfs / f"{name}.pdf"))

    assert [] == [each for each in found if "parts" not in each]
    assert [] == [place for place, _ in keeping.torn(lines)]
