"""The relations as a data package: a CSV for each, and ``datapackage.json``, which says what stands in them.

Data Package and Table Schema, version 1, of https://specs.frictionlessdata.io.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256

from kb.core.model import Corpus
from kb.export.relation import Cell, Column, Foreign, Relation
from kb.export.relations import RELATIONS
from kb.export.tables import VERSION
from kb.load.citation import Work
from kb.report.neutral import visible

DESCRIPTOR = "datapackage.json"
_SIGNS = frozenset("=+-@'")


def package(corpus: Corpus, work: Work) -> Iterator[tuple[str, bytes]]:
    """Each file by its path; the description comes last, for it has the fingerprints of the others."""
    described = []
    for relation in RELATIONS:
        data, rows = _table(relation, corpus)
        described.append(_resource(relation, data, rows))
        yield _path(relation), data
    whole = {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9]+", "-", work.title.lower()).strip("-") or "knowledge-base",
        "title": work.title,
        **({"description": work.abstract} if work.abstract else {}),
        "version": f"{VERSION}.0.0",
        "today": str(corpus.today),
        **({"licenses": [_license(work.license)]} if work.license else {}),
        "resources": described,
    }
    yield DESCRIPTOR, (json.dumps(whole, ensure_ascii=True, indent=1) + "\n").encode()


def _path(relation: Relation) -> str:
    return f"tables/{relation.name}.csv"


def _license(name: str) -> dict[str, str]:
    return {"name": name, "path": f"https://spdx.org/licenses/{name}.html"}


def _table(relation: Relation, corpus: Corpus) -> tuple[bytes, int]:
    text, rows = io.StringIO(), 0
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in relation.columns)
    for row in relation.rows(corpus):
        writer.writerow(map(_written, row))
        rows += 1
    return text.getvalue().encode(), rows


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def guarded(text: str) -> str:
    """No spreadsheet takes it for a formula; whoever takes one apostrophe from its beginning has the text again."""
    if not text or (text[0].isalnum() and text.isascii() and text.isprintable()):
        return text
    begins = next((c for c in text if unicodedata.category(c)[0] not in "ZC"), "")
    acts = text.startswith(("\t", "\r", "\n")) or unicodedata.normalize("NFKC", begins) in _SIGNS
    return visible(f"'{text}" if acts else text)


def _resource(relation: Relation, data: bytes, rows: int) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": relation.name,
        "path": _path(relation),
        "title": relation.row,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "rows": rows,
        "schema": {
            "fields": [*map(_field, relation.columns)],
            "primaryKey": list(relation.key),
            "foreignKeys": [_foreign(relation, each) for each in relation.foreign],
        },
    }


def _field(column: Column) -> dict[str, object]:
    constraints = {"required": column.required, "enum": list(column.among)}
    told = {name: value for name, value in constraints.items() if value}
    field: dict[str, object] = {"name": column.name, "type": column.type, "description": column.means}
    return field | ({"constraints": told} if told else {})


def _foreign(relation: Relation, foreign: Foreign) -> dict[str, object]:
    there = "" if foreign.relation == relation.name else foreign.relation
    return {"fields": list(foreign.columns), "reference": {"resource": there, "fields": list(foreign.key)}}
