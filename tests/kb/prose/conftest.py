"""A page about the league of small states, read against its ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kb.load.corpus import assemble, read
from kb.verify import page
from kb.verify.page import Reading

TESTS = Path(__file__).parent.parent.parent
PAGE = "docs/topic/league.md"
HEAD = "---\nabout: [league]\n---\n\n# The League of the Straits\n\n"


@pytest.fixture(scope="session")
def league() -> dict[str, bytes]:
    """The files of the small corpus, under the real schema."""
    schema = {path: data for path, data in read(TESTS.parent).items() if path.startswith("docs/facts/schema/")}
    return {**read(TESTS / "corpus"), **schema}


@pytest.fixture
def read_page(league: dict[str, bytes]) -> Callable[..., Reading]:
    """Reads a page with this body; other files may be laid over the corpus, such as ``{"refs.bib": …}``."""

    def reading(body: str, files: dict[str, str] | None = None) -> Reading:
        laid = {path: text.encode() for path, text in (files or {}).items()}
        corpus = assemble({**league, **laid, PAGE: f"{HEAD}{body}\n".encode()}, date(2020, 1, 1))
        page = next(page for page in corpus.pages if page.path == PAGE)
        return page.read(page, corpus)

    return reading
