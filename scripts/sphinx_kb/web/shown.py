"""Notes of each page, as it is read, the statements that it shows, for all that is made of them when it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.run.shown import shown
from sphinx_kb.knowledge import corpus_of, knowledge_of, path_of
from sphinx_kb.sources.domain import cited_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from kb.core.model import Statement

FIELD = "shown"
"""The name of the field among those of the front matter, where no page may write it."""


def note(app: Sphinx, doctree: nodes.document) -> None:
    """Write their ids beside the front matter, which processes that read pages hand on; nothing where none is shown."""
    name = app.env.docname
    found = [statement.id for statement in _shown(app.env, name)]
    app.env.metadata[name].pop(FIELD, None)
    if found:
        app.env.metadata[name][FIELD] = found


def _shown(env: BuildEnvironment, name: str) -> tuple[Statement, ...]:
    corpus = corpus_of(env)
    page = next((page for page in corpus.pages if page.path == path_of(name)), None)
    if page is not None:
        return shown(knowledge_of(env).run, page)
    folder, _, id = name.rpartition("/")
    entity = corpus.entities.get(id) if folder == "facts" else None
    return entity.statements if entity else ()


def statements(env: BuildEnvironment, name: str) -> list[Statement]:
    """What a page shows."""
    known = corpus_of(env).statements
    return [known[id] for id in env.metadata[name].get(FIELD, ()) if id in known]


def cited(env: BuildEnvironment, name: str) -> Sequence[str]:
    """The keys of the sources that a page cites, each once, in the order in which it first does."""
    return cited_in(env).cited_by_page.get(name, ())
