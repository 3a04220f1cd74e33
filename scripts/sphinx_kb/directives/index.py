"""The ledger's index, and how much it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from docutils import nodes

from kb.core.model import Corpus, Entity
from kb.query.balance import newest
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.nodes import paragraph, section, text
from sphinx_kb.words import plural


class Entities(LedgerDirective):
    """All entities by kind."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A section for each kind."""
        kinds = [kind for kind in corpus.kinds if any(e.kind == kind for e in corpus.entities.values())]
        return [self._kind(corpus, kind) for kind in kinds]

    def _kind(self, corpus: Corpus, kind: str) -> nodes.section:
        entities = sorted((e for e in corpus.entities.values() if e.kind == kind), key=lambda e: e.label)
        made = section(corpus.kinds[kind].many, kind, kb_nodes.bullets(map(self._item, entities), "kb-index"))
        made["classes"].append("kb-kind")
        return made

    def _item(self, entity: Entity) -> list[nodes.Node]:
        line = paragraph(kb_nodes.link("entity", entity.id, entity.label))
        claims = sum(s.is_claim for s in entity.statements)
        held = [
            (len(entity.statements) - claims, "statement"),
            (claims, "claim"),
            (len(entity.judgements), "judgement"),
        ]
        counted = ", ".join(plural(number, noun) for number, noun in held if number)
        if counted:
            line += [nodes.Text(" "), text(counted, "kb-note")]
        return [line]


class Totals(LedgerDirective):
    """How many statements, claims, sources and disagreements there are, and up to which day they reach."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A line of figures."""
        made = nodes.container(classes=["kb-totals"], is_div=True)
        made += kb_nodes.bullets([[paragraph(*parts)] for parts in self._figures(corpus)], "kb-totals")
        return [made]

    def _figures(self, corpus: Corpus) -> Iterable[list[nodes.Node]]:
        claims = sum(statement.is_claim for statement in corpus.statements.values())
        ranks = Counter(source.rank for source in corpus.sources.values())
        yield _figure(len(corpus.statements) - claims, "statement", "ledger")
        yield _figure(claims, "claim", "ledger", "attributed ")
        yield [*_figure(len(corpus.sources), "source"), nodes.Text(f", {ranks['primary']} primary")]
        yield [*_figure(len(corpus.judgements), "disagreement", "", "", " judged")]
        yield from self._newest(corpus)

    def _newest(self, corpus: Corpus) -> Iterable[list[nodes.Node]]:
        """Up to which day the sources reach."""
        last = newest(corpus)
        if last is not None:
            key, day = last
            found = (e for s in corpus.statements.values() for e in s.evidence if e.by == key)
            cited = kb_nodes.cited(self.env, self.state.document, [next(found)])
            yield [nodes.Text("newest report of "), text(words.day(day), "kb-number"), nodes.Text(" "), cited]


def _figure(number: int, noun: str, where: str = "", before: str = "", after: str = "") -> list[nodes.Node]:
    said = plural(number, noun).partition(" ")
    parts: list[nodes.Node] = [text(said[0], "kb-number"), nodes.Text(f" {before}{said[2]}{after}")]
    return [kb_nodes.link(where, "", nodes.inline("", "", *parts))] if where else parts
