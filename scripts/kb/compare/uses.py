"""Everything that rests on a statement or a source, or on all that is stated of an entity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.annotate.sentences import annotated
from kb.annotate.spans import AnnotatedPage, AnnotatedSentence
from kb.compare.fields import Ids, told
from kb.compare.reach import BRIEFS
from kb.compare.resting import RestingOn
from kb.compare.units import Unit, units
from kb.compare.wording import worded
from kb.core.mark import Mark
from kb.core.model import Corpus
from kb.core.nearest import did_you_mean
from kb.run.fixtures import Run

HOW = ("backs", "points", "judged", "told", "shown")
"""How something rests on it: a statement on a source, a record or a judgement on a statement, a page on either."""


class UnknownId(ValueError):
    """Nothing is called so; the message names what is called nearly so."""


@dataclass(frozen=True, slots=True)
class Use:
    """One thing that rests on it: how, where it stands, what it is, and on which statement or source it rests."""

    how: str
    mark: Mark
    what: str
    on: str

    @property
    def is_brief(self) -> bool:
        """Does it stand in a brief?"""
        return self.mark.path.startswith(BRIEFS)


def uses(run: Run, name: str) -> tuple[Use, ...]:
    """What rests on a statement, a source, or the statements of an entity, sorted by how and by place."""
    corpus = run.corpus
    ids = _meant(corpus, name)
    found = [*_pages(run, name, ids), *_ledger(corpus, ids)]
    if name in corpus.sources:
        found += [Use("backs", corpus.statements[id].mark, told(corpus.statements[id]), id) for id in ids]
    return tuple(sorted(dict.fromkeys(found), key=lambda use: (HOW.index(use.how), use.mark, use.on)))


def _meant(corpus: Corpus, name: str) -> tuple[str, ...]:
    """The statements that are meant by an id or a key."""
    if name in corpus.statements:
        return (name,)
    if name in corpus.entities:
        return tuple(statement.id for statement in corpus.entities[name].statements)
    if name in corpus.sources:
        return tuple(statement.id for statement in corpus.by_source.get(name, ()))
    known = {**corpus.statements, **corpus.entities, **corpus.sources}
    near = did_you_mean(name, known)
    help = near or "write the id of a statement such as `league#founded-1990`, or a key of refs.bib"
    raise UnknownId(f"no statement, entity or source is called {name[:80]!r}; {help}")


def _pages(run: Run, name: str, ids: tuple[str, ...]) -> Iterator[Use]:
    """The sentences that tell it, and the tables, timelines, charts and roles that show it."""
    resting = RestingOn(run)
    pages = [page for page in run.corpus.pages if page.vouched]
    sentences = {scope: unit for page in pages for scope, unit in _scopes(run.ask(annotated, page=page)).items()}
    if name in run.corpus.sources:
        scopes = [(name, scope) for _, scope in resting.citing(name)]
    else:
        scopes = [(id, scope) for id, those in resting.told(ids).items() for scope in those]
    for on, scope in scopes:
        unit = sentences.get(scope)
        if unit:
            yield Use("told", Mark(unit.path, unit.line), unit.text, on)
    for page in pages:
        for each in resting.displays(page):
            if each.statement in ids:
                yield Use("shown", Mark(page.path, each.mark.line), f"by {each.by}", each.statement)


def _scopes(page: AnnotatedPage) -> dict[AnnotatedSentence, Unit]:
    return {scope: unit for unit in units(page) for scope in unit.scopes}


def _ledger(corpus: Corpus, ids: tuple[str, ...]) -> Iterator[Use]:
    """The judgements that speak of it, and the statements that point at it."""
    known = Ids(corpus.statements)
    for id in ids:
        for judgement in corpus.judged.get(id, ()):
            yield Use("judged", judgement.mark, worded(judgement.question), id)
    wanted = {*ids}
    for statement in corpus.statements.values():
        for order in statement.orders:
            than = known.whole(order.than, statement.subject) if order.than else ""
            if than in wanted:
                yield Use("points", order.mark, f"{statement.id} says {order.field.partition('.')[0]}", than)
        newer = known.whole(statement.superseded_by, statement.subject) if statement.superseded_by else ""
        if newer in wanted:
            yield Use("points", statement.mark, f"{statement.id} is replaced by it", newer)
