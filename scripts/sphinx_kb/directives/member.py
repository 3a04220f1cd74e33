"""A member on one sheet: where it belongs, what it agreed to, which posts it held, and what a page names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import ClassVar

from docutils import nodes
from sphinx.util.typing import OptionSpec

from kb.core.derive import told_on
from kb.core.doubt import is_in_doubt
from kb.core.member import agreed, belonging, chosen, disputed, hosted, in_posts
from kb.core.model import Corpus, Statement
from sphinx_kb import nodes as kb_nodes
from sphinx_kb import words
from sphinx_kb.directives.sheet import ROWS, Item, Line, Sheet, capital, dated, joined, span
from sphinx_kb.directives.tables import day
from sphinx_kb.events import event
from sphinx_kb.judged import verdict

MOST = 6
"""So many days on which it agreed to something are told one by one; of more, how many, the first and the last."""
IN_DOUBT = 3
"""So many questions that are in doubt stand on the sheet."""
HELD = 3
"""So many of the events that it hosted are named, the newest; those before are counted."""


class Member(Sheet):
    """A table from the ledger, with the rows that the page names between what holds of every member."""

    option_spec: ClassVar[OptionSpec] = ROWS

    def write(self, corpus: Corpus) -> list[nodes.Node]:
        """A table of questions and answers."""
        state = self.argument()
        return [self.laid_out(corpus, self._lines(corpus, state))]

    def _lines(self, corpus: Corpus, state: str) -> Iterator[Line]:
        yield Line("Membership", tuple(Item(_belongs(corpus, s), (s,)) for s in belonging(corpus, state)))
        yield from _agreed(corpus, agreed(corpus, state))
        yield from _posts(corpus, state, in_posts(corpus, state))
        for title, ids in self.rows():
            yield _named(corpus, state, title, ids)
        yield Line("In doubt", tuple(_in_doubt(corpus, state)), apart=True, without="no question on it")


def _belongs(corpus: Corpus, statement: Statement) -> str:
    body = corpus.entities[statement.subject].called
    left = corpus.properties[statement.property].roll == "left"
    role = (statement.as_ or "").replace("-", " ")
    return capital(f"{body}: {joined([role, day(statement) if left else span(statement)])}")


def _agreed(corpus: Corpus, statements: Iterable[Statement]) -> Iterator[Line]:
    """A line for each thing that it did: signed, ratified."""
    for label, those in _grouped(corpus, statements):
        items = [Item(f"{corpus.entities[s.subject].called}, {kb_nodes.said(corpus, s)}", (s,)) for s in those]
        if len(items) > MOST:
            first, last = those[0], those[-1]
            items = [Item(f"{len(items)} instruments, from {items[0].told}, to {items[-1].told}", (first, last))]
        yield Line(capital(label), tuple(items))


def _posts(corpus: Corpus, state: str, statements: Iterable[Statement]) -> Iterator[Line]:
    """A line for what it held itself, one for what its nationals did."""
    for label, those in _grouped(corpus, statements):
        own = [s for s in those if state in _ids(s)]
        theirs = [s for s in those if state not in _ids(s)]
        if own:
            yield Line(f"{capital(label)} it", tuple(_post_by_post(corpus, own, named=False)))
        if theirs:
            yield Line("Posts of nationals", tuple(_post_by_post(corpus, theirs, named=True)))


def _post_by_post(corpus: Corpus, statements: list[Statement], named: bool) -> Iterator[Item]:
    """The times in one post after those in another; a post is called by its name once."""
    posts = list(dict.fromkeys(s.subject for s in statements))
    before = ""
    for each in sorted(statements, key=lambda s: posts.index(s.subject)):
        post = "" if each.subject == before else f"{corpus.entities[each.subject].called}: "
        who = [kb_nodes.said(corpus, each), each.as_ or ""] if named else []
        yield Item(post + joined([*who, span(each)]), (each,))
        before = each.subject


def _named(corpus: Corpus, state: str, title: str, ids: list[str]) -> Line:
    """What a page names: events by their names and days, statements each on a line."""
    wholes = [id for id in ids if id in corpus.entities]
    if wholes:
        those = (s for whole in wholes for s in hosted(corpus, state, whole))
        return Line(title, tuple(_newest(held(corpus, those))))
    told = (Item(dated(event(corpus, s), day(s)), (s,)) for s in chosen(corpus, state, ids))
    return Line(title, tuple(told), apart=True)


def _newest(items: list[Item]) -> Iterator[Item]:
    """The last events that it hosted, and how many there were before."""
    before, shown = items[:-HELD], items[-HELD:]
    if before:
        yield Item(f"{len(items)} known, of which the first: {before[0].told}", before[0].statements)
        shown = [Item(f"the newest: {shown[0].told}", shown[0].statements), *shown[1:]]
    yield from shown


def held(corpus: Corpus, statements: Iterable[Statement]) -> list[Item]:
    """Events with their days, the first to be held first; where sources differ on the days, with those of each."""
    those: dict[str, list[Statement]] = {}
    for statement in sorted(dict.fromkeys(statements), key=begun):
        those.setdefault(statement.subject, []).append(statement)
    return [Item(_held(corpus, subject, each), tuple(each)) for subject, each in those.items()]


def begun(statement: Statement) -> date:
    """The first day on which it may hold, by which statements are put in order."""
    told = told_on(statement)[1]
    return told.earliest if told else date.max


def _held(corpus: Corpus, event: str, statements: list[Statement]) -> str:
    """``Minsk session of 2017 (30 November)``: the year stands in most names, and is then not said again."""
    name = corpus.entities[event].label
    days = [words.when(day) for s in statements if (day := told_on(s)[1])]
    told = " or ".join(dict.fromkeys(_without(day, name) for day in days))
    aside = joined([told, "as planned" * all(s.planned for s in statements)])
    return capital(f"{name} ({aside})" if aside else name)


def _without(day: str, name: str) -> str:
    """A day without its year, if the name has it."""
    year = day[-4:]
    return day.replace(f" {year}", "").removesuffix(year).strip() if year in name else day


def _in_doubt(corpus: Corpus, state: str) -> Iterator[Item]:
    """The questions on it that are in doubt, each with what is followed, or that it is left open."""
    doubted = [each for each in disputed(corpus, state) if is_in_doubt(corpus, corpus.sources, each)]
    for judgement in doubted[:IN_DOUBT]:
        told = tuple(corpus.statements[id] for id in judgement.statements if id in corpus.statements)
        if judgement.follow:
            yield Item(f"{judgement.question} {capital(verdict(corpus, judgement))}", told[:1], judgement)
        else:
            between = f"Left open between {words.plural(len(told), 'account')}"
            yield Item(f"{judgement.question} {between}", told[:2], judgement)


def _grouped(corpus: Corpus, statements: Iterable[Statement]) -> Iterator[tuple[str, list[Statement]]]:
    """Statements by the label of their property, in the order of the schema."""
    places = {name: place for place, name in enumerate(corpus.properties)}
    ordered = sorted(statements, key=lambda s: places[s.property])  # which keeps the order of days
    for name, those in groupby(ordered, key=lambda s: s.property):
        yield corpus.properties[name].label, list(those)


def _ids(statement: Statement) -> tuple[str, ...]:
    return statement.value if isinstance(statement.value, tuple) else ()
