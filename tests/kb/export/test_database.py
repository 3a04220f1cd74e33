"""The database: what went in comes out, under keys that hold, and its views answer as `kb query` does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from exported import WORK, days, evidence, real, rich
from kb.core.truth import Truth
from kb.export.database import FILE, database
from kb.export.relations import RELATIONS
from kb.export.tables import VERSION
from kb.export.views import VIEWS
from kb.query import questions

BOTH = pytest.mark.parametrize("corpus", [rich, real], ids=["small", "real"])
ROLL = """
SELECT body_label, member_label, max(:day BETWEEN surely_from AND surely_through) AS surely,
group_concat(statement) AS statements
FROM roll WHERE :day BETWEEN possibly_from AND possibly_through GROUP BY body, member
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("databases")
    for corpus in (rich, real):
        (folder / corpus.__name__).write_bytes(database(corpus(), WORK))
    return folder


@pytest.fixture
def opened(place: Path, corpus) -> Iterator[sqlite3.Connection]:
    """Opened to be read, as the manual shows it."""
    with closing(sqlite3.connect(f"file:{place / corpus.__name__}?mode=ro", uri=True)) as database:
        yield database


@BOTH
def test_every_row_comes_back(opened: sqlite3.Connection, corpus) -> None:
    for each in RELATIONS:
        there = opened.execute(f'SELECT * FROM "{each.name}"').fetchall()  # noqa: S608
        given = [tuple(int(cell) if isinstance(cell, bool) else cell for cell in row) for row in each.rows(corpus())]

        assert sorted(given, key=repr) == sorted(there, key=repr), each.name


@BOTH
def test_every_piece_of_evidence_comes_back(opened: sqlite3.Connection, corpus) -> None:
    there = opened.execute("SELECT statement, position, source, place, quote, seen FROM evidence").fetchall()

    assert sorted(evidence(corpus())) == sorted(there)


@BOTH
def test_it_is_whole_and_its_keys_hold(opened: sqlite3.Connection, corpus) -> None:
    assert [("ok",)] == opened.execute("PRAGMA integrity_check").fetchall()
    assert [] == opened.execute("PRAGMA foreign_key_check").fetchall()
    assert [(VERSION,)] == opened.execute("PRAGMA user_version").fetchall()
    assert [(VERSION, str(corpus().today), WORK.title, WORK.license)] == opened.execute(
        "SELECT * FROM about"
    ).fetchall()


@BOTH
def test_the_roll_of_any_day_is_that_of_the_query(opened: sqlite3.Connection, corpus) -> None:
    asked = days(corpus())
    for day in asked:
        told = {
            (a.about, a.answer, a.certainty is Truth.SURELY, frozenset(s.id for s in a.statements))
            for a in questions.members(corpus(), day)
        }
        rows = opened.execute(ROLL, {"day": str(day)}).fetchall()

        assert told == {(body, who, bool(sure), frozenset(ids.split(","))) for body, who, sure, ids in rows}, day
    assert len(asked) > 10


@BOTH
def test_who_holds_a_post_is_what_the_query_says(opened: sqlite3.Connection, corpus) -> None:
    query = """SELECT holder_label, as_role, statement FROM holders
    WHERE post = :post AND :day BETWEEN possibly_from AND possibly_through"""
    posts = [entity.id for entity in corpus().entities.values() if entity.acts_as == "office"]
    for post, day in ((post, day) for post in posts for day in days(corpus())[::3]):
        told = sorted((a.answer, a.statements[0].id) for a in questions.holder(corpus(), post, day))
        rows = opened.execute(query, {"post": post, "day": str(day)}).fetchall()

        assert told == sorted((f"{who} ({role})" if role else who, id) for who, role, id in rows), (post, day)
    assert posts


@BOTH
def test_what_rests_on_one_source_is_what_the_query_says(opened: sqlite3.Connection, corpus) -> None:
    rows = opened.execute("SELECT statement, source FROM single_source").fetchall()

    assert {(a.about, a.statements[0].evidence[0].by) for a in questions.single_source(corpus())} == set(rows)


def test_what_is_in_dispute_is_told_from_both_sides(place: Path) -> None:
    with closing(sqlite3.connect(f"file:{place / 'rich'}?mode=ro", uri=True)) as opened:
        rows = opened.execute(
            "SELECT statement, rank, against FROM in_dispute WHERE statement LIKE 'plan#%'"
        ).fetchall()

    assert {("plan#may", "preferred", "plan#june"), ("plan#june", "deprecated", "plan#may")} == set(rows)


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_answers(place: Path, name: str) -> None:
    with closing(sqlite3.connect(f"file:{place / 'rich'}?mode=ro", uri=True)) as opened:
        assert opened.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608


def test_what_a_stranger_wrote_is_data(place: Path) -> None:
    with closing(sqlite3.connect(f"file:{place / 'rich'}?mode=ro", uri=True)) as opened:
        value = opened.execute("SELECT value FROM statements WHERE id = ?", ("plan#hyper",)).fetchone()[0]

    assert value == rich().statements["plan#hyper"].value
    assert "DROP TABLE" in value


def test_two_runs_are_the_same_bytes() -> None:
    first, second = (database(corpus, WORK) for corpus in (rich(), replace(rich())))

    assert first == second
    assert first[96:100] == (3_035_000).to_bytes(4, "big")


def test_keys_come_first() -> None:
    """Where they do not, SQLite holds columns of tables without row ids for empty."""
    assert [] == [each.name for each in RELATIONS if tuple(c.name for c in each.columns)[: len(each.key)] != each.key]


def test_its_name_is_that_of_the_manual() -> None:
    assert FILE == "kb.sqlite"
