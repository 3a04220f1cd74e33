"""Where a place leads: to the statement behind it, and back to all that rests on a statement or a source."""

from __future__ import annotations

from collections.abc import Iterator

from kb.core.mark import Mark
from kb.core.model import Statement
from kb.core.told import told
from kb.run.standing import standing
from kb_lsp.look import Look
from kb_lsp.shown import best
from kb_lsp.spot import Spot, page_of


def definitions(look: Look, spot: Spot) -> Iterator[Mark]:
    """Where it is written: the statements of a figure, the entry of a source, the record of an id."""
    corpus = look.corpus
    if spot.figure:
        yield from (corpus.statements[id].mark for id in best(look, spot.figure) if id in corpus.statements)
    elif spot.statement:
        yield spot.statement.mark
    elif spot.source in corpus.sources:
        yield corpus.sources[spot.source].mark
    elif spot.entity in corpus.entities:
        yield corpus.entities[spot.entity].mark


def references(look: Look, spot: Spot) -> Iterator[Mark]:
    """What rests on it: the sentences of all pages, and the records of the ledger."""
    if spot.statement:
        yield from _of_statement(look, spot.statement)
    elif spot.source:
        rests = look.corpus.by_source.get(spot.source, ())
        yield from (e.marks.get("by", e.mark) for each in rests for e in each.evidence if e.by == spot.source)
        yield from _citing(look, spot.source)
    elif spot.entity:
        every = look.corpus.statements.values()
        yield from (mark for each in every for mark in _naming(each, spot.entity))
        yield from (each.mark for page in look.corpus.pages for each in page.references if each.id == spot.entity)


def _of_statement(look: Look, statement: Statement) -> Iterator[Mark]:
    """The sentences whose figures it carries or that cite where it stands, and what shows it by a directive."""
    for page in look.corpus.pages:
        read = page_of(look, page.path)
        if read is None:
            continue
        figures = (f.scope.sentence.mark for f in read.figures if statement.id in f.statements)
        told_by = (each.resting for each in standing(look.asking, page))
        cited = (each.scope.sentence.mark for each in told_by if statement.id in each.rests.values())
        yield from dict.fromkeys((*figures, *cited))
        yield from (each.mark for each in page.asked if statement in told(each, look.corpus))


def _citing(look: Look, key: str) -> Iterator[Mark]:
    for page in look.corpus.pages:
        cited = (c for block in page.blocks for sentence in block.sentences for c in sentence.citations)
        yield from (each.mark for each in cited if each.key == key)


def _naming(statement: Statement, entity: str) -> Iterator[Mark]:
    """Where a statement names an entity."""
    fields = {
        "value": statement.value if isinstance(statement.value, tuple) else (),
        "who": statement.who,
        "where": statement.where,
        "with": statement.with_,
        "author": statement.author,
    }
    for field, named in fields.items():
        for n, id in enumerate(named):
            if id == entity:
                yield statement.marks.get(f"{field}.{n}", statement.mark)
    for event in statement.events:
        yield from (event.marks.get(field, event.mark) for field, id in event.named if id == entity)
