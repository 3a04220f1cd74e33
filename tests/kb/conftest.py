"""The small corpus: as a repository in which commands are run, and as files a page is read against."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kb.load.corpus import assemble, read
from kb.run.known import start
from kb.verify.page import reading
from kb.verify.verdict import VerifiedPage

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
PAGE = "docs/topic/league.md"
HEAD = "---\nabout: [league]\n---\n\n# The League of the Straits\n\n"


@pytest.fixture
def league(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small corpus, in which the command is run."""
    shutil.copytree(CORPUS, tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "facts" / "schema", tmp_path / "docs" / "facts" / "schema")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


@pytest.fixture(scope="session")
def small() -> dict[str, bytes]:
    """The files of the small corpus, under the real schema."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    return {**read(CORPUS), **schema}


@pytest.fixture(name="read_page")
def _read_page(small: dict[str, bytes]) -> Callable[..., VerifiedPage]:
    """Reads a page with this body; other files may be laid over the corpus, such as ``{"refs.bib": …}``."""

    def read_page(body: str, files: dict[str, str] | None = None) -> VerifiedPage:
        laid = {path: text.encode() for path, text in (files or {}).items()}
        corpus = assemble({**small, **laid, PAGE: f"{HEAD}{body}\n".encode()}, date(2020, 1, 1))
        page = next(page for page in corpus.pages if page.path == PAGE)
        return start(corpus).ask(reading, page=page)

    return read_page
