"""The relations as one SQLite database with keys, and views that answer what is often asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from kb.core.model import Corpus
from kb.export.relation import Column, Relation
from kb.export.relations import RELATIONS
from kb.export.tables import VERSION
from kb.export.views import VIEWS
from kb.load.citation import Work

FILE = "kb.sqlite"
_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "BOOLEAN", "date": "DATE"}
_WRITER = slice(96, 100)
"""Where the header names the SQLite that wrote last, which is no part of the content."""
_VERSION = 3_035_000
"""What it names instead: the oldest that reads all of it."""


def database(corpus: Corpus, work: Work) -> bytes:
    """The same bytes for the same ledger, as long as SQLite lays out its pages in the same way."""
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.executescript("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8';" + "".join(_schema()))
        about = (VERSION, str(corpus.today), work.title, work.license)
        opened.execute("INSERT INTO about VALUES (?, ?, ?, ?)", about)
        for relation in RELATIONS:
            places = ", ".join("?" * len(relation.columns))
            opened.executemany(f'INSERT INTO "{relation.name}" VALUES ({places})', relation.rows(corpus))  # noqa: S608
        opened.commit()
        opened.execute("VACUUM")
        written = bytearray(opened.serialize())
    written[_WRITER] = _VERSION.to_bytes(4, "big")
    return bytes(written)


def _schema() -> Iterator[str]:
    """Names of our own alone: what a stranger wrote comes in as parameters."""
    yield f"PRAGMA user_version = {VERSION};"
    yield "CREATE TABLE about (version INTEGER NOT NULL, today DATE NOT NULL, title TEXT, license TEXT);"
    yield from map(_table, RELATIONS)
    for relation in RELATIONS:
        for number, foreign in enumerate(relation.foreign, 1):
            if foreign.columns != relation.key[: len(foreign.columns)]:
                columns = ", ".join(_quoted(*foreign.columns))
                yield f'CREATE INDEX "{relation.name}_{number}" ON "{relation.name}" ({columns});'
    yield from (f"CREATE VIEW {name} AS {query};" for name, query in VIEWS.items())


def _table(relation: Relation) -> str:
    parts = [*map(_column, relation.columns), f"PRIMARY KEY ({', '.join(_quoted(*relation.key))})"]
    for each in relation.foreign:
        here, there = (", ".join(_quoted(*names)) for names in (each.columns, each.key))
        parts.append(f'FOREIGN KEY ({here}) REFERENCES "{each.relation}" ({there})')
    return f'CREATE TABLE "{relation.name}" ({", ".join(parts)}) WITHOUT ROWID;'


def _column(column: Column) -> str:
    told = f'"{column.name}" {_TYPES[column.type]}{" NOT NULL" if column.required else ""}'
    among = ", ".join(f"'{each}'" for each in column.among)
    return f'{told} CHECK ("{column.name}" IN ({among}))' if among else told


def _quoted(*names: str) -> list[str]:
    return [f'"{name}"' for name in names]
