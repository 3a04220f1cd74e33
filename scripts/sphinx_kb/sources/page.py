"""Pages of sources as documents: each source with its place, its copies, what rests on it, and its BibTeX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.parsers import Parser

from kb.core.model import Corpus, Source, Statement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb.elements import Details
from sphinx_kb.knowledge import corpus_of, knowledge_of
from sphinx_kb.nodes import paragraph, text
from sphinx_kb.sources.bibtex import bibtex
from sphinx_kb.sources.domain import cited_in
from sphinx_kb.sources.references import copies, origins, references
from sphinx_kb.sources.shelves import anchor, shelves
from sphinx_kb.sources.spoken import speak
from sphinx_kb.words import plural

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class SourcesParser(Parser):
    """Sphinx asks for a document; the corpus, not the text of the bibliography, is what it is told from."""

    supported = ("bibliography",)

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill the document with the sources of one shelf."""
        del inputstring  # read long ago, with the place of every field, by kb.load
        env: BuildEnvironment = document.settings.env
        env.metadata[env.docname]["orphan"] = ""  # the index of sources lists it; the sidebar would not end
        corpus = corpus_of(env)
        shelf = shelves(corpus)[env.docname]
        page = kb_nodes.section(shelf.title, "sources")
        shown = _Shown(env, corpus)
        if shelf.is_list:
            page += kb_nodes.bullets(([shown.line(source)] for source in shelf.sources), "kb-index")
        else:
            page += [shown.whole(source) for source in shelf.sources]
        document += page


class _Shown:
    """Shows sources of one corpus on the page that is being read."""

    def __init__(self, env: BuildEnvironment, corpus: Corpus) -> None:
        self.env, self.corpus, self.doubted = env, corpus, knowledge_of(env).doubted

    def whole(self, source: Source) -> nodes.container:
        """All that is known of it, at the anchor to which citations lead."""
        made = nodes.container("", ids=[anchor(source.key)], classes=["kb-source"], is_div=True)
        made += _as_written(speak(cited_in(self.env).backend.paragraph(references(self.corpus)[source.key]), source))
        made += [
            paragraph(text(f"{told}: ", "kb-note"), *self._links(keys), classes=["kb-more"])
            for told, keys in (
                ("Repeats", origins(source, self.corpus)),
                ("Repeated by", copies(self.corpus).get(source.key, [])),
            )
            if keys
        ]
        made += self._rests(self.corpus.by_source.get(source.key, ()))
        entry = nodes.literal_block("", bibtex(source), language="text")
        made += Details("", entry, summary="BibTeX", classes=["kb-rests"])
        return made

    def line(self, source: Source) -> nodes.paragraph:
        """A source in a line: how it is cited, and its title."""
        return _as_written(speak(paragraph(self._link(source.key), f" {source.title}"), source))

    def _links(self, keys: Iterable[str]) -> list[nodes.Node]:
        made: list[nodes.Node] = []
        for key in keys:
            made += [nodes.Text("; ")] * bool(made) + [self._link(key)]
        return made

    def _link(self, key: str) -> nodes.Node:
        return kb_nodes.link("source", key, references(self.corpus)[key].label)

    def _rests(self, statements: tuple[Statement, ...]) -> Iterator[nodes.Node]:
        if statements:
            title = f"{plural(len(statements), 'statement')} {'rests' if len(statements) == 1 else 'rest'} on it"
            items = [[paragraph(self._statement(statement))] for statement in statements]
            yield Details("", kb_nodes.bullets(items), summary=title, classes=["kb-rests"])

    def _statement(self, statement: Statement) -> nodes.Node:
        made = kb_nodes.link("statement", statement.id, kb_nodes.told(self.corpus, statement), kb_nodes.SAID)
        if statement.id in self.doubted:
            made += nodes.Text(" †")
        return made


def _as_written(made: nodes.paragraph) -> nodes.paragraph:
    """No sign of a source is put in place of another, such as a curved quotation mark for a straight one."""
    for part in made.findall(nodes.Element):
        part["support_smartquotes"] = False
    return made
