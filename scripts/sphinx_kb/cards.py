"""Cards: what a figure or a mark rests on, whole, for whoever touches it.

The cards of a page stand once each in a script beside it, which ``kb.js`` loads when the first link is touched: most
readers open none, and a page that is opened as a file may fetch nothing but scripts. Without scripts a link still says
what its statement is, and leads to it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Set
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from kb.core.model import Corpus, Evidence, Statement
from kb.query.sentences import all_told
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.beside import lay
from sphinx_kb.domain import FACTS, also
from sphinx_kb.foreign import marked
from sphinx_kb.knowledge import corpus_of, knowledge_of
from sphinx_kb.sources.domain import cited_in
from sphinx_kb.tooltips import standing
from sphinx_kb.web.references import references

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_CITED = re.compile(r'(?P<link><a [^>]*href="[^"]*#(?P<anchor>cite-[\w.-]+)") title="[^"]*"')
PLACE = "_static/cards/{}.js"
"""Where the cards of a page lie."""
LISTED = 250
"""So many sources a page has at its foot."""
SHOWN = 4
"""How many sources a card holds; the ledger shows all."""


def add(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Lay the cards of all statements that the page links to beside it, each once, and tell it where."""
    builder = app.builder
    if doctree is None or not isinstance(builder, StandaloneHTMLBuilder):
        return
    cited = {link["anchor"] for link in _CITED.finditer(context["body"])}
    context["body"] = _CITED.sub(lambda link: link["link"], context["body"])  # what it says stands at the foot
    context["kb_references"] = _at_foot(app.env, cited)
    if builder.embedded or pagename.startswith(FACTS):  # a book; and there all statements stand anyway
        return
    teller = _Teller(app.env, builder, corpus_of(app.env), pagename, context.get("theme_source_ledger_link", ""))
    written = _script(teller, doctree)
    if written:
        path = PLACE.format(pagename)
        lay(app, path, written)
        address = f"{context['pathto'](path, 1)}?v={hashlib.sha256(written.encode()).hexdigest()[:8]}"
        context["metatags"] = f'{context.get("metatags", "")}<meta name="kb-cards" content="{escape(address)}">\n'


def _script(teller: _Teller, doctree: nodes.document) -> str:
    """The cards by their statements, and the further statements that a link may name; nothing where none is linked."""
    statements = teller.corpus.statements
    links = [tuple(link["kbcards"]) for link in doctree.findall(nodes.reference) if link.get("kbcards")]
    linked = dict.fromkeys(id for ids in links for id in ids if id in statements)
    told = {id: teller.card(statements[id]) for id in linked}
    more = {also(ids[1:]): ids[1:] for ids in links if len(ids) > 1}
    made = json.dumps({"cards": told, "also": more}, ensure_ascii=False, separators=(",", ":"))
    return f"window.kbCards = {made};\n" if told else ""


def _at_foot(env: BuildEnvironment, cited: Set[str]) -> str:
    """The sources of a page, each whole and once: to be read, printed and found there; a citation shows it as its card.

    A page of very many is itself a list, and its citations lead to the sources.
    """
    if len(cited) > LISTED:
        return ""
    return "".join(f'<li data-of="{anchor}">{text}</li>' for anchor, text in references(env, cited).items())


class _Teller:
    """Tells statements to the readers of one page."""

    def __init__(
        self, env: BuildEnvironment, builder: StandaloneHTMLBuilder, corpus: Corpus, page: str, source: str
    ) -> None:
        self.env, self.builder, self.corpus, self.page, self.source = env, builder, corpus, page, source
        self.cited = {citation.key: citation for citation in cited_in(env).citations}

    def card(self, statement: Statement) -> str:
        """What is said, who says so in which words, whether anybody disagrees, and where to read on."""
        time = words.span(statement) if isinstance(statement.value, str) else ""  # else it is told with the value
        noted = "; ".join(filter(None, [time, "inferred" if statement.inferred else ""]))
        said = kb_nodes.told(self.corpus, statement) + (f" ({noted})" if noted else "")
        told, known = all_told(self.corpus, statement), knowledge_of(self.env)
        parts = [
            f"<p>{escape(said)}</p>",
            *([f"<p>{escape(told)}</p>"] if told else []),
            f"<ul>{''.join(self._evidence(statement))}</ul>",
            f"<p>{escape(standing(self.corpus, statement, known.disputes, known.doubted))}</p>",
            f"<p>{' · '.join(self._links(statement))}</p>",
        ]
        return "".join(parts)

    def _evidence(self, statement: Statement) -> Iterator[str]:
        """A line for each source, with every place in it, its words, and how much of it was seen."""
        sources: dict[str, list[Evidence]] = {}
        for one in statement.evidence:
            sources.setdefault(one.by, []).append(one)
        for those in list(sources.values())[:SHOWN]:
            places = "; ".join(f"{escape(words.together(one.at))}{self._quote(one)}" for one in those)
            seen = words.listed(list(dict.fromkeys(kb_nodes.how_seen(self.corpus, one) for one in those)))
            yield f"<li>{self._source(those[0])}, {places} ({escape(seen)}){self._address(those[0])}</li>"
        if len(sources) > SHOWN:
            yield f"<li>and {words.plural(len(sources) - SHOWN, 'more source')}</li>"

    def _source(self, one: Evidence) -> str:
        cited = self.cited.get(one.by)
        if cited is None:
            return escape(one.by)
        return self._link(cited.bibliography_key.docname, cited.citation_id, cited.formatted_entry.label)

    def _quote(self, one: Evidence) -> str:
        return f': <q lang="{kb_nodes.language(self.corpus, one)}">{escape(one.quote)}</q>' if one.quote else ""

    def _address(self, one: Evidence) -> str:
        """The host of the source, as a link to where it was read."""
        source = self.corpus.sources.get(one.by)
        address = source.fields.get("url", "") if source else ""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
        return f' <a class="external" href="{escape(address)}">{escape(parts.hostname.removeprefix("www."))}</a>'

    def _links(self, statement: Statement) -> Iterable[str]:
        entity = self.corpus.entities[statement.subject]
        yield self._link(f"{FACTS}{statement.subject}", statement.slug, "In the ledger")
        yield self._link(f"{FACTS}{statement.subject}", "", f"All on {entity.label}")
        if self.source:
            mark = statement.mark
            yield f'<a href="{escape(self.source)}/{escape(mark.path)}#L{mark.line}">The line of the file</a>'

    def _link(self, docname: str, anchor: str, text: str) -> str:
        if docname not in self.env.all_docs:
            return escape(text)
        address = self.builder.get_relative_uri(self.page, docname) + (f"#{anchor}" if anchor else "")
        return f'<a href="{escape(address)}">{marked(escape(text))}</a>'
