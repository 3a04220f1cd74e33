"""While somebody writes, a brief is printed anew when its page has been read again, and no other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import fresh


def lay(file: Path, moment: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(file.name.encode())
    os.utime(file, (moment, moment))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Three briefs as they were read, of which two were printed; one of these was read again since."""
    for name, moment in {"forces": 100, "article-4": 300, "new": 100}.items():
        lay(tmp_path / "read" / "briefs" / f"{name}.doctree", moment)
    lay(tmp_path / "read" / "treaty" / "article-4.doctree", 400)
    for name in ("csto-forces", "csto-article-4"):
        lay(tmp_path / "pdf" / f"{name}.pdf", 200)
    return tmp_path


def test_what_was_read_since_and_what_was_never_printed_is_stale(place: Path) -> None:
    assert ["article-4", "new"] == fresh.stale(place / "read", place / "pdf")


def test_where_all_is_fresh_nothing_is_started(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("csto-forces", "csto-article-4", "csto-new"):
        lay(place / "pdf" / f"{name}.pdf", 500)
    monkeypatch.setattr(fresh.subprocess, "run", lambda *_, **__: pytest.fail("Sphinx was started"))

    assert 0 == fresh.refresh(place, place / "read", place / "pdf", place / "site")


def test_what_is_printed_is_laid_beside_the_site(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Ended:
        returncode = 0

    def sphinx(command: list[str], **_: object) -> Ended:
        asked.extend(each for each in command if each.startswith("typst_only="))
        lay(place / "pdf" / "csto-new.pdf", 500)
        lay(place / "pdf" / "csto-article-4.pdf", 500)
        return Ended()

    monkeypatch.setattr(fresh.subprocess, "run", sphinx)
    (place / "site").mkdir()
    fresh.refresh(place, place / "read", place / "pdf", place / "site")

    assert ["typst_only=article-4,new"] == asked
    assert ["csto-article-4.pdf", "csto-new.pdf"] == sorted(file.name for file in (place / "site" / "pdf").iterdir())
    assert [] == fresh.stale(place / "read", place / "pdf")
