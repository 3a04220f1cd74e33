"""What a PDF carries of the ledger: the statements behind its pages as a file, and a fingerprint of all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sphinx.addnodes import pending_xref

from kb.core.differing import disputes
from kb.export.excerpt import Excerpt
from kb.export.tables import Told
from kb.lock.whole import fingerprint
from sphinx_kb.knowledge import corpus_of, knowledge_of, path_of
from sphinx_kb.web import shown

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from kb.core.model import Statement

FIELD = "figures"
"""The name of the field among those of the front matter, where no page may write it."""
DESCRIPTION = "The statements behind this text: values, dates, and the words and places of their sources."


def register(app: Sphinx) -> None:
    """Note the figures of each page as it is read; what becomes of them is asked where PDFs are made."""
    app.connect("doctree-read", note)
    app.connect("config-inited", _listen)


def _listen(app: Sphinx, config: Config) -> None:
    """The events are those of another extension, which need not be there."""
    if "typst-attach" in app.events.events:
        app.connect("typst-attach", attach)
        app.connect("typst-metadata", tell)


def note(app: Sphinx, doctree: nodes.document) -> None:
    """Write down which figure rests on which statements; after all that could take a figure away again."""
    name = app.env.docname
    found = [*_figures(doctree)]
    app.env.metadata[name].pop(FIELD, None)
    if found:
        app.env.metadata[name][FIELD] = found


def _figures(doctree: nodes.document) -> Iterator[dict[str, object]]:
    for node in doctree.findall(pending_xref):
        if not node.get("kbfigure"):
            continue
        others: list[str] = [*node.get("kbothers", ())]
        if node["reftype"] == "statement":
            yield {"text": node.astext(), "statements": [node["reftarget"], *others]}
        else:
            yield {"text": node.astext(), "computed": node.get("kbtip", ""), "statements": others}


def attach(app: Sphinx, docname: str, pages: Sequence[str]) -> list[dict[str, object]]:
    """One file in the shape of ``facts.json``, of what these pages show; none where they show nothing."""
    known, corpus = knowledge_of(app.env), corpus_of(app.env)
    statements = behind(app.env, pages)
    if not statements:
        return []
    cited = [key for page in pages for key in shown.cited(app.env, page)]
    text = Told(corpus, known.run.ask(disputes)).excerpt(
        Excerpt.of(corpus, statements, cited), printed(app.env, docname, pages)
    )
    return [
        {
            "name": "statements.json", "data": text.encode(), "mime-type": "application/json",
            "description": DESCRIPTION, "relationship": "data",
        }
    ]  # fmt: skip


def behind(env: BuildEnvironment, pages: Sequence[str]) -> list[Statement]:
    """Every statement that these pages show or take a figure from, once, in the order of the ledger."""
    wanted = {each.id for page in pages for each in shown.statements(env, page)}
    wanted |= {id for page in pages for figure in env.metadata[page].get(FIELD, ()) for id in figure["statements"]}
    return [each for id, each in corpus_of(env).statements.items() if id in wanted]


def printed(env: BuildEnvironment, docname: str, pages: Sequence[str]) -> dict[str, object]:
    """What was printed of the ledger, and from which state of it."""
    known = knowledge_of(env)
    figures = [{"page": path_of(page), **each} for page in pages for each in env.metadata[page].get(FIELD, ())]
    held = {path: f"sha256:{known.files[path]}" for path in map(path_of, pages) if path in known.files}
    told = {"page": path_of(docname), "commit": known.commit, "ledger": fingerprint(known.files), "pages": held}
    return {name: value for name, value in told.items() if value} | {"figures": figures}


def tell(app: Sphinx, docname: str, told: dict[str, object]) -> None:
    """The fingerprint of the ledger among what a PDF says of itself: what it was made from."""
    told["source"] = fingerprint(knowledge_of(app.env).files)
