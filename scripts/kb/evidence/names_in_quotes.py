"""The double entry for names: who and where a statement says is named in its quotes, or in the note that infers it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kb.annotate.entities import NameFinder
from kb.core.mark import Mark
from kb.core.model import Entity, Source, Statement

_CAPITALS = re.compile(r"\b[^\W\d_]{4,}\b")


@dataclass(frozen=True, slots=True)
class Unread:
    """An entity that a field names and no words of the evidence do."""

    field: str
    entity: str
    label: str
    mark: Mark


def unread(
    named: Mapping[str, Entity], sources: Mapping[str, Source], statement: Statement, finder: NameFinder
) -> Iterator[Unread]:
    """Every entity of the value, of ``who`` and of ``where`` that neither a quote nor the note names.

    The author of a claim may also be named by the entry of its source.
    """
    read = _named(finder, [*(evidence.quote for evidence in statement.evidence), statement.inferred or ""])
    read |= {stood for id in read if (entity := named.get(id)) and (stood := entity.stands_for)}
    for field, ids in _fields(statement):
        if field == "author" and ids:
            read |= _named(finder, _entries(sources, statement))
        for number, id in enumerate(ids):
            entity = named.get(id)
            if entity and id not in read and id != statement.subject:
                mark = statement.marks.get(f"{field}.{number}", statement.mark)
                yield Unread(statement.property if field == "value" else field, id, entity.label, mark)


def untold(named: Mapping[str, Entity], statement: Statement, finder: NameFinder) -> Iterator[Unread]:
    """Every entity in a role of an event that no words, no quote and no other field of the statement names."""
    own = statement.value if isinstance(statement.value, str) else ""
    told = _named(finder, [own, *(evidence.quote for evidence in statement.evidence), statement.inferred or ""])
    told |= {statement.subject, *statement.with_, *statement.who, *statement.where}
    for id in tuple(told):
        entity = named.get(id)
        told |= {entity.stands_for} if entity and entity.stands_for else set()
        told |= set(entity.part_of) if entity else set()
    for event in statement.events:
        for field, id in event.named:
            entity = named.get(id)
            if entity and id not in told:
                yield Unread(field.partition(".")[0], id, entity.label, event.marks.get(field, event.mark))


def _fields(statement: Statement) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(statement.value, tuple):
        yield "value", statement.value
    yield "who", statement.who
    yield "where", statement.where
    yield "author", statement.author


def _entries(sources: Mapping[str, Source], statement: Statement) -> Iterator[str]:
    """Who made the sources, and what they are called."""
    for evidence in statement.evidence:
        source = sources.get(evidence.by)
        for field in ("author", "editor", "organization", "title", "howpublished", "note") if source else ():
            yield source.fields.get(field, "") if source else ""


def left_out(named: Mapping[str, Entity], statement: Statement, finder: NameFinder) -> tuple[str, ...]:
    """Whom its own quotes and note name beside the members of a complete set, in the order of ids."""
    members = statement.value if isinstance(statement.value, tuple) else statement.who
    if not statement.complete or not members:
        return ()
    kinds = {named[id].kind for id in members if id in named}
    known = {*members, statement.subject, *statement.with_, *statement.where}
    read = _named(finder, (*(evidence.quote for evidence in statement.evidence), statement.inferred or ""))
    return tuple(sorted(id for id in read - known if named[id].kind in kinds))


def _named(finder: NameFinder, texts: Iterable[str]) -> set[str]:
    """The entities named in texts; a name in capitals, as in a date line, counts too."""
    found = set()
    for text in texts:
        lowered = _CAPITALS.sub(lambda word: word[0].capitalize() if word[0].isupper() else word[0], text)
        found |= {span.entity_id for each in {text, lowered} for span in finder.find(each)}
    return found
