"""A relation: a table of the ledger as databases know them, with types, keys and what each column means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kb.core.model import Corpus

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in a column; ``type`` is one of Table Schema: string, integer, number, boolean or date."""

    name: str
    means: str
    type: str = "string"
    required: bool = True
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """Columns that name a row of another relation by its key."""

    columns: tuple[str, ...]
    relation: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A name, what a row is, its columns, which of them tell rows apart, and where all rows come from."""

    name: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Corpus], Iterable[Row]]
    foreign: tuple[Foreign, ...] = ()


STATEMENT = Column("statement", "the statement, by its id")
ENTITY = Column("entity", "the entity, by its id")
POSITION = Column("position", "the place in its list, from 1", "integer")
OF_STATEMENT = Foreign(("statement",), "statements", ("id",))
OF_ENTITY = Foreign(("entity",), "entities", ("id",))
