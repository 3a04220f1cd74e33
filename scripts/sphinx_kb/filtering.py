"""A filter of the timelines of a page in its tree: a picture of all that they tell, and what a reader may choose.

The build writes the whole form; ``filter.js`` shows it and does as it says. Without scripts there is no form, and all
is shown. Print leaves the form out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.transforms import SphinxTransform

from kb.core.model import Corpus, Statement
from sphinx_kb import timeline as told
from sphinx_kb.charts.nodes import pictured
from sphinx_kb.charts.scene import NARROW, WIDE
from sphinx_kb.charts.timeline import timeline
from sphinx_kb.knowledge import corpus_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

ROWS = "timeline"
"""The class of a table whose rows are filtered."""
Choice = tuple[str, str, int]
"""A class of rows, what it is called, and how many rows have it."""


class TimelineFilter(nodes.General, nodes.Element):
    """What a reader may choose; ``title`` is that of the picture, ``choices`` are of kinds, then of actors."""


class FillFilters(SphinxTransform):
    """Give a filter its picture and its choices as soon as all timelines of its page are read."""

    default_priority = 400

    def apply(self, **kwargs: Any) -> None:
        """Fill each filter; one on a page without timelines stays empty."""
        corpus = corpus_of(self.env)
        for place in self.document.findall(TimelineFilter):
            rows = {row: corpus.statements[id] for row, id in self._rows() if id in corpus.statements}
            statements = list(dict.fromkeys(rows.values()))
            for row, statement in rows.items():
                row["classes"] += told.names(corpus, statement)
            if statements:
                place["choices"] = (_kinds(corpus, statements), _actors(corpus, statements))
                ids = [each.id for each in statements]
                place += pictured(timeline(corpus, ids, WIDE), timeline(corpus, ids, NARROW), place["title"])

    def _rows(self) -> Iterator[tuple[nodes.row, str]]:
        """Each row with its statement: it is the first that the row links to."""
        for table in self.document.findall(nodes.table):
            for row in table.findall(nodes.row) if ROWS in table["classes"] else ():
                links = (link for link in row.findall(pending_xref) if link["reftype"] == "statement")
                yield from ((row, link["reftarget"]) for link in list(links)[:1])


def _kinds(corpus: Corpus, statements: Sequence[Statement]) -> list[Choice]:
    found = Counter(told.kind(corpus, each) for each in statements)
    return [(f"kb-kind-{id}", corpus.kinds[id].many, found[id]) for id in corpus.kinds if found[id]]


def _actors(corpus: Corpus, statements: Sequence[Statement]) -> list[Choice]:
    found = Counter(id for each in statements for id in told.actors(corpus, each))
    named = ((corpus.entities[id].called, id) for id in found)
    ordered = sorted(named, key=lambda each: each[0].removeprefix("the ").casefold())
    return [(f"kb-who-{id}", f"{label[:1].upper()}{label[1:]}", found[id]) for label, id in ordered]


def register(app: Sphinx) -> None:
    """Only the site filters; elsewhere the picture stands as it is."""
    nothing = (_nothing, _nothing)
    app.add_node(
        TimelineFilter, html=(_open, _close), text=nothing, latex=nothing, man=nothing, texinfo=nothing, typst=nothing
    )
    app.add_transform(FillFilters)
    app.connect("html-page-context", _load)


def _load(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is not None and isinstance(app.builder, StandaloneHTMLBuilder) and any(doctree.findall(TimelineFilter)):
        app.add_js_file("filter.js", loading_method="defer")


def _open(self: HTML5Translator, node: TimelineFilter) -> None:
    kinds, actors = node.get("choices", ((), ()))
    self.body.append(
        '<form class="kb-filter" hidden>'
        f"{_select('kind', 'Kind', 'All kinds', kinds)}{_select('who', 'Who', 'Everybody', actors)}"
        '<button type="reset">Show all</button><output aria-live="polite"></output></form>\n'
    )


def _select(name: str, label: str, every: str, choices: Sequence[Choice]) -> str:
    options = "".join(f'<option value="{escape(id)}">{escape(called)} ({n})</option>' for id, called, n in choices)
    return f'<label>{label} <select name="{name}"><option value="">{every}</option>{options}</select></label>'


def _close(self: HTML5Translator, node: TimelineFilter) -> None:
    """Its picture stands behind the form."""


def _nothing(self: nodes.NodeVisitor, node: TimelineFilter) -> None:
    """Neither opens nor closes anything."""
