"""A part of the ledger that can stand alone: some statements, and all that is needed to read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.core.derive import entities
from kb.core.model import Corpus, Entity, Judgement, Source, Statement

Disputes = Mapping[str, tuple[str, ...]]
"""For each statement in dispute those that it cannot be squared with, or is judged against."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Statements, with the entities that they name, the judgements that speak of them, and their sources."""

    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    judgements: tuple[Judgement, ...]
    sources: tuple[Source, ...]

    @classmethod
    def whole(cls, corpus: Corpus) -> Excerpt:
        """All of it."""
        statements, sources = tuple(corpus.statements.values()), tuple(corpus.sources.values())
        return cls(tuple(corpus.entities.values()), statements, corpus.judgements, sources)

    @classmethod
    def of(cls, corpus: Corpus, statements: Iterable[Statement], cited: Iterable[str] = ()) -> Excerpt:
        """These statements, and what is ``cited`` beside them by its keys, each in the order of the ledger."""
        told = tuple(statements)
        named = {id for each in told for id in (each.subject, *entities(each))}
        keys = {*cited, *(evidence.by for each in told for evidence in each.evidence)}
        judged = dict.fromkeys(judgement for each in told for judgement in corpus.judged.get(each.id, ()))
        return cls(
            tuple(entity for id, entity in corpus.entities.items() if id in named),
            told,
            tuple(judged),
            tuple(source for key, source in corpus.sources.items() if key in keys),
        )
