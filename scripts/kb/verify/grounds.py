"""The grounds on which a page is read: what it can reach of the ledger, the bibliography, and what sources say there.

A page is held against what it is about, what it names, and what the sources say that it cites. Of all else in the
ledger it knows the names: so a change there leaves it as it was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kb.annotate.entities import NameFinder
from kb.annotate.spans import AnnotatedPage
from kb.core import derive
from kb.core.model import Entity, Kind, Ledger, Naming, Property, Source, SubjectWords
from kb.evidence.candidate import Candidate
from kb.evidence.index import Backing, EvidenceIndex

_OF_NAMES = ("id", "kind", "names", "also", "short")


@dataclass(frozen=True)
class Grounds:
    """What the figures and sentences of a page are held against; entities out of its reach are known by name only."""

    ledger: Ledger
    sources: Mapping[str, Source]
    evidence: EvidenceIndex
    finder: NameFinder
    numbered: tuple[tuple[str, str], ...]


def named(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """Each entity with its names, and nothing that is stated of it."""
    return {
        name: replace(
            entity,
            statements=(),
            judgements=(),
            marks={field: mark for field, mark in entity.marks.items() if field in _OF_NAMES},
        )
        for name, entity in entities.items()
    }


def spoken_of(ledger: Ledger) -> dict[str, frozenset[str]]:
    """The entities of which each source says something."""
    return {key: frozenset(statement.subject for statement in those) for key, those in ledger.by_source.items()}


def beside(ledger: Ledger) -> dict[str, frozenset[str]]:
    """With each entity the others of which something is judged together with what is stated of it."""
    found: dict[str, frozenset[str]] = {}
    for judgement in ledger.judgements:
        those = {judgement.entity, *(statement.partition("#")[0] for statement in judgement.statements)}
        found.update((name, found.get(name, frozenset()) | those) for name in those)
    return found


def reached(
    annotated: AnnotatedPage,
    ledger: Ledger,
    spoken_of: Mapping[str, frozenset[str]],
    beside: Mapping[str, frozenset[str]],
) -> tuple[Entity, ...]:
    """What a page is about or names, what the sources that it cites speak of, and what judgements set beside it."""
    found = derive.closure(ledger, annotated.page.about) | annotated.entities
    found = found.union(*(spoken_of.get(key, ()) for key in annotated.cited))
    found = found.union(*(beside.get(name, ()) for name in found))
    return tuple(entity for entity in ledger.entities.values() if entity.id in found)


def heard(reached: tuple[Entity, ...], evidence: EvidenceIndex) -> dict[str, Candidate]:
    """What is stated of all that a page reaches."""
    return {statement.id: evidence.by_id[statement.id] for entity in reached for statement in entity.statements}


def backed(annotated: AnnotatedPage, evidence: EvidenceIndex) -> dict[str, tuple[Backing, ...]]:
    """What each source backs that a page cites."""
    return {key: evidence.backed[key] for key in sorted(annotated.cited) if key in evidence.backed}


def grounds(
    reached: tuple[Entity, ...],
    heard: Mapping[str, Candidate],
    backed: Mapping[str, tuple[Backing, ...]],
    named: Mapping[str, Entity],
    properties: Mapping[str, Property],
    kinds: Mapping[str, Kind],
    naming: Naming,
    words: SubjectWords,
    today: date,
    sources: Mapping[str, Source],
    finder: NameFinder,
    numbered: tuple[tuple[str, str], ...],
) -> Grounds:
    """What a page is read by."""
    entities = {**named, **{entity.id: entity for entity in reached}}
    ledger = Ledger(entities, properties, kinds, today=today, naming=naming, words=words)
    return Grounds(ledger, sources, EvidenceIndex(heard, backed), finder, numbered)
