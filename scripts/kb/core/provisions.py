"""What instruments provide: the statements that tell what a text lays down, and whether a primary source says so.

Who signed it, when it came into force and what was said of it lies outside the text and is none of this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.core.derive import overruled
from kb.core.model import Ledger, Source, Statement

PROVIDING = "provides"
"""The family of events by which a text lays something down."""


def provisions(ledger: Ledger) -> dict[str, tuple[Statement, ...]]:
    """The statements of what each instrument provides, by its id."""
    kinds = frozenset(kind for declared in ledger.properties.values() for kind in declared.text_of)
    found: dict[str, list[Statement]] = {}
    for statement in ledger.statements.values():
        if not (statement.is_claim or statement.planned or overruled(ledger, statement)):
            for id in dict.fromkeys(_laid_down_by(statement, ledger, kinds)):
                found.setdefault(id, []).append(statement)
    return {id: tuple(those) for id, those in found.items()}


def _laid_down_by(statement: Statement, ledger: Ledger, kinds: frozenset[str]) -> Iterator[str]:
    """The instruments in which it stands: its subject, by its property, or what provides it, as an event tells."""
    declared = ledger.properties.get(statement.property)
    subject = ledger.entities[statement.subject]
    if declared is not None and subject.kind in declared.text_of:
        yield subject.id
    for event in statement.events:
        sort = ledger.events.get(event.type)
        if sort is not None and sort.family == PROVIDING and event.modality is None:
            yield from (id for id in event.agent if id in ledger.entities and ledger.entities[id].kind in kinds)


def is_primary(statement: Statement, sources: Mapping[str, Source]) -> bool:
    """Is one of its sources the text, its depositary or the acting body's own record?"""
    return any(evidence.by in sources and sources[evidence.by].rank == "primary" for evidence in statement.evidence)
