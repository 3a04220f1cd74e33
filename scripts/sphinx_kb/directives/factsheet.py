"""All that the ledger knows of one day on one sheet: members, posts, instruments, forces, and what a page names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.typing import OptionSpec

from kb.core.derive import has_roll, overruled, tenures
from kb.core.model import Corpus, Count, Statement
from kb.core.truth import Truth
from kb.query.questions import Answer, holder, in_force_of, members_of
from kb.query.sheet import first_day, newest, of_the_year, strengths, watching
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.directives.member import begun, held
from sphinx_kb.directives.sheet import ROWS, Item, Line, Sheet, capital, dated, joined
from sphinx_kb.directives.tables import day as day_of
from sphinx_kb.events import event
from sphinx_kb.nodes import paragraph
from sphinx_kb.roles import Impossible, on_day


class FactSheet(Sheet):
    """A table of one day: that of ``:day:``, else that of the setting ``kb_fact_sheet_day``, else the last one."""

    optional_arguments = 0
    option_spec: ClassVar[OptionSpec] = {**ROWS, "day": directives.unchanged_required}

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """The day, and a table of questions and answers."""
        day = self._day(corpus)
        told = paragraph(nodes.strong("", f"On {words.day(day)}"), classes=["kb-chart-title"])
        return [told, self.laid_out(corpus, self._lines(corpus, day))]

    def _day(self, corpus: Corpus) -> date:
        written = self.options.get("day") or self.config.kb_fact_sheet_day
        day = on_day(written) if written else corpus.today
        first = first_day(corpus)
        if first is None:
            raise Impossible("the ledger knows of no members on any day")
        if not first <= day <= corpus.today:
            where = "before" if day < first else "after"
            span = f"{words.day(first)} to {words.day(corpus.today)}"
            raise Impossible(f"{words.day(day)} is {where} what the ledger knows: name a day from {span}")
        return day

    def _lines(self, corpus: Corpus, day: date) -> Iterator[Line]:
        yield from _members(corpus, day)
        yield Line("Observers", tuple(_item(corpus, s) for s in watching(corpus, day)))
        yield Line("Posts", tuple(_posts(corpus, day)))
        yield Line("In force", tuple(_in_force(corpus, day)))
        yield Line("Strength", tuple(_strength(corpus, those) for those in strengths(corpus, day)))
        for title, ids in self.rows():
            yield _named(corpus, title, ids, day)


def _members(corpus: Corpus, day: date) -> Iterator[Line]:
    """A line for each body, with its members in one answer, which rests on all their statements."""
    for body in (entity for entity in corpus.entities.values() if has_roll(corpus, entity.id)):
        those = list(members_of(corpus, body.id, day))
        if those:
            told = words.listed([_possibly(each.answer, each.certainty) for each in those])
            yield Line(capital(body.called), (Item(told, tuple(s for each in those for s in each.statements)),))


def _possibly(told: str, surely: Truth) -> str:
    return told if surely is Truth.SURELY else f"possibly {told}"


def _item(corpus: Corpus, statement: Statement) -> Item:
    return Item(f"{corpus.entities[statement.subject].label}: {kb_nodes.said(corpus, statement)}", (statement,))


def _posts(corpus: Corpus, day: date) -> Iterator[Item]:
    """Who holds each post, and since when."""
    for post in corpus.entities:
        for answer in _surest(holder(corpus, post, day) if tenures(corpus, post) else ()):
            (tenure,) = answer.statements
            label = "" if corpus.entities[post].acts_as == "office" else f", {kb_nodes.label(corpus, tenure)}"
            since = f"since {words.when(tenure.from_)}" if tenure.from_ else ""
            told = joined([_possibly(answer.answer, answer.certainty), since])
            yield Item(f"{capital(corpus.entities[post].called)}{label}: {told}", (tenure,))


def _surest(answers: Iterable[Answer]) -> list[Answer]:
    """Who surely holds a post, where somebody does: those whose end is not known have then made way."""
    those = list(answers)
    return [each for each in those if each.certainty is Truth.SURELY] or those


def _in_force(corpus: Corpus, day: date) -> Iterator[Item]:
    found = ((entity, answer) for entity in corpus.entities.values() for answer in in_force_of(corpus, entity, day))
    for entity, answer in sorted(found, key=lambda each: begun(each[1].statements[0])):
        since = " or ".join(dict.fromkeys(kb_nodes.said(corpus, s) for s in answer.statements))
        yield Item(_possibly(f"{entity.called}, since {since}", answer.certainty), answer.statements)


def _strength(corpus: Corpus, statements: Iterable[Statement]) -> Item:
    """``The rapid reaction force: 20,000 people, 2013``; where sources of that year differ, each number."""
    those = list(statements)
    told = " or ".join(dict.fromkeys(_number(corpus, s) for s in those))
    return Item(f"{capital(corpus.entities[those[0].subject].called)}: {told}", tuple(those))


def _number(corpus: Corpus, statement: Statement) -> str:
    number = kb_nodes.said(corpus, statement) if isinstance(statement.value, Count) else ""
    aside = "not followed here" if overruled(corpus, statement) else ""
    return joined([number, day_of(statement), aside])


def _named(corpus: Corpus, title: str, ids: list[str], day: date) -> Line:
    """What a page names: the events of the year, or the newest of some statements."""
    if any(id in corpus.entities for id in ids):
        return Line(title, tuple(held(corpus, of_the_year(corpus, ids, day))))
    told = (Item(dated(event(corpus, s), day_of(s)), (s,)) for s in newest(corpus, ids, day))
    return Line(title, tuple(told), apart=True)
