"""Tables told from the ledger: members, tenures, statements, articles and timelines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from docutils import nodes

from kb.core.dates import Date
from kb.core.derive import dates, holds_on, overruled, tenures, told_on
from kb.core.model import Corpus, Statement
from kb.core.truth import Truth
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.directives.base import LedgerDirective
from sphinx_kb.events import event
from sphinx_kb.nodes import paragraph, text
from sphinx_kb.roles import Impossible, asked

SHOWN = 2
"""How many pieces of evidence a row of a timeline cites; the ledger shows all."""


def begins(statement: Statement) -> date:
    """The day by which statements are put in order."""
    first = _first(statement)
    return first.earliest if first else date.max


def _first(statement: Statement) -> Date | None:
    return told_on(statement)[1] or next(iter(dates(statement)), None)


class Members(LedgerDirective):
    """Who belongs to a body and since when; with ``@ DATE``, who belonged on that day."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A table of memberships."""
        body, asked_of = asked(self.argument(), corpus)
        found = [s for s in corpus.entities[body].statements if _is_member(corpus, s)]
        if "@" in self.argument():
            found = [s for s in found if holds_on(corpus, s, asked_of) is not Truth.NEVER]
        if not found:
            raise Impossible(f"the ledger has no members of {body!r}")
        found.sort(key=lambda s: (kb_nodes.said(corpus, s), begins(s)))
        return [_intervals(self, corpus, found, "Member")]


def _is_member(corpus: Corpus, statement: Statement) -> bool:
    declared = corpus.properties.get(statement.property)
    return declared is not None and declared.roll == "member" and not overruled(corpus, statement)


class Tenures(LedgerDirective):
    """Who held a post, in order."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A table of tenures."""
        post, _ = asked(self.argument(), corpus)
        found = tenures(corpus, post)
        if not found:
            raise Impossible(f"the ledger knows nobody who held {post!r}")
        return [_intervals(self, corpus, found, "Holder")]


def _intervals(directive: LedgerDirective, corpus: Corpus, found: Iterable[Statement], who: str) -> nodes.table:
    rows = []
    for statement in found:
        name = paragraph(*kb_nodes.value(corpus, statement))
        if statement.as_:
            name += [nodes.Text(" "), text(statement.as_.replace("-", " "), "kb-tag")]
        time = paragraph(kb_nodes.link("statement", statement.id, words.span(statement) or "no dates", "kb-agreed"))
        if statement.inferred:
            time += [nodes.Text(" "), text("inferred", "kb-tag")]
        rows.append(kb_nodes.row([[name], [time], [paragraph(_sources(directive, statement))]]))
    return kb_nodes.table((who, "When", "Sources"), (30, 40, 30), rows, "kb-table")


def _sources(directive: LedgerDirective, statement: Statement) -> nodes.Node:
    return kb_nodes.cited(directive.env, directive.state.document, statement.evidence)


class Statements(LedgerDirective):
    """Statements with all they rest on."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A table of statements, a table of claims, or both."""
        found = self.named()
        plain = [self.teller.statement_row(s, subject=True) for s in found if not s.is_claim]
        claims = [self.teller.claim_row(s) for s in found if s.is_claim]
        made: list[nodes.Node] = []
        if plain:
            made.append(kb_nodes.table(("What", "Value", "On what it rests"), (20, 40, 40), plain, "kb-table"))
        if claims:
            made.append(kb_nodes.table(("Who", "Claim", "On what it rests"), (20, 40, 40), claims, "kb-table"))
        return made


class Articles(LedgerDirective):
    """What the ledger says article by article of an instrument."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A table by article number."""
        id, _ = asked(self.argument(), corpus)
        found = [s for s in corpus.entities[id].statements if s.articles]
        if not found:
            raise Impossible(f"the ledger says nothing of the articles of {id!r}")
        rows = []
        for statement in sorted(found, key=lambda s: (s.articles, begins(s))):
            number = paragraph(words.listed([str(n) for n in statement.articles]))
            what = paragraph(kb_nodes.link("statement", statement.id, kb_nodes.brief(corpus, statement), "kb-agreed"))
            rows.append(kb_nodes.row([[number], [what], [paragraph(_sources(self, statement))]]))
        return [kb_nodes.table(("Article", "What is said of it", "Sources"), (12, 58, 30), rows, "kb-table")]


class Timeline(LedgerDirective):
    """What happened when, in order."""

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A table of days and what is said of them."""
        found = [s for s in self.named() if begins(s) != date.max and not overruled(corpus, s)]
        if not found:
            raise Impossible("none of these has a date")
        rows = []
        for statement in sorted(found, key=begins):
            what = paragraph(*self._event(corpus, statement), " ")
            what += kb_nodes.cited(self.env, self.state.document, statement.evidence[:SHOWN])
            rows.append(kb_nodes.row([[paragraph(day(statement))], [what]]))
        return [kb_nodes.table(("When", "What"), (24, 76), rows, "timeline", "kb-table")]

    def _event(self, corpus: Corpus, statement: Statement) -> Iterable[nodes.Node]:
        yield kb_nodes.link("statement", statement.id, event(corpus, statement), "kb-agreed")
        if statement.where and not isinstance(statement.value, str):
            yield nodes.Text(", ")
            yield from kb_nodes.entities(corpus, statement.where)


def day(statement: Statement) -> str:
    """The first day that it tells, in words."""
    first = _first(statement)
    return words.when(first) if first else ""
