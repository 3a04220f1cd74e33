"""Notes of each page, as it is read, what it is about by name: the keywords of its PDF."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sphinx_kb.knowledge import corpus_of, path_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

FIELD = "subjects"
"""The name of the field among those of the front matter, where no page may write it."""


def note(app: Sphinx, doctree: nodes.document) -> None:
    """Write the names of the entities of a page beside its front matter; nothing where it is about none."""
    corpus, name = corpus_of(app.env), app.env.docname
    page = next((page for page in corpus.pages if page.path == path_of(name)), None)
    named = [corpus.entities[id].label for id in page.about if id in corpus.entities] if page else []
    if named:
        app.env.metadata[name][FIELD] = json.dumps(named, ensure_ascii=False)
