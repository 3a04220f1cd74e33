"""The lock of readings: each line of it stands by itself, and what cannot be is told at its line."""

from __future__ import annotations

from datetime import date

import pytest

from kb.core.model import Batch, Read
from kb.load.paths import LARGEST, FileKind, kind_of
from kb.load.readings import HEAD, PATH, readings
from kb_read.record import document

BATCH = "batch a6cecc1b 2019-11-29 area-editor read 2 planted 2 caught 2"
READ = "read docs/topic/league.md 2c3c4e4d1d469d45 a6cecc1b 4e07a7be 7154101a,00970af8"


def faults(*lines: str) -> list[str]:
    return [f"{fault.rule} {fault.mark}" for fault in readings("\n".join([*lines, ""]).encode())[1]]


def test_a_lock_is_read_as_it_was_written():
    text = "\n".join([HEAD, BATCH, READ, ""]).encode()
    made, found = readings(text)

    assert () == found
    assert {"a6cecc1b": Batch("a6cecc1b", date(2019, 11, 29), "area-editor", 2, 2, 2)} == made.batches
    entry = Read("2c3c4e4d1d469d45", ("4e07", "a7be"), frozenset({"7154101a", "00970af8"}), "a6cecc1b")
    assert {"docs/topic/league.md": (entry,)} == made.pages
    assert readings(document(made))[0].pages == made.pages


def test_a_role_may_have_forty_letters():
    assert [] == faults(HEAD, BATCH.replace("area-editor", "a" * 40))
    assert 1 == len(faults(HEAD, BATCH.replace("area-editor", "a" * 41)))


def test_the_order_of_lines_and_a_line_that_stands_twice_mean_nothing():
    one, other = (readings("\n".join([HEAD, *lines, ""]).encode())[0] for lines in ((BATCH, READ), (READ, BATCH, READ)))

    assert document(one) == document(other)


def test_without_a_lock_nothing_was_read():
    made, found = readings(b"")

    assert ({}, {}, ()) == (made.batches, made.pages, found)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "<<<<<<< HEAD",
        BATCH.replace("2019-11-29", "2019-11-31"),
        BATCH.replace("caught 2", "caught 1"),
        BATCH.replace("caught 2", "caught 3"),
        BATCH.replace("planted 2 caught 2", "planted 0 caught 0"),
        BATCH.replace("area-editor", "Area Editor"),
        BATCH.replace("area-editor", "a" * 41),
        BATCH.replace("area-editor", "editor-1"),
        BATCH.replace("read 2", "read ٢"),
        READ.replace("league.md", "../../../refs.bib"),
        READ.replace("docs/topic/league.md", "docs/facts/league.yaml"),
        READ.replace("2c3c4e4d", "2C3C4E4D"),
        READ.replace("a6cecc1b", "00000000"),
        READ.replace(",", ", "),
        READ + "\u202e",
        READ.replace("league", "l\u0435ague"),
    ],
)
def test_a_line_that_cannot_be_is_told_where_it_stands(line: str):
    assert f"unreadable {PATH}:3:1" in faults(HEAD, BATCH, line)


def test_a_batch_that_is_under_80_of_a_hundred_counts_for_nothing():
    made, found = readings("\n".join([HEAD, BATCH.replace("caught 2", "caught 1"), READ, ""]).encode())

    assert ({}, {"docs/topic/league.md": ()}) == (made.batches, made.pages)
    assert 2 == len(found)


def test_of_many_faults_the_first_are_told_and_the_others_counted():
    told = readings("\n".join([HEAD, *["x"] * 100_000, ""]).encode())[1]

    assert [f"{PATH}:{n}:1" for n in (*range(2, 22), 1)] == [str(each.mark) for each in told]
    assert "99,980 more lines of it cannot be read" == told[-1].text


@pytest.mark.parametrize("text", ["\n", "{}", "readings 2\n", "\x00"])
def test_what_is_no_lock_is_told_once(text: str):
    assert f"unreadable {PATH}:1:1" in faults(text)


def test_bytes_that_are_no_text_are_told_at_their_line():
    assert [f"unreadable {PATH}:2:1"] == [f"{f.rule} {f.mark}" for f in readings(HEAD.encode() + b"\n\xff")[1]]


def test_it_may_lie_there_and_is_bounded():
    assert FileKind.LEDGER is kind_of(PATH)
    assert LARGEST[FileKind.LEDGER] < 10_000_000
    assert kind_of("docs/topic/readings.lock") is None
