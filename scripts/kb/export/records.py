"""What each record of the ledger is for programs: entities, statements, judgements and sources, field by field."""

from __future__ import annotations

from kb.core.model import Count, Entity, Evidence, Judgement, Order, People, Source, Statement
from kb.export import events

Derived = dict[str, object]
"""What is worked out, and stands nowhere in the ledger."""


def entity(entity: Entity) -> dict[str, object]:
    told = {
        "id": entity.id,
        "kind": entity.kind,
        "acts-as": entity.acts_as,
        "names": [{"text": name.text, "language": name.language} for name in entity.names],
        "short": entity.short,
        "also": list(entity.also),
        "stands-for": entity.stands_for,
        "part-of": list(entity.part_of),
        "ids": dict(entity.ids),
    }
    return {name: value for name, value in told.items() if value}


def statement(statement: Statement, derived: Derived) -> dict[str, object]:
    dates = {
        "on": statement.on, "from": statement.from_, "until": statement.until or statement.open_end,
        "through": statement.through, "as-of": statement.as_of, "checked": statement.checked,
    }  # fmt: skip
    told = {
        "id": statement.id, "subject": statement.subject, "property": statement.property, "value": _value(statement),
        **{name: str(date) for name, date in dates.items() if date},
        "as": statement.as_, "who": statement.who, "complete": statement.complete, "where": statement.where,
        "with": statement.with_, "dates": [str(date) for date in statement.dates],
        "counts": [_count(count) for count in statement.counts],
        "orders": [_order(order) for order in statement.orders], "articles": statement.articles,
        "ordinal": statement.ordinal, "number": statement.number, "inferred": statement.inferred,
        "superseded-by": statement.superseded_by, "planned": statement.planned, "stance": statement.stance,
        "hedge": statement.hedge, "author": statement.author, "terms": statement.terms,
        "events": [*map(events.told, statement.events)], "free": statement.free, "withdrawn": withdrawn(statement),
        "evidence": [_evidence(evidence) for evidence in statement.evidence],
        "derived": derived,
    }  # fmt: skip
    return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items() if value}


def withdrawn(statement: Statement) -> dict[str, str]:
    """Why nobody is to rest on it any more, and since when; nothing of what stands."""
    told = statement.withdrawn
    return {"reason": told.reason, "day": str(told.day)} if told else {}


def _value(statement: Statement) -> object:
    if isinstance(statement.value, Count):
        return _count(statement.value)
    return list(statement.value) if isinstance(statement.value, tuple) else str(statement.value)


def _count(count: Count) -> dict[str, object]:
    numbers = (int(n) if n == int(n) else n for n in count.written)
    return dict(zip(("n", "to"), numbers, strict=False)) | {"of": list(count.of), "bound": count.bound}


def _order(order: Order) -> dict[str, object]:
    told = {"relation": order.relation, "than": order.than, "side": order.side, "length": order.length}
    return {name: str(value) for name, value in told.items() if value}


def _evidence(evidence: Evidence) -> dict[str, str]:
    return {"by": evidence.by, "at": evidence.at, "quote": evidence.quote, "seen": evidence.seen}


def judgement(judgement: Judgement) -> dict[str, object]:
    return {
        "entity": judgement.entity,
        "question": judgement.question,
        "follow": judgement.follow,
        "over": list(judgement.over),
        "because": judgement.because,
    }


def source(source: Source) -> dict[str, object]:
    told: dict[str, object] = {
        "key": source.key, "type": source.type, "rank": source.rank, "fields": dict(source.fields),
    }  # fmt: skip
    people = {name: _people(people) for name, people in source.people.items()}
    return told | ({"derived": {"people": people}} if people else {})


def _people(people: People) -> dict[str, object]:
    """The names of a field taken apart, as every citation and reference tells them."""
    told = [
        {"family": name.family, "given": name.given, "suffix": name.suffix, "is-body": name.is_body}
        for name in people.names
    ]
    names = [{part: value for part, value in name.items() if value} for name in told]
    return {"names": names, **({"others": True} if people.others else {})}
