"""Relations of what happened: the events that statements tell, and who had which part in them."""

from __future__ import annotations

from collections.abc import Iterator

from kb.core.model import Corpus
from kb.core.model.events import MODALITIES, NOT, is_worded
from kb.export.relation import OF_STATEMENT, POSITION, STATEMENT, Column, Foreign, Relation, Row


def _events(corpus: Corpus) -> Iterator[Row]:
    for statement in corpus.statements.values():
        for n, event in enumerate(statement.events, 1):
            yield statement.id, n, event.type, NOT if event.negated else None, event.modality


def _parts(corpus: Corpus) -> Iterator[Row]:
    for statement in corpus.statements.values():
        for n, event in enumerate(statement.events, 1):
            for role, fillers in event.roles.items():
                for at, each in enumerate(fillers, 1):
                    told = (None, each) if is_worded(each) else (each, None)
                    yield statement.id, n, role, at, *told


EVENTS = Relation(
    "events",
    "What the words of a statement tell; the first is the main event",
    (
        *(STATEMENT, POSITION, Column("event", "which of those that the schema declares")),
        Column("polarity", "`not` where it did not happen", required=False, among=(NOT,)),
        Column("modality", "how far it is from having happened", required=False, among=MODALITIES),
    ),
    ("statement", "position"),
    _events,
    (OF_STATEMENT,),
)
PARTS = Relation(
    "event_parts",
    "Who or what had a part in an event",
    (
        *(STATEMENT, Column("event", "the position of the event among those of the statement", "integer")),
        Column("role", "who did it, of what, and to or with whom", among=("agent", "theme", "to")),
        POSITION,
        Column("entity", "the entity, where the ledger has it", required=False),
        Column("words", "the words of the source, where it has not", required=False),
    ),
    ("statement", "event", "role", "position"),
    _parts,
    (
        Foreign(("statement", "event"), "events", ("statement", "position")),
        Foreign(("entity",), "entities", ("id",)),
    ),
)
