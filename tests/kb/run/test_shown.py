"""What a page shows of the ledger, and the newest of it."""

from __future__ import annotations

from datetime import date

from kb.core.model import Page
from kb.load.corpus import assemble
from kb.run.fixtures import Run
from kb.run.known import start
from kb.run.shown import newest_told, shown
from rule_examples import small_corpus

PATH = "docs/topic/league.md"
FOUNDED = "The League was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`."
JOINED = "Corvia joined {cite:p}`Gazette1994corvia{¶ 1}`."
TREATY = "```{kb:timeline}\nharbour-treaty\n```"


def page(body: str, front: str = "") -> tuple[Run, Page]:
    """A page with this body, and a run over the small corpus with it."""
    text = f"---\nabout: [league]\n{front}---\n\n# The League of the Straits\n\n{body}\n"
    corpus = assemble({**small_corpus(), PATH: text.encode()}, date(2020, 1, 1))
    return start(corpus), next(page for page in corpus.pages if page.path == PATH)


def test_a_page_shows_what_its_sentences_retell_and_its_tables_tell_in_the_order_of_the_ledger() -> None:
    found = shown(*page(f"{JOINED}\n{FOUNDED}\n\n{TREATY}"))

    assert [statement.id for statement in found] == [
        "harbour-treaty#signed-1990", "harbour-treaty#in-force-1991", "league#founded-1990", "league#corvia",
    ]  # fmt: skip


def test_the_newest_that_a_page_tells_had_come_by_the_day_of_the_page() -> None:
    whole = f"{JOINED}\n{FOUNDED}\n\n{TREATY}"

    assert str(newest_told(*page(whole))) == "1994-02-01"
    assert str(newest_told(*page(whole, "asof: 1993-12-31\n"))) == "1991-01-12"
    assert newest_told(*page("Nothing is told here.")) is None


def test_a_day_that_no_table_can_tell_of_is_left_to_the_rule_that_finds_it() -> None:
    assert shown(*page("```{kb:members} league @ spring\n```")) == ()
