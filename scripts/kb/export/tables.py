"""The ledger for programs and spreadsheets: every statement with its evidence, and nothing left out."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from textwrap import indent
from typing import TypeVar

from kb.core.derive import overruled
from kb.core.differing import disputes
from kb.core.model import Corpus, Entity, Evidence, Judgement, Ledger, Order, Source, Statement
from kb.export import events, records
from kb.export.excerpt import Disputes, Excerpt
from kb.export.records import Derived
from kb.report.neutral import visible

T = TypeVar("T", Entity, Statement, Judgement, Source)
VERSION = 6
"""Rises with every change of shape; docs/contributing/facts.md tells what changed, docs/contributing/facts.schema.json
what it is. Fields and columns are added, and none is taken away."""
COLUMNS = (
    "id", "subject", "property", "value", "on", "from", "until", "through", "as_of", "stance", "inferred",
    "disputed_by", "overruled", "source", "locator", "quote", "seen", "checked", "as", "who", "complete", "where",
    "with", "dates", "counts", "orders", "articles", "ordinal", "number", "superseded_by", "planned", "hedge", "author",
    "terms", *events.COLUMNS, "free", "withdrawn",
)  # fmt: skip
_WORDS = ("counts", "orders", "hedge", "terms", *events.COLUMNS)
"""Columns whose members are words, parted by semicolons; others hold ids, dates and numbers, parted by spaces."""
_FORMULA = frozenset("=+-@")


def document(corpus: Corpus) -> str:
    """Everything as JSON; fields under ``derived`` are worked out and stand nowhere in the ledger."""
    return Told(corpus, disputes(corpus)).excerpt(Excerpt.whole(corpus))


def table(corpus: Corpus) -> str:
    """One row for each piece of evidence, as CSV; a statement without evidence has one row too."""
    return Told(corpus, disputes(corpus)).rows(corpus.statements.values())


class Told:
    """The ledger as it is handed on: what many pages show is written once, and stands in the file of each."""

    def __init__(self, corpus: Corpus, against: Disputes) -> None:
        self.corpus, self.derive = corpus, _deriver(corpus, against)
        self._items: dict[tuple[str, str], str] = {}
        self._rows: dict[str, str] = {}

    def excerpt(self, part: Excerpt, printed: Mapping[str, object] | None = None) -> str:
        """A part of it as JSON, as ``json.dumps`` writes it with an indent of one; with what is ``printed`` of it."""
        lists = (
            self._list("entities", part.entities, records.entity),
            self._list("statements", part.statements, lambda each: records.statement(each, self.derive(each))),
            self._list("judgements", part.judgements, records.judgement),
            self._list("sources", part.sources, records.source),
        )
        head = f' "version": {VERSION},\n "today": "{self.corpus.today}"'
        of_print = [indent(f'"print": {_written(printed)}', " ")] if printed else []
        return "{\n" + ",\n".join((head, *of_print, *lists)) + "\n}\n"

    def _list(self, name: str, items: Iterable[T], told: Callable[[T], object]) -> str:
        """A list and its name; a member is written when it is first asked for."""
        members = []
        for item in items:
            key = name, _key(item)
            if key not in self._items:
                self._items[key] = indent(_written(told(item)), "  ")
            members.append(self._items[key])
        return f' "{name}": [\n' + ",\n".join(members) + "\n ]" if members else f' "{name}": []'

    def rows(self, statements: Iterable[Statement]) -> str:
        """One row for each piece of evidence, as CSV; a statement without evidence has one row too."""
        return _csv([COLUMNS]) + "".join(map(self._rows_of, statements))

    def _rows_of(self, statement: Statement) -> str:
        if statement.id not in self._rows:
            cells = _cells(statement, self.derive(statement))
            self._rows[statement.id] = _csv(_row(cells, evidence) for evidence in statement.evidence or (None,))
        return self._rows[statement.id]


def _key(item: Entity | Statement | Judgement | Source) -> str:
    """By what a record is known among those of its kind; a judgement has no name, and stands on a line of its own."""
    if isinstance(item, Judgement):
        return str(item.mark)
    return item.key if isinstance(item, Source) else item.id


def _csv(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(map(_cell, row) for row in rows)
    return text.getvalue()


def _written(told: object) -> str:
    return _readable(json.dumps(told, ensure_ascii=False, indent=1))


def _readable(told: str) -> str:
    """Letters of all scripts as they are; what would not show, or would move the cursor, as JSON escapes it."""
    return "\n".join(line if visible(line) == line else "".join(map(_escaped, line)) for line in told.split("\n"))


def _escaped(character: str) -> str:
    """As JSON writes it, if it would not show; DEL, which JSON leaves as it is, in the same way."""
    if visible(character) == character:
        return character
    return "\\u007f" if character == "\x7f" else json.dumps(character)[1:-1]


def _cell(text: str) -> str:
    """A spreadsheet must not take the words of a stranger for a formula, in letters of any width, behind any space."""
    if not text or (text[0].isalnum() and text.isascii() and text.isprintable()):
        return text
    begins = next((c for c in text if unicodedata.category(c)[0] not in "ZC"), "")
    is_formula = text.startswith(("\t", "\r", "\n")) or unicodedata.normalize("NFKC", begins) in _FORMULA
    return visible(f"'{text}" if is_formula else text)


def _cells(statement: Statement, derived: Derived) -> dict[str, object]:
    """What a statement tells in each column, whatever it rests on."""
    told = {name.replace("-", "_"): value for name, value in records.statement(statement, derived).items()}
    told |= {"disputed_by": derived.get("disputed-by", ()), "overruled": derived.get("overruled", False)}
    told |= {"value": statement.value, "counts": statement.counts, "orders": [*map(_words, statement.orders)]}
    told |= {"withdrawn": " ".join(reversed(records.withdrawn(statement).values()))}
    return told | events.cells(statement.events)


def _row(told: dict[str, object], evidence: Evidence | None) -> Iterator[str]:
    """A row of the table: a statement, and one piece of evidence beside it."""
    if evidence:
        told = told | {"source": evidence.by, "locator": evidence.at, "quote": evidence.quote, "seen": evidence.seen}
    for column in COLUMNS:
        cell = told.get(column)
        if isinstance(cell, list | tuple):
            yield ("; " if column in _WORDS else " ").join(map(str, cell))
        else:
            yield "" if cell is None or cell is False else "yes" if cell is True else str(cell)


def _words(order: Order) -> str:
    return " ".join(filter(None, [order.relation, str(order.length or ""), order.than, order.side]))


def _is_overruled(ledger: Ledger, statement: Statement) -> bool:
    """Is another followed over it? What is withdrawn says so itself."""
    return statement.withdrawn is None and overruled(ledger, statement)


def _deriver(ledger: Ledger, against: Disputes) -> Callable[[Statement], Derived]:
    """Tells of a statement what is worked out and stands nowhere in the ledger."""

    def derived(statement: Statement) -> Derived:
        told = {"disputed-by": list(against.get(statement.id, ())), "overruled": _is_overruled(ledger, statement)}
        return {name: value for name, value in told.items() if value}

    return derived
