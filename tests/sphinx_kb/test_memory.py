"""While pages are built Python seldom looks for cycles, and afterwards as often as before."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sphinx_kb.figures import vouched
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.memory import SELDOM


def test_cycles_are_seldom_looked_for_until_all_is_built(application: Callable[..., Any]) -> None:
    usual, seen = gc.get_threshold(), []
    app = application()
    app.connect("env-updated", lambda app, env: seen.append(gc.get_threshold()))
    app.build()

    assert [SELDOM] == seen
    assert usual == gc.get_threshold()


def test_the_figures_of_a_page_are_worked_out_once(root: Path, application: Callable[..., Any]) -> None:
    told = "Voss served from 2 April 2001 {cite:p}`League2006history{¶ 5}`.\n"
    (root / "docs/topic/telling.md").write_text(f"---\nabout: [league]\n---\n\n# Voss\n\n{told}", "utf-8")
    known = knowledge_of(application().env)
    page = next(page for page in known.corpus.pages if page.path == "docs/topic/telling.md")

    assert vouched(known.run, page)
    assert vouched(known.run, page) is vouched(known.run, page)
