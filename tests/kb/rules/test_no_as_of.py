"""As of when a page holds: what it tells and cites that is later."""

from __future__ import annotations

from datetime import date

import pytest

from kb.core.model import Corpus, Page
from kb.load.corpus import assemble
from kb.rules.prose.no_as_of import seen_after, stated, told_after
from kb.run.known import start
from kb.verify.page import reading

PATH = "docs/topic/league.md"
JOINED = "Corvia joined on 1 February 1994 {cite:p}`Gazette1994corvia{¶ 1}`."


def page(files: dict[str, bytes], body: str, front: str = "asof: 1993-12-31\n") -> tuple[Page, Corpus]:
    """A page about the League with this front matter and body, and the corpus with it."""
    text = f"---\nabout: [league]\n{front}---\n\n# The League of the Straits\n\n{body}\n"
    corpus = assemble({**files, PATH: text.encode()}, date(2020, 1, 1))
    return next(page for page in corpus.pages if page.path == PATH), corpus


@pytest.mark.parametrize(
    ("front", "said", "day", "place"),
    [
        ("asof: 1993-12-31\n", "1993-12-31", date(1993, 12, 31), (3, 7)),
        ("asof: 1993-12\n", "1993-12", None, (3, 7)),
        ("", None, None, (1, 1)),
    ],
)
def test_the_day_is_read_with_its_place(
    small: dict[str, bytes], front: str, said: str | None, day: date | None, place: tuple[int, int]
) -> None:
    found, when, mark = stated(page(small, JOINED, front)[0])

    assert (found, when, (mark.line, mark.column)) == (said, day, place)


@pytest.mark.parametrize("words", ["on 1 February 1994", "in February 1994", "in 1994"])
def test_what_begins_after_the_day_is_later_however_it_is_told(small: dict[str, bytes], words: str) -> None:
    it, corpus = page(small, JOINED.replace("on 1 February 1994", words))

    assert [
        read.figure.text for read in told_after(date(1993, 12, 31), start(corpus).ask(reading, page=it), corpus)
    ] == [words[3:]]
    assert list(told_after(date(1994, 2, 1), start(corpus).ask(reading, page=it), corpus)) == []


def test_what_is_planned_is_not_later(small: dict[str, bytes]) -> None:
    ledger = small["docs/facts/league.yaml"].replace(
        b"    from: 1994-02-01\n", b"    planned: true\n    from: 1994-02-01\n"
    )
    it, corpus = page({**small, "docs/facts/league.yaml": ledger}, JOINED)

    assert list(told_after(date(1993, 12, 31), start(corpus).ask(reading, page=it), corpus)) == []


def test_each_source_that_was_looked_up_later_is_named_once(small: dict[str, bytes]) -> None:
    it, corpus = page(small, f"{JOINED}\n{JOINED}")

    assert [(cited.key, seen) for cited, seen in seen_after(date(2019, 4, 30), it, corpus.sources)] == [
        ("Gazette1994corvia", "2019-05-01")
    ]
    assert list(seen_after(date(2019, 5, 1), it, corpus.sources)) == []
