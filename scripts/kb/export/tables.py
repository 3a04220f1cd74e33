"""The ledger for programs and spreadsheets: every statement with its evidence, and nothing left out."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from kb.core.derive import overruled
from kb.core.differing import disputes
from kb.core.model import Corpus, Count, Entity, Evidence, Judgement, Ledger, Order, People, Source, Statement
from kb.export import events
from kb.export.excerpt import Disputes, Excerpt
from kb.report.neutral import visible

Derived = dict[str, object]
VERSION = 4
"""Rises with every change of shape; docs/contributing/facts.md tells what changed, docs/contributing/facts.schema.json
what it is. Fields and columns are added, and none is taken away."""
COLUMNS = (
    "id", "subject", "property", "value", "on", "from", "until", "through", "as_of", "stance", "inferred",
    "disputed_by", "overruled", "source", "locator", "quote", "seen", "checked", "as", "who", "complete", "where",
    "with", "dates", "counts", "orders", "articles", "ordinal", "number", "superseded_by", "planned", "hedge", "author",
    "terms", *events.COLUMNS, "free",
)  # fmt: skip
_WORDS = ("counts", "orders", "hedge", "terms", *events.COLUMNS)
"""Columns whose members are words, parted by semicolons; others hold ids, dates and numbers, parted by spaces."""
_FORMULA = frozenset("=+-@")


def document(corpus: Corpus) -> str:
    """Everything as JSON; fields under ``derived`` are worked out and stand nowhere in the ledger."""
    return excerpt(corpus, Excerpt.whole(corpus), disputes(corpus))


def excerpt(corpus: Corpus, part: Excerpt, against: Disputes) -> str:
    """A part of it in the same shape, for whoever wants no more than one page tells."""
    derive = _deriver(corpus, against)
    told = {
        "version": VERSION,
        "today": str(corpus.today),
        "entities": [*map(_entity, part.entities)],
        "statements": [_statement(each, derive(each)) for each in part.statements],
        "judgements": [*map(_judgement, part.judgements)],
        "sources": [*map(_source, part.sources)],
    }
    return _readable(json.dumps(told, ensure_ascii=False, indent=1)) + "\n"


def _readable(told: str) -> str:
    """Letters of all scripts as they are; what would not show, or would move the cursor, as JSON escapes it."""
    return "\n".join(line if visible(line) == line else "".join(map(_escaped, line)) for line in told.split("\n"))


def _escaped(character: str) -> str:
    """As JSON writes it, if it would not show; DEL, which JSON leaves as it is, in the same way."""
    if visible(character) == character:
        return character
    return "\\u007f" if character == "\x7f" else json.dumps(character)[1:-1]


def table(corpus: Corpus) -> str:
    """One row for each piece of evidence, as CSV; a statement without evidence has one row too."""
    return rows(corpus, corpus.statements.values(), disputes(corpus))


def rows(corpus: Corpus, statements: Iterable[Statement], against: Disputes) -> str:
    """The same of some statements."""
    text = io.StringIO()
    derive = _deriver(corpus, against)
    written = csv.writer(text, lineterminator="\n")
    written.writerow(COLUMNS)
    for statement in statements:
        for evidence in statement.evidence or (None,):
            written.writerow([_cell(cell) for cell in _row(statement, evidence, derive(statement))])
    return text.getvalue()


def _cell(text: str) -> str:
    """A spreadsheet must not take the words of a stranger for a formula, in letters of any width, behind any space."""
    begins = next((c for c in text if unicodedata.category(c)[0] not in "ZC"), "")
    is_formula = text.startswith(("\t", "\r", "\n")) or unicodedata.normalize("NFKC", begins) in _FORMULA
    return visible(f"'{text}" if is_formula else text)


def _row(statement: Statement, evidence: Evidence | None, derived: Derived) -> Iterator[str]:
    told = {name.replace("-", "_"): value for name, value in _statement(statement, derived).items()}
    told |= {"disputed_by": derived.get("disputed-by", ()), "overruled": derived.get("overruled", False)}
    told |= {"value": statement.value, "counts": statement.counts, "orders": [*map(_words, statement.orders)]}
    told |= events.cells(statement.events)
    if evidence:
        told |= {"source": evidence.by, "locator": evidence.at, "quote": evidence.quote, "seen": evidence.seen}
    for column in COLUMNS:
        cell = told.get(column)
        if isinstance(cell, list | tuple):
            yield ("; " if column in _WORDS else " ").join(map(str, cell))
        else:
            yield "" if cell is None or cell is False else "yes" if cell is True else str(cell)


def _words(order: Order) -> str:
    return " ".join(filter(None, [order.relation, str(order.length or ""), order.than, order.side]))


def _entity(entity: Entity) -> dict[str, object]:
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


def _statement(statement: Statement, derived: Derived) -> dict[str, object]:
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
        "events": [*map(events.told, statement.events)], "free": statement.free,
        "evidence": [_evidence(evidence) for evidence in statement.evidence],
        "derived": derived,
    }  # fmt: skip
    return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items() if value}


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


def _deriver(ledger: Ledger, against: Disputes) -> Callable[[Statement], Derived]:
    """Tells of a statement what is worked out and stands nowhere in the ledger."""

    def derived(statement: Statement) -> Derived:
        told = {"disputed-by": list(against.get(statement.id, ())), "overruled": overruled(ledger, statement)}
        return {name: value for name, value in told.items() if value}

    return derived


def _judgement(judgement: Judgement) -> dict[str, object]:
    return {
        "entity": judgement.entity,
        "question": judgement.question,
        "follow": judgement.follow,
        "over": list(judgement.over),
        "because": judgement.because,
    }


def _source(source: Source) -> dict[str, object]:
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
