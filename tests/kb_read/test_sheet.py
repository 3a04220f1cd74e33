"""What a sheet shows of a sentence beside what it rests on: what stood before it, and where its links lead."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kb.load.corpus import assemble, read
from kb.run.known import start
from kb_read.deal import Deal, Dealt
from kb_read.given import Given, given
from kb_read.sheet import sheet

ROOT = Path(__file__).parents[2]
PAGE = "docs/topic/league.md"
TEXT = """---
about: [league]
---

# The League of the Straits

The League was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`.
It took in Corvia, as {doc}`/topic/union` tells, on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`.
"""
OTHER = "---\nabout: [league]\n---\n\n# The union of ports\n"


def those() -> tuple[Given, ...]:
    """The sentences of a page."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    pages = {PAGE: TEXT.encode(), "docs/topic/union.md": OTHER.encode()}
    corpus = assemble({**read(ROOT / "tests" / "corpus"), **schema, **pages}, date(2020, 1, 1))
    return tuple(given(start(corpus), next(page for page in corpus.pages if page.path == PAGE)))


def shown(*given: Given) -> str:
    return sheet(Deal("a6cecc1b", tuple(Dealt(each) for each in given)))


def test_a_link_without_words_is_told_by_the_title_of_its_page():
    assert "   leads to: The union of ports\n" in shown(*those())


def test_the_sentence_before_is_told_where_the_reader_was_not_given_it():
    first, second = those()

    assert "   after: The League was founded at Selin on 3 June 1990.\n" in shown(second)
    assert "   after: " not in shown(first, second)
