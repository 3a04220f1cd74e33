"""What stands behind a sentence: the statements that it rests on, nearest first, each with its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from kb.core.model import Citation, Corpus, Entity, Evidence, Statement
from kb.evidence.retrieval import evidence
from kb.lock.readings import is_cited
from kb.lock.standing import Standing
from kb.run.fixtures import Run

_UNTOLD = frozenset("id subject property value evidence mark marks orders terms events free".split())
"""Fields that are told in another way, or tell a reader nothing."""
_WHOLE = 5
"""So many statements are told with their quotes; of the rest, which speak less of what the sentence says, the ids."""
_ALSO = 4
"""And so many of the places that it rests on elsewhere."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A statement in words, its quotes at the places that the sentence cites, and those from elsewhere."""

    id: str
    said: str
    cited: tuple[Evidence, ...] = ()
    elsewhere: tuple[Evidence, ...] = ()


def behind(run: Run, standing: Standing) -> tuple[Behind, ...]:
    """All that a sentence rests on, first what shares most words with it."""
    scope, known = standing.resting.scope, run.ask(evidence).by_id
    ids = dict.fromkeys(standing.resting.rests.values())
    near = sorted(ids, key=lambda id: -len(known[id].shared(scope.sentence.text)) if id in known else 1)
    return tuple(_one(id, run.corpus, scope.citations) for id in near)


def _one(id: str, corpus: Corpus, citations: Sequence[Citation]) -> Behind:
    statement = corpus.statements.get(id)
    if statement is None:
        return Behind(id, "as the ledger has it")
    here = tuple(one for one in statement.evidence if is_cited(one, citations))
    return Behind(id, said(statement, corpus), here, tuple(one for one in statement.evidence if one not in here))


def lines(those: Iterable[Behind]) -> Iterator[str]:
    """As a reader is shown them."""
    every = tuple(those)
    for one in every[:_WHOLE]:
        yield f"{one.id}: {one.said}"
        yield from (f"    {place(evidence)}: “{evidence.quote}”" for evidence in one.cited)
        places = [*dict.fromkeys(map(place, one.elsewhere))]
        more = f" and {len(places) - _ALSO} more" if len(places) > _ALSO else ""
        if places:
            yield f"    also {'; '.join(places[:_ALSO])}{more}"
    if every[_WHOLE:]:
        yield f"and at the same places {', '.join(one.id for one in every[_WHOLE:])}"


def words(those: Iterable[Behind]) -> str:
    """All words of it, with every quote."""
    return "\n".join(part for one in those for part in (one.said, *(e.quote for e in (*one.cited, *one.elsewhere))))


def place(evidence: Evidence) -> str:
    """The source and the place in it."""
    return f"{evidence.by}, {evidence.at}" if evidence.at else evidence.by


def said(statement: Statement, corpus: Corpus) -> str:
    """What a statement says, field by field, in the names of its entities."""
    entities, declared = corpus.entities, corpus.properties.get(statement.property)
    subject = entities[statement.subject].label if statement.subject in entities else statement.subject
    told = [f"{subject} – {declared.label if declared else statement.property} {labels(statement.value, entities)}"]
    for field in (field for field in fields(statement) if field.name not in _UNTOLD):
        value = getattr(statement, field.name)
        if value not in (None, (), "", False):
            name = field.name.strip("_").replace("_", " ")
            told.append(name if value is True else f"{name} {labels(value, entities)}")
    told += [f"{order.field.partition('.')[0]} {order.than} {order.length or ''}".strip() for order in statement.orders]
    return "; ".join(told)


def labels(value: object, entities: Mapping[str, Entity]) -> str:
    """A value in the names of its entities."""
    if isinstance(value, tuple):
        return ", ".join(labels(each, entities) for each in value)
    return entities[value].label if isinstance(value, str) and value in entities else str(value)
