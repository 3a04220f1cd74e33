"""As of when a page holds: what it tells and cites that is later."""

from __future__ import annotations

from datetime import date

import pytest

from kb.core.as_of import stated
from kb.core.model import Corpus, Page
from kb.load.corpus import assemble
from kb.rules.prose.no_as_of import cited_after, told_after
from kb.run.known import start
from kb.verify.page import reading
from kb.verify.reach import grounds
from kb.verify.shown import displayed

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


def told(day: date, it: Page, corpus: Corpus) -> list[tuple[str, str, int]]:
    """What the page shows that is later than the day: what, of when, in which line of the page."""
    run = start(corpus)
    those = told_after(day, run.ask(reading, page=it), run.ask(displayed, page=it), run.ask(grounds, page=it))
    return [(each.what.partition(",")[0], str(each.day), each.places[0].line) for each in those]


@pytest.mark.parametrize("words", [" on 1 February 1994", " in February 1994", " in 1994", ""])
def test_what_begins_after_the_day_is_later_however_it_is_told(small: dict[str, bytes], words: str) -> None:
    it, corpus = page(small, JOINED.replace(" on 1 February 1994", words))

    assert told(date(1993, 12, 31), it, corpus) == [("league#corvia", "1994-02-01", 8)]
    assert told(date(1994, 2, 1), it, corpus) == []


def test_what_a_timeline_shows_is_later_too_and_is_told_where_it_is_shown_first(small: dict[str, bytes]) -> None:
    timeline = "```{kb:timeline}\nleague#founded-1990\nleague#corvia\n```"
    alone, corpus = page(small, timeline)
    after, other = page(small, f"{JOINED}\n\n{timeline}")

    assert told(date(1993, 12, 31), alone, corpus) == [("league#corvia", "1994-02-01", 8)]
    assert told(date(1993, 12, 31), after, other) == [("league#corvia", "1994-02-01", 8)]
    assert told(date(1989, 12, 31), after, other) == [
        ("league#corvia", "1994-02-01", 8), ("league#founded-1990", "1990-06-03", 10),
    ]  # fmt: skip


def test_what_stands_at_the_same_place_of_a_source_and_is_not_retold_is_not_later(small: dict[str, bytes]) -> None:
    more = b"""  harbour:
    records: The harbour of Selin burned down.
    on: 1995-07-01
    free: it is an example
    evidence:
      - {by: Gazette1994corvia, at: \xc2\xb6 1, quote: the harbour burned down on 1 July 1995, seen: full}
claims:
"""
    ledger = small["docs/facts/league.yaml"].replace(b"claims:\n", more)
    it, corpus = page({**small, "docs/facts/league.yaml": ledger}, JOINED)

    assert told(date(1994, 12, 31), it, corpus) == []


def test_an_observation_is_later_than_the_day_before_it(small: dict[str, bytes]) -> None:
    ledger = small["docs/facts/league.yaml"].replace(b"    on: 1995\n", b"    as-of: 1995\n")
    it, corpus = page(
        {**small, "docs/facts/league.yaml": ledger}, "It had three members then {cite:p}`League2006history{¶ 3}`."
    )

    assert told(date(1994, 12, 31), it, corpus) == [("league#members-1995", "1995", 8)]
    assert told(date(1995, 1, 1), it, corpus) == []


def test_what_is_planned_is_not_later(small: dict[str, bytes]) -> None:
    ledger = small["docs/facts/league.yaml"].replace(
        b"    from: 1994-02-01\n", b"    planned: true\n    from: 1994-02-01\n"
    )
    it, corpus = page({**small, "docs/facts/league.yaml": ledger}, JOINED)

    assert told(date(1993, 12, 31), it, corpus) == []


def test_each_source_that_was_looked_up_later_is_named_once(small: dict[str, bytes]) -> None:
    it, corpus = page(small, f"{JOINED}\n{JOINED}")
    (later,) = cited_after(date(2019, 4, 30), it, corpus.sources)

    assert (later.what, str(later.day)) == ("Gazette1994corvia, cited here, was looked up on", "2019-05-01")
    assert [(mark.path, mark.line) for mark in later.places] == [(PATH, 8), ("refs.bib", 1)]
    assert list(cited_after(date(2019, 5, 1), it, corpus.sources)) == []


def test_a_source_that_nobody_dates_the_reading_of_is_as_late_as_it_was_published(small: dict[str, bytes]) -> None:
    undated = {**small, "refs.bib": small["refs.bib"].replace(b"  urldate      = {2019-05-01},\n", b"")}
    it, corpus = page(undated, JOINED)

    assert [(each.what, str(each.day)) for each in cited_after(date(1993, 12, 31), it, corpus.sources)] == [
        ("Gazette1994corvia, cited here, is of", "1994")
    ]
    assert list(cited_after(date(1994, 1, 1), it, corpus.sources)) == []
