"""`kb check --watch`: what it says when something changes while it looks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO

import pytest

from kb.cli import main
from kb.cli.watch import told

PAGE = "docs/topic/league.md"
SCRIPTS = Path(__file__).parents[3] / "scripts"


def edits(base: Path) -> Iterator[None]:
    """Nothing, then a slip, then its repair."""
    page, text = base / PAGE, (base / PAGE).read_text()
    yield None
    page.write_text(text.replace("3 June 1990", "4 June 1990"))
    yield None
    page.write_text(text)
    yield None


def test_it_tells_what_is_new_and_what_is_mended(league: Path):
    looks = list(told(league, (), date(2020, 1, 1), edits(league)))
    (first, _), (wrong, slip), (right, mended) = looks

    assert [True, False, True] == [first, wrong, right]
    assert slip[0].startswith(f"{PAGE}:7:36: error: ")
    assert [f"mended: {slip[0]}"] == mended[:-1]
    assert slip[-1].startswith("1 error, ")


def test_it_is_for_people(league: Path, capsys: pytest.CaptureFixture[str]):
    assert 2 == main(["check", "--watch", "--format", "json"])
    assert "without --fix and --format" in capsys.readouterr().err


def until_it_has_looked(stream: IO[str]) -> list[str]:
    """All lines up to the one that says how long it took."""
    lines: list[str] = []
    while not lines or not re.search(r" after \d+\.\d\d s$", lines[-1]):
        lines.append(stream.readline().rstrip("\n"))
        assert lines[-1], lines
    return lines


def test_a_change_is_noticed_while_it_runs(league: Path):
    command = [sys.executable, "-m", "kb.cli", "check", "--watch", "--today", "2020-01-01"]
    settings = {**os.environ, "PYTHONPATH": str(SCRIPTS), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=league, env=settings, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        try:
            until_it_has_looked(running.stdout)
            page = league / PAGE
            page.write_text(page.read_text().replace("3 June 1990", "4 June 1990"))
            told_then = until_it_has_looked(running.stdout)
        finally:
            running.terminate()

    assert told_then[0].startswith(f"{PAGE}:7:36: error: ")
