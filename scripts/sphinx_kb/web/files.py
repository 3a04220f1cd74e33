"""The ledger as files beside the pages: what each page shows, and the whole of it beside its index."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.core.differing import disputes
from kb.export import database, graph, references
from kb.export.entries import entries
from kb.export.excerpt import Excerpt
from kb.export.files import files
from kb.export.package import DESCRIPTOR
from kb.export.tables import Told
from kb.load.citation import work
from sphinx_kb.beside import lay, lay_bytes
from sphinx_kb.knowledge import corpus_of, knowledge_of
from sphinx_kb.page_context import is_told
from sphinx_kb.web import shown
from sphinx_kb.web.identity import is_site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from kb.run.fixtures import Run

PAGES = "data/pages"
"""The folder of the site for the files of each page, under the name of the page."""
INDEX = "facts/index"
FOLDER = "data"
WHOLE = {
    "csv": f"{FOLDER}/evidence.csv",
    "json": f"{FOLDER}/facts.json",
    "package": f"{FOLDER}/{DESCRIPTOR}",
    "database": f"{FOLDER}/{database.FILE}",
    "graph": f"{FOLDER}/{graph.FILE}",
    "bib": f"{FOLDER}/sources.bib",
    "ris": f"{FOLDER}/{references.RIS}",
    "csl": f"{FOLDER}/{references.CSL}",
}
"""What readers are offered of what `kb export` writes, and the bibliography as it is."""


def write_page(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Lay down what the page shows, and tell the template where: only the page that is written needs it anew."""
    context["kb_files"] = {}
    if not is_told(pagename, doctree) or not is_site(app):
        return
    made = WHOLE if pagename == INDEX else _lay_down(app, _files(app, pagename))
    context["kb_files"] = {kind: context["pathto"](path, 1) for kind, path in made.items()}


def _files(app: Sphinx, name: str) -> dict[str, tuple[str, str]]:
    """The path and the text of each file that has anything to say."""
    known, corpus, written = knowledge_of(app.env), corpus_of(app.env), _written(knowledge_of(app.env).run)
    told, cited = shown.statements(app.env, name), shown.cited(app.env, name)
    part = Excerpt.of(corpus, told, cited)
    made = {
        "csv": written.rows(told) if told else "",
        "json": written.excerpt(part) if told else "",
        "bib": entries(corpus, known.bibliography, part.sources) if part.sources else "",
    }
    return {kind: (f"{PAGES}/{name}.{kind}", text) for kind, text in made.items() if text}


@lru_cache(maxsize=1)
def _written(run: Run) -> Told:
    """What is written of each record, once for all the pages that a process writes."""
    return Told(run.corpus, run.ask(disputes))


def _lay_down(app: Sphinx, files: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    for path, text in files.values():
        lay(app, path, text)
    return {kind: path for kind, (path, _) in files.items()}


def write_whole(app: Sphinx, error: Exception | None) -> None:
    """Lay down the whole ledger, where it has an index that offers it."""
    if error or not is_site(app) or INDEX not in app.env.all_docs:
        return
    corpus = corpus_of(app.env)
    for name, data in files(corpus, work(Path(app.confdir).parent)):
        lay_bytes(app, f"{FOLDER}/{name}", data)
    lay(app, WHOLE["bib"], knowledge_of(app.env).bibliography)
