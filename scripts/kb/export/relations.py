"""The ledger and its sources as relations, each after those that it names."""

from __future__ import annotations

from kb.export import of_entities, of_events, of_sources, of_statements
from kb.export.relation import Relation

RELATIONS: tuple[Relation, ...] = (
    of_entities.KINDS,
    of_entities.PROPERTIES,
    of_entities.ENTITIES,
    of_entities.NAMES,
    of_entities.WHOLES,
    of_entities.IDENTIFIERS,
    of_statements.STATEMENTS,
    of_statements.NAMED,
    of_statements.FIGURES,
    of_statements.ORDERS,
    of_statements.WORDS,
    of_events.EVENTS,
    of_events.PARTS,
    of_entities.JUDGEMENTS,
    of_entities.OVERRULED,
    of_statements.DISPUTES,
    of_sources.SOURCES,
    of_sources.FIELDS,
    of_sources.MAKERS,
    of_sources.PARTS,
    of_sources.EVIDENCE,
)
