"""What many pages need is made before Sphinx splits into processes: each would make it anew for every few pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.core.provisions import provisions
from kb.run.standing import stands
from kb.verify.shown import shown_by
from sphinx_kb.knowledge import Knowledge, knowledge_of
from sphinx_kb.named import naming
from sphinx_kb.sources.references import copies, references
from sphinx_kb.sources.shelves import places

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def to_read(app: Sphinx, env: BuildEnvironment, names: list[str]) -> None:
    """Before pages are read, if any is."""
    if names:
        _make(knowledge_of(env))


def to_write(app: Sphinx, builder: Builder) -> None:
    """Before pages are written, if several processes may write them."""
    if builder.allow_parallel:
        _make(knowledge_of(app.env))


def _make(known: Knowledge) -> None:
    """What is the same for all pages; the first of them asks for all that pages are read by."""
    for make in (references, copies, places, naming):
        make(known.corpus)
    known.run.ask(provisions)
    _ = known.doubted, known.disputes
    page = next((page for page in known.corpus.pages if page.vouched), None)
    if page is not None:
        known.run.ask(shown_by, page=page)
        known.run.ask(stands, page=page)
