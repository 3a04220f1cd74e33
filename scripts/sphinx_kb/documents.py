"""Which documents there are, and their text: those that the checker has passed, as it read them, and no others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.project import Project

from kb.load.bibliography import PATH
from sphinx_kb import named
from sphinx_kb.knowledge import corpus_of, docname_of, load, path_of
from sphinx_kb.sources import reading
from sphinx_kb.sources.shelves import shelves

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def take_over(app: Sphinx) -> None:
    """From here on the checker says which documents there are; a fault is told before anything is built."""
    app.project = app.env.project = PassedDocuments(app)
    load(app)


class PassedDocuments(Project):
    """Reads ledger, bibliography and pages at the start of each build; nobody looks through the folder again."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(app.srcdir, app.config.source_suffix)
        self.restore(app.project)
        self._app = app

    def __getstate__(self) -> dict[str, object]:
        """What is kept between builds: the documents, but not who is asked for them."""
        return {name: value for name, value in vars(self).items() if name != "_app"}

    def discover(self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)) -> set[str]:
        """The pages, the manuals of the rules, the files of all entities, some twice, and of one file all sources."""
        load(self._app)
        reading.hand_over(self._app)
        corpus = corpus_of(self._app.env)
        paths = [*corpus.documents, *(entity.mark.path for entity in corpus.entities.values())]
        self._docname_to_path = {docname_of(path): Path(path.partition("/")[2]) for path in paths}
        self._path_to_docname = {path: docname for docname, path in self._docname_to_path.items()}
        self._docname_to_path |= dict.fromkeys(shelves(corpus), Path("..", PATH))
        for id in named.often_named(corpus):
            self._docname_to_path[f"{named.FOLDER}{id}"] = Path(corpus.entities[id].mark.path.partition("/")[2])
        self.docnames = set(self._docname_to_path)
        return self.docnames


def hand_over(app: Sphinx, docname: str, source: list[str]) -> None:
    """Sphinx gets the text that the checker read and judged; a ledger file is told from the corpus, not from text."""
    source[0] = corpus_of(app.env).documents.get(path_of(docname), "")
