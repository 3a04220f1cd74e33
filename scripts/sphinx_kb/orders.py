"""How order words of the ledger are said on a page: after what, how long before it, within what time of it."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from kb.core.model import Corpus, Order, Statement
from sphinx_kb import nodes as kb_nodes

_BESIDE = {"later": "later than ", "earlier": "earlier than ", "within": "of "}
"""What stands between a length and that from which it is counted."""


def told(corpus: Corpus, statement: Statement) -> Iterator[tuple[str, list[nodes.Node]]]:
    """Each order word with the rest of its line: ``after`` and a link, ``within`` and ``3 months of`` a link."""
    for order in statement.orders:
        word = order.field.partition(".")[0]
        parts: list[nodes.Node] = [nodes.Text(f"{order.length} ")] if order.length else []
        if order.than:
            parts += [nodes.Text(_BESIDE.get(word, "")), _link(corpus, order, statement.subject)]
        yield ("" if word in ("later", "earlier") else word), parts


def _link(corpus: Corpus, order: Order, subject: str) -> nodes.Node:
    """A link to the statement or entity that is meant, under the name it was written with."""
    for id in order.meant(subject):
        if id in corpus.statements:
            return kb_nodes.link("statement", id, order.than)
        if id in corpus.entities:
            return kb_nodes.entity(corpus, id)
    return nodes.Text(order.than)
