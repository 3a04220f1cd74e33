"""A repository with the small corpus, for commands that are run in one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"


@pytest.fixture
def league(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small corpus, in which the command is run."""
    shutil.copytree(CORPUS, tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "facts" / "schema", tmp_path / "docs" / "facts" / "schema")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path
