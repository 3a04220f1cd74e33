"""A warning is told by every build until it is mended, however little the build has to read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Build = Callable[..., Any]
FAULTY = "---\nabout: [league]\n---\n\n# A page\n\nIt leads to {doc}`nowhere`.\n\n| a | b |\n|---|---|\n| c | d |\n"
GOOD = "---\nabout: [league]\n---\n\n# A page\n\nWords.\n"


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [("topic/page", FAULTY, "unknown document"), ("astray/page", GOOD, "isn't included in any toctree")],
    ids=["written", "read"],
)
def test_a_warning_is_told_again_by_a_build_that_changes_nothing(
    build: Build, page: str, text: str, expected: str
) -> None:
    first = build({f"docs/{page}.md": text, "docs/topic/good.md": GOOD})
    second = build()

    assert expected in first.warnings
    assert first.warnings == second.warnings
    assert [page] == second.read


def test_once_it_is_mended_nothing_is_read_again(build: Build) -> None:
    build({"docs/topic/page.md": FAULTY})
    mended = build({"docs/topic/page.md": GOOD})
    after = build()

    assert "" == mended.warnings
    assert ["topic/page"] == mended.read
    assert [] == after.read


def test_a_warning_that_names_no_page_may_be_of_any_that_was_read(build: Build, root: Any) -> None:
    conf = (root / "docs" / "conf.py").read_text("utf-8")
    loud = "\n\ndef tell(app, doctree):\n    logging.getLogger('sphinx.x').warning('something is odd')\n"
    connected = conf.replace("def setup(app):\n", 'def setup(app):\n    app.connect("doctree-read", tell)\n')
    first = build({"docs/conf.py": f"import logging\n{connected}{loud}"})
    second = build()

    assert len(first.read) > 5
    assert first.read == second.read
