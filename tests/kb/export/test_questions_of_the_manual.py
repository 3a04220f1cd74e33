"""The ten questions of the manual: each has the answer that stands below it, by DuckDB over Parquet and by SQLite."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from exported import ROOT, WORK, real, rich
from kb.export.files import files
from kb.export.relations import RELATIONS
from kb.export.views import VIEWS

PAGE = (ROOT / "docs" / "contributing" / "data.md").read_text(encoding="utf-8")
ASKED = re.findall(r"^### ([^\n]+)\n\n```sql\n(.*?)\n```\n\n((?:\|[^\n]*\n)+)", PAGE, re.M | re.S)
ALIKE = pytest.mark.parametrize(("question", "query", "answer"), ASKED, ids=[each[0] for each in ASKED])


def laid(folder: Path, corpus: Any) -> Path:
    for name, data in files(corpus, WORK):
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data)
    return folder


def opened(folder: Path) -> duckdb.DuckDBPyConnection:
    """As the manual opens it."""
    code = re.search(r"```python\n(import json\n.*?)```", PAGE, re.S)
    assert code
    there: dict[str, Any] = {}
    exec(code[1], there)  # noqa: S102
    return there["parquet"](folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid(tmp_path_factory.mktemp("data"), rich())


@pytest.fixture(scope="module")
def ledger(folder: Path) -> duckdb.DuckDBPyConnection:
    return opened(folder)


def drawn(names: list[str], rows: list[tuple[object, ...]]) -> str:
    """The answer as a table of the manual."""
    lines = [names, ["---"] * len(names), *([("" if cell is None else str(cell)) for cell in row] for row in rows)]
    table = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    return table.replace("| --- " * len(names) + "|", "|---" * len(names) + "|")


def test_there_are_ten() -> None:
    assert 10 == len(ASKED) == PAGE.partition("## Ten questions")[2].count("\n### ")


@ALIKE
def test_duckdb_answers_it(ledger: duckdb.DuckDBPyConnection, question: str, query: str, answer: str) -> None:
    asked = ledger.execute(query)
    names = [each[0] for each in asked.description]

    assert answer == drawn(names, asked.fetchall()), question


@ALIKE
def test_sqlite_answers_it(folder: Path, question: str, query: str, answer: str) -> None:
    with closing(sqlite3.connect(f"file:{folder / 'kb.sqlite'}?mode=ro", uri=True)) as database:
        asked = database.execute(query)
        names = [each[0] for each in asked.description]

        assert answer == drawn(names, asked.fetchall()), question


def test_parquet_has_every_row_as_it_was(ledger: duckdb.DuckDBPyConnection) -> None:
    for each in RELATIONS:
        rows = ledger.execute(f"SELECT * FROM {each.name}").fetchall()  # noqa: S608
        told = [tuple(str(cell) if isinstance(cell, date) else cell for cell in row) for row in rows]

        assert set(each.rows(rich())) == set(told), each.name
        assert len([*each.rows(rich())]) == len(told), each.name


def test_the_real_ledger_answers_what_does_not_name_another(tmp_path: Path) -> None:
    ledger = opened(laid(tmp_path, real()))
    for question, query, _ in ASKED:
        rows = ledger.execute(query).fetchall()
        assert rows or re.search(r"'(?:league|secretary|harbour-treaty#)", query), question
    for view in VIEWS:
        assert ledger.execute(f"SELECT count(*) FROM {view}").fetchall()[0][0] > 0, view  # noqa: S608


def test_the_manual_names_every_table_view_and_file(folder: Path) -> None:
    named = set(re.findall(r"`([\w./]+)`", PAGE))
    told = {each.name for each in RELATIONS} | set(VIEWS) | {p.name for p in folder.iterdir() if p.is_file()}

    assert told - named == set()


def test_the_database_is_opened_as_the_manual_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    (tmp_path / "build" / "data").mkdir(parents=True)
    laid(tmp_path / "build" / "data", rich())
    monkeypatch.chdir(tmp_path)
    code = re.search(r"```python\n(import sqlite3\n.*?)```", PAGE, re.S)
    assert code
    exec(code[1].replace("2012-12-19", "1996-01-01"), {})  # noqa: S102

    assert "League of the Straits Corvia" in capsys.readouterr().out
