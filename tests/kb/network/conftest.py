"""Small ledgers that speak of time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kb.core.model import Corpus
from kb.load.corpus import assemble

SCHEMA = Path(__file__).parents[3] / "docs/facts/schema"
Ledger = Callable[..., Corpus]


@pytest.fixture
def ledger() -> Ledger:
    """Makes a corpus of entities, each written as its kind and its lines."""

    def made(faults: bool = False, **entities: str) -> Corpus:
        files = {f"docs/facts/schema/{path.name}": path.read_bytes() for path in SCHEMA.glob("*.yaml")}
        for name, text in entities.items():
            kind, _, body = text.partition("\n")
            head = f"id: {name}\nkind: {kind.strip()}\nnames: {{en: {name}}}\n"
            files[f"docs/facts/{name}.yaml"] = (head + body).encode()
        corpus = assemble(files, date(2026, 1, 1))
        assert faults or not corpus.faults, corpus.faults
        return corpus

    return made


@pytest.fixture
def records(ledger: Ledger) -> Ledger:
    """Makes a corpus of one place with records, each a line of fields."""

    def made(faults: bool = False, judgement: str = "", **statements: str) -> Corpus:
        lines = "".join(f"  {slug}: {{records: so, {fields}}}\n" for slug, fields in statements.items())
        return ledger(faults, port=f"place\nstatements:\n{lines}{judgement}")

    return made
