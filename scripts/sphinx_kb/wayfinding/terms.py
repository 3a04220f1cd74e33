"""Terms of the glossary become links where a page first uses them; writers type them as plain words.

A glossary says on its own page what its terms are. ``kb_plain_words`` in the configuration names those that every page
uses and every reader knows: linked each time, they would tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_kb.agreed import UNLINKED
from sphinx_kb.charts.nodes import Picture
from sphinx_kb.domain import FACTS
from sphinx_kb.elements import Details
from sphinx_kb.knowledge import knowledge_of
from sphinx_kb.page_context import PLAIN

CLOSED = (*UNLINKED, nodes.table, addnodes.toctree, Picture, Details)
"""Where no term is linked: in links, titles and code no link may stand, and tables are dense enough."""
Explained = tuple[str, str, str]
"""The page that explains a term, the place in it, and what the term means."""
WHOLE = frozenset({"sd-card", "kb-chart-title"})
"""Classes of what is a link as a whole, or a title."""


class LinkTerms(SphinxPostTransform):
    """Runs before links are resolved, so that the words of a link are known as such; print needs no links to words."""

    default_priority = 4
    formats = ("html",)

    def run(self, **_: object) -> None:
        """Link each term at its first use, with what it means as its title."""
        if self.env.docname.startswith((FACTS, *PLAIN)):
            return
        open_texts = [text for text in self.document.findall(nodes.Text) if _is_open(text)]
        spelled = _spelled(self._explained(), "\n".join(open_texts))
        form = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, spelled))})(?![\w-])")
        linked: set[str] = set()
        for text in open_texts if spelled else ():
            parts = list(self._parts(text, form.finditer(text), spelled, linked))
            if any(isinstance(part, nodes.reference) for part in parts):
                text.parent.replace(text, parts)

    def _explained(self) -> dict[str, Explained]:
        """The terms that other pages explain, but for the plain words."""
        plain = set(self.config.kb_plain_words)
        return {
            term: (page, *rest)
            for page, terms in knowledge_of(self.env).terms.items()
            for term, rest in terms.items()
            if page != self.env.docname and term not in plain
        }

    def _parts(
        self, text: nodes.Text, uses: Iterable[re.Match[str]], spelled: Mapping[str, Explained], linked: set[str]
    ) -> Iterator[nodes.Node]:
        """The text in pieces; what is explained at one place is linked once."""
        end = 0
        for use in uses:
            explained = spelled[use[0]]
            if explained[1] not in linked:
                linked.add(explained[1])
                yield nodes.Text(text[end : use.start()])
                yield self._link(use[0], *explained)
                end = use.end()
        yield nodes.Text(text[end:])

    def _link(self, words: str, page: str, anchor: str, meaning: str) -> nodes.reference:
        address = f"{self.app.builder.get_relative_uri(self.env.docname, page)}#{anchor}"
        classes = ["kb-term", "kb-tip"]
        return nodes.reference("", words, internal=True, refuri=address, reftitle=meaning, classes=classes)


def note(app: Sphinx, document: nodes.document) -> None:
    """Note what a page explains, as it is read."""
    terms: dict[str, tuple[str, str]] = {}
    for item in document.findall(nodes.definition_list_item):
        if isinstance(item.parent.parent, addnodes.glossary):
            meaning = _meaning(item)
            terms.update({term.astext(): (term["ids"][0], meaning) for term in item.findall(nodes.term)})
    if terms:
        knowledge_of(app.env).terms[app.env.docname] = terms


def register(app: Sphinx) -> None:
    """Connect the noting and the linking."""
    app.add_config_value("kb_plain_words", (), "html", (tuple, list))
    app.connect("doctree-read", note)
    app.add_post_transform(LinkTerms)


def _meaning(item: nodes.definition_list_item) -> str:
    """The words of a definition, without the clause that only points to another page."""
    told = ""
    for part in next(iter(item.findall(nodes.paragraph)), nodes.paragraph()).children:
        if isinstance(part, addnodes.pending_xref):
            if part["refdomain"] != "cite":
                told = re.split(r"[;,.:] (?!.*[;,.:] )", told)[0]
            break
        told += part.astext()
    return " ".join(told.split())


def _spelled(terms: Mapping[str, Explained], text: str) -> dict[str, Explained]:
    """Each way to write a term that occurs in a text, the longest first.

    One that is written small may begin a sentence and stand for many; a name or an abbreviation stands as it is.
    """
    ways: dict[str, Explained] = {}
    for term, explained in terms.items():
        first = dict.fromkeys((term, term[:1].upper() + term[1:])) if term.islower() else (term,)
        ways |= {way + ending: explained for way in first for ending in ("", "s") if term.islower() or not ending}
    return {way: ways[way] for way in sorted(ways, key=lambda way: (-len(way), way)) if way in text}


def _is_open(text: nodes.Node) -> bool:
    """May a link stand there?"""
    above = text.parent
    while above is not None:
        if isinstance(above, CLOSED) or WHOLE & set(above.get("classes", ())):
            return False
        above = above.parent
    return True
