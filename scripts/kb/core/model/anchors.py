"""Marks that hold while lines above them come and go: which statement, and which of its marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

from kb.core.mark import Mark
from kb.core.model.ledger import Statement


def anchored(statement: Statement) -> Statement:
    """The statement with its own id in the place of its file, and the number of a mark in the place of its line."""
    marks = (Mark(statement.id, number) for number in count(1))
    return replace(
        statement,
        mark=next(marks),
        marks=_each(statement.marks, marks),
        evidence=tuple(replace(e, mark=next(marks), marks=_each(e.marks, marks)) for e in statement.evidence),
        orders=tuple(replace(order, mark=next(marks)) for order in statement.orders),
        events=tuple(replace(e, mark=next(marks), marks=_each(e.marks, marks)) for e in statement.events),
    )


def _each(those: Mapping[str, Mark], marks: Iterator[Mark]) -> dict[str, Mark]:
    return {field: next(marks) for field in those}


def written(mark: Mark, statements: Mapping[str, Statement]) -> Mark:
    """Where a mark stands by now; one of no statement stands where it says."""
    statement = statements.get(mark.path)
    return _in_order(statement)[mark.line - 1] if statement else mark


def _in_order(statement: Statement) -> tuple[Mark, ...]:
    of_evidence = (mark for evidence in statement.evidence for mark in (evidence.mark, *evidence.marks.values()))
    of_orders = (order.mark for order in statement.orders)
    of_events = (mark for event in statement.events for mark in (event.mark, *event.marks.values()))
    return (statement.mark, *statement.marks.values(), *of_evidence, *of_orders, *of_events)
