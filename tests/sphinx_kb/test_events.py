"""What happened, as the site tells it: a line below a record's words, a part of a tip, a row of a timeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kb.core.model import Corpus
from kb.load.corpus import assemble, read
from kb.query.sentences import all_told
from sphinx_kb.events import LONG, event

Build = Callable[..., Any]
ROOT = Path(__file__).parents[2]
FRONT = "---\nabout: [league]\n---\n\n# A page\n\n"
RECORD = """\
id: talks
kind: topic
names: {{en: talks on the harbours}}
part-of: [league]
statements:
  told:
    records: {words}
    on: 2003
    evidence: [{{by: League2006history, at: ¶ 6, quote: talks of 2003, seen: full}}]
{fields}"""
LEFT = """\
    event: leave
    agent: [corvia, the men of Selin]
    theme: league
    polarity: not
    further:
      - {event: sign, agent: arvenia, theme: harbour-treaty, modality: planned}
      - {event: begin, theme: the talks}
"""


def record(words: str, fields: str) -> str:
    """A file with one record, with these words and fields."""
    return RECORD.format(words=words, fields=fields)


def corpus(words: str, fields: str) -> Corpus:
    """The small corpus with one more record."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    more = {"docs/facts/talks.yaml": record(words, fields).encode()}
    return assemble({**read(ROOT / "tests" / "corpus"), **schema, **more}, date(2020, 1, 1))


def row(words: str, fields: str) -> str:
    """How a timeline tells it."""
    made = corpus(words, fields)
    return event(made, made.statements["talks#told"])


def test_a_record_says_below_its_words_what_happened(build: Build) -> None:
    site = build({"docs/facts/talks.yaml": record("Corvia stayed in the League.", LEFT)})
    told = [line.get_text() for line in site.page("facts/talks").select("tr#told .kb-more")]

    assert "" == site.warnings
    assert [
        "event Corvia and the men of Selin do not leave the League of the Straits not",
        "further Arvenia is to sign the Harbour Treaty planned",
        "further The talks begin",
    ] == told


def test_who_and_what_are_links_and_marks_are_words(build: Build) -> None:
    page = build({"docs/facts/talks.yaml": record("Corvia stayed in the League.", LEFT)}).page("facts/talks")
    first, second, _ = page.select("tr#told .kb-more")

    assert ["corvia.html", "league.html"] == [link["href"] for link in first.select("a")]
    assert ["Corvia", "League of the Straits"] == [link.get_text() for link in first.select("a")]
    assert [["not"], ["planned"]] == [[tag.get_text() for tag in line.select(".kb-tag")] for line in (first, second)]


def test_a_record_without_an_event_says_why(build: Build) -> None:
    site = build({"docs/facts/talks.yaml": record("The hall is blue.", "    free: nothing happens\n")})
    told = [line.get_text() for line in site.page("facts/talks").select("tr#told .kb-more")]

    assert ["no event nothing happens"] == told


def test_a_card_has_the_sentences_behind_the_words(pages: Build) -> None:
    page = FRONT + "```{kb:timeline}\ntalks\n```\n"
    files = {"docs/facts/talks.yaml": record("Corvia stayed in the League.", LEFT), "docs/topic/page.md": page}

    assert pages(files).card("topic/page", "talks#told")[:2] == [
        "talks on the harbours: Corvia stayed in the League (in 2003)",
        "; ".join(
            (
                "Corvia and the men of Selin do not leave the League of the Straits",
                "Arvenia is to sign the Harbour Treaty",
                "The talks begin",
            )
        ),
    ]


def test_a_statement_without_events_adds_nothing_to_a_tip() -> None:
    made = corpus("The hall is blue.", "    free: nothing happens\n")

    assert "" == all_told(made, made.statements["talks#told"]) == all_told(made, made.statements["league#founded-1990"])


HELD = "    event: host\n    agent: league\n    theme: its nineteenth session\n"
LIST = "the price of salt, the price of bread, the price of wine and the price of fish in all of its harbours"


def test_words_that_point_back_are_told_by_their_sentence() -> None:
    assert "The League of the Straits holds its nineteenth session" == row("It held its nineteenth session.", HELD)


def test_short_words_that_name_their_subject_stay() -> None:
    assert "Corvia held the session" == row("Corvia held the session.", HELD.replace("league", "corvia"))


@pytest.mark.parametrize(("length", "is_told"), [(LONG - 1, False), (LONG, True)])
def test_words_are_long_from_a_hundred_letters_on(length: int, is_told: bool) -> None:
    theme = f"the price of {'s' * (length - 55)}"
    words = f"In Selin on the third day the League discussed {theme}"
    words = words[:length] if len(words) >= length else words + "s" * (length - len(words))
    told = row(words, f"    event: discuss\n    agent: corvia\n    theme: {theme}\n")

    assert (length, 100) == (len(words), LONG)
    assert is_told is told.startswith("Corvia discusses")


def test_long_words_are_told_by_a_shorter_sentence_that_says_as_much() -> None:
    words = f"In Selin on the third day of talks the League discussed {LIST}."
    fields = f"    event: discuss\n    agent: league\n    theme: '{LIST}'\n"

    assert len(words) >= LONG
    assert f"The League of the Straits discusses {LIST}" == row(words, fields)


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("It held its nineteenth session.", "    free: a test\n"),
        ("It held its nineteenth session.", "    event: host\n"),
        ("It took part in the session.", "    event: attend\n    theme: the session\n"),
        ("It held its nineteenth session, and left.", HELD + "    further: {event: leave, agent: league}\n"),
        ("It held its nineteenth session.", HELD + "    modality: reported\n"),
        ("It held its nineteenth session, by its own report of the year after in all of its halls.", HELD),
        ("It said that all was well.", "    event: say\n    agent: league\n    theme: that all was well\n"),
        ("It arrived in Selin on a ship.", "    event: arrive\n    agent: league\n    to: selin\n"),
        ("Its ships were held.", "    event: keep\n    theme: its ships of war\n"),
    ],
    ids=[
        "no event fits", "nobody is named", "somebody did it", "more than one event", "only reported",
        "the sentence says less", "a speech", "a role without a place", "the sentence points back too",
    ],
)  # fmt: skip
def test_words_stay_where_the_sentence_says_less(words: str, fields: str) -> None:
    assert words.rstrip(".") == row(words, fields)


def test_what_has_a_sentence_of_its_property_keeps_it() -> None:
    made = corpus("It was so.", "    free: a test\n")

    assert "League of the Straits is founded" == event(made, made.statements["league#founded-1990"])
