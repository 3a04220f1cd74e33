"""A part of the ledger that can stand alone: some statements, and all that is needed to read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

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
        of_entities, of_sources = _order(corpus)
        return cls(
            tuple(corpus.entities[id] for id in sorted(named & of_entities.keys(), key=of_entities.__getitem__)),
            told,
            tuple(judged),
            tuple(corpus.sources[key] for key in sorted(keys & of_sources.keys(), key=of_sources.__getitem__)),
        )


@lru_cache(maxsize=2)
def _order(corpus: Corpus) -> tuple[dict[str, int], dict[str, int]]:
    """The places of all entities and sources: to look through all of them for each page would grow as its square."""
    return {id: n for n, id in enumerate(corpus.entities)}, {key: n for n, key in enumerate(corpus.sources)}
