"""``llms.txt``: what a language model that reads the site should look at, in the form of https://llmstxt.org.

Written here and not by sphinx-llms-txt, which lists the sources of pages: this site does not lay its sources beside its
pages, and has something better for a program, the statements of each page as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sphinx import addnodes

from sphinx_kb.knowledge import corpus_of, docname_of
from sphinx_kb.page_context import is_told
from sphinx_kb.search import summary
from sphinx_kb.web import shown
from sphinx_kb.web.files import INDEX, PAGES, WHOLE
from sphinx_kb.web.identity import is_site

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FILE = "llms.txt"


def write(app: Sphinx, error: Exception | None) -> None:
    """Lay it at the root of the site, where it is looked for."""
    if error or not is_site(app):
        return
    text = "\n".join(_lines(app)) + "\n"
    (Path(app.outdir) / FILE).write_text(text, encoding="utf-8", newline="\n")


def _lines(app: Sphinx) -> Iterator[str]:
    told = {docname_of(page.path): summary(page) for page in corpus_of(app.env).pages}
    yield f"# {app.config.project}"
    yield ""
    yield f"> {told.get(app.config.root_doc, '')}"
    if INDEX in app.env.all_docs:
        yield from ("", "## Data", "")
        yield f"- [All statements, judgements and sources as JSON]({_address(app, WHOLE['json'])})"
        yield f"- [All statements as CSV]({_address(app, WHOLE['csv'])})"
        yield f"- [Every table as a data package of CSVs, described by Table Schema]({_address(app, WHOLE['package'])})"
        yield f"- [The same tables as an SQLite database, with views]({_address(app, WHOLE['database'])})"
        yield f"- [The ledger as RDF, in Turtle]({_address(app, WHOLE['graph'])})"
    for caption, names in _parts(app):
        yield from ("", f"## {caption}", "")
        for name in names:
            yield _line(app, name, told.get(name, ""))


def _parts(app: Sphinx) -> Iterator[tuple[str, list[str]]]:
    """The parts of the work as its first page lists them; of those, the pages that tell something of the subject."""
    root = app.env.get_doctree(app.config.root_doc)
    for tree in root.findall(addnodes.toctree):
        names = [name for name in tree["includefiles"] if is_told(name, root)]
        if names:
            yield tree.get("caption") or "Pages", names


def _line(app: Sphinx, name: str, told: str) -> str:
    title, address = app.env.titles[name].astext(), _address(app, app.builder.get_target_uri(name))
    data = f" ([statements]({_address(app, f'{PAGES}/{name}.json')}))" if shown.statements(app.env, name) else ""
    return f"- [{title}]({address}){f': {told}' if told else ''}{data}"


def _address(app: Sphinx, path: str) -> str:
    return urljoin(app.config.html_baseurl, path) if app.config.html_baseurl else path
