"""What a page can reach of the ledger, the bibliography, and what sources say there.

A page is held against what it is about, what it names, and what the sources say that it cites. Of all else in the
ledger it knows the names: so a change there leaves it as it was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from kb.annotate.entities import NameFinder
from kb.annotate.spans import AnnotatedPage
from kb.core import derive
from kb.core.happenings import Happenings
from kb.core.model import Entity, Event, Kind, Ledger, Naming, Property, Source, Statement, SubjectWords
from kb.core.model.events import is_worded
from kb.evidence.index import Backing, EvidenceIndex
from kb.evidence.retrieval import candidate
from kb.extract.event_words import EventReader
from kb.verify.grounds import Grounds, Witnesses

_OF_NAMES = ("id", "kind", "names", "also", "short")


def named(entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """Each entity with its names, and nothing that is stated of it."""
    return {name: _named(entity) for name, entity in entities.items()}


def _named(entity: Entity) -> Entity:
    marks = {field: mark for field, mark in entity.marks.items() if field in _OF_NAMES}
    return replace(entity, statements=(), judgements=(), marks=marks)


def sketch(anchored: Statement) -> Statement:
    """A statement as pages know it that do not cite it: without words, and wherever in its file."""
    value = "" if isinstance(anchored.value, str) else anchored.value
    evidence = tuple(replace(evidence, quote="") for evidence in anchored.evidence)
    events = tuple(map(_without_words, anchored.events))
    return replace(anchored, value=value, inferred=None, evidence=evidence, events=events)


def _without_words(event: Event) -> Event:
    """An event with the entities in it alone."""
    roles = {role: tuple(id for id in filled if not is_worded(id)) for role, filled in event.roles.items()}
    return replace(event, agent=roles["agent"], theme=roles["theme"], to=roles["to"])


def sketched(sketches: tuple[Statement, ...]) -> dict[str, Statement]:
    """Every statement as a sketch, by its id."""
    return {statement.id: statement for statement in sketches}


def outline(entity: Entity, sketched: Mapping[str, Statement]) -> Entity:
    """An entity as pages know it that cite nothing of it."""
    statements = tuple(sketched[statement.id] for statement in entity.statements)
    judgements = tuple(replace(each, mark=entity.mark, marks={}) for each in entity.judgements)
    return replace(_named(entity), statements=statements, judgements=judgements)


def outlined(outlines: tuple[Entity, ...]) -> dict[str, Entity]:
    """Every entity in outline, by its id."""
    return {entity.id: entity for entity in outlines}


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
    outlined: Mapping[str, Entity],
    ledger: Ledger,
    spoken_of: Mapping[str, frozenset[str]],
    beside: Mapping[str, frozenset[str]],
) -> tuple[Entity, ...]:
    """What a page is about or names, what the sources that it cites speak of, and what judgements set beside it."""
    found = derive.closure(ledger.entities, annotated.page.about) | annotated.entities
    found = found.union(*(spoken_of.get(key, ()) for key in annotated.cited))
    found = found.union(*(beside.get(name, ()) for name in found))
    return tuple(outlined[name] for name in ledger.entities if name in found)


def backed(annotated: AnnotatedPage, evidence: EvidenceIndex) -> dict[str, tuple[Backing, ...]]:
    """What each source backs that a page cites."""
    return {key: evidence.backed[key] for key in sorted(annotated.cited) if key in evidence.backed}


def witnesses(
    backed: Mapping[str, tuple[Backing, ...]],
    sources: Mapping[str, Source],
    named: Mapping[str, Entity],
    finder: NameFinder,
) -> Witnesses:
    """What a page is told by the sources that it cites."""
    by_id = {candidate.id: candidate for those in backed.values() for _, _, candidate in those}
    return Witnesses(sources, EvidenceIndex(by_id, backed), named, finder)


def grounds(
    reached: tuple[Entity, ...],
    witnesses: Witnesses,
    named: Mapping[str, Entity],
    properties: Mapping[str, Property],
    kinds: Mapping[str, Kind],
    naming: Naming,
    words: SubjectWords,
    today: date,
    finder: NameFinder,
    numbered: tuple[tuple[str, str], ...],
    happenings: Happenings,
    labels: Mapping[str, str],
    event_reader: EventReader,
) -> Grounds:
    """What a page is read by."""
    entities = {**named, **{entity.id: entity for entity in reached}}
    ledger = Ledger(entities, properties, kinds, today=today, naming=naming, words=words)
    uncited = partial(
        candidate, properties=properties, labels=labels, words=words, finder=finder, event_reader=event_reader
    )
    return Grounds(ledger, witnesses, happenings, numbered, uncited)
