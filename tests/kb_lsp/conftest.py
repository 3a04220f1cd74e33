"""A repository with the small corpus, and an editor in it that speaks with the server by its real protocol."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb_bench.editor import Editor

ROOT = Path(__file__).parents[2]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small corpus under the real schema."""
    shutil.copytree(ROOT / "tests" / "corpus", tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "facts" / "schema", tmp_path / "docs" / "facts" / "schema")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577880000")
    monkeypatch.setenv("KB_CACHE", "off")
    return tmp_path


@pytest.fixture
def editor(repository: Path) -> Iterator[Editor]:
    """An editor that counts in UTF-16, as most do."""
    with Editor(repository) as opened:
        yield opened
