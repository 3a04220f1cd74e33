"""Makes the index of what the sources say from the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.annotate.entities import NameFinder
from kb.core import derive
from kb.core.model import Entity, Property, Statement, SubjectWords
from kb.evidence.candidate import Candidate, Told
from kb.evidence.index import EvidenceIndex, index
from kb.extract.event_words import EventReader
from kb.extract.mention import Mention
from kb.extract.mentions import find
from kb.extract.units import currency, singular


def labels(entities: Mapping[str, Entity]) -> dict[str, str]:
    """How each entity is called."""
    return {name: entity.label for name, entity in entities.items()}


def candidate(
    anchored: Statement,
    properties: Mapping[str, Property],
    labels: Mapping[str, str],
    words: SubjectWords,
    finder: NameFinder,
    event_reader: EventReader,
) -> Candidate:
    """A statement with all that may be asked of it."""
    declared = properties.get(anchored.property)
    named = [labels[name] for name in sorted(derive.entities(anchored)) if name in labels]
    called = (declared.label if declared else anchored.property, anchored.property, *named)
    return Candidate(
        anchored,
        derive.typed(anchored, words.sets),
        called,
        finder.find,
        _figures,
        words.common,
        event_reader.read,
        _told_by(declared),
    )


def _told_by(declared: Property | None) -> str:
    """The event that a property is by itself."""
    return declared.tells or "" if declared and declared.tells != "event" else ""


def evidence(candidates: tuple[Candidate, ...]) -> EvidenceIndex:
    """What the sources of a ledger say, by place; what is withdrawn bears nothing out."""
    return index(candidate for candidate in candidates if candidate.statement.withdrawn is None)


def _figures(text: str) -> Iterator[Told]:
    """The figures of a text, with each unit that they may be of."""
    return ((figure.kind, figure.value, unit) for figure in find(text) for unit in _units(figure))


def _units(figure: Mention) -> tuple[str, ...]:
    if figure.kind == "amount":
        return (currency(figure.text),)
    return tuple(singular(word) for word in figure.unit.split()) or ("",)
