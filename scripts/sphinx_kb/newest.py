"""Notes of each page, as it is read, the newest day of what it tells: for its head on the site and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.core.newest import newest
from kb.run.shown import newest_told
from sphinx_kb import words
from sphinx_kb.knowledge import knowledge_of, path_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from kb.core.dates import Date
    from kb.run.fixtures import Run

FIELD = "newest"
"""The name of the field among those of the front matter, where no page may write it."""


def note(app: Sphinx, doctree: nodes.document) -> None:
    """Write the day beside the front matter, in words; nothing where nothing is told that has a day."""
    name = app.env.docname
    day = _newest(knowledge_of(app.env).run, name)
    if day is not None:
        app.env.metadata[name][FIELD] = words.when(day)


def _newest(run: Run, name: str) -> Date | None:
    corpus = run.corpus
    page = next((page for page in corpus.pages if page.path == path_of(name)), None)
    if page is not None:
        return newest_told(run, page)
    folder, _, id = name.rpartition("/")
    entity = corpus.entities.get(id) if folder == "facts" else None
    return newest(entity.statements, corpus, corpus.today) if entity else None
