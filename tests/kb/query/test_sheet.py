"""What a sheet tells of one day."""

from __future__ import annotations

from datetime import date

import pytest

from kb.core.model import Corpus
from kb.load.corpus import assemble
from kb.query.sheet import first_day, newest, of_the_year, strengths, watching
from rule_examples import TODAY, small_corpus

EVIDENCE = "    evidence: [{by: League2006history, at: ¶ 9, quote: Q, seen: full}]\n"
FORCE = f"""id: guard
kind: force
names: {{en: Harbour Guard}}
part-of: [league]
statements:
  size-1995:
    strength: {{n: 900, of: [soldiers]}}
    on: 1995-02
{EVIDENCE}  size-2001:
    strength: {{n: 1000, of: [soldiers]}}
    on: 2001-03
{EVIDENCE}  size-2001-other:
    strength: {{n: 1200, of: [soldiers]}}
    on: 2001-05
{EVIDENCE}"""
DRILL = f"""id: drill-1995
kind: event
names: {{en: Drill-1995}}
part-of: [guard]
statements:
  held:
    took-place: 1995-03-04
{EVIDENCE}  size:
    strength: {{n: 90, of: [soldiers]}}
    on: 1995-03
{EVIDENCE}"""
WATCHED = f"""  watching:
    observer: corvia
    from: 2000-01-01
    until: 2003-01-01
{EVIDENCE}claims:
"""


@pytest.fixture(name="corpus", scope="module")
def _corpus() -> Corpus:
    files = small_corpus()
    league = files["docs/facts/league.yaml"].decode().replace("claims:\n", WATCHED).encode()
    more = {"docs/facts/guard.yaml": FORCE.encode(), "docs/facts/drill-1995.yaml": DRILL.encode()}
    corpus = assemble({**files, **more, "docs/facts/league.yaml": league}, TODAY)

    assert () == corpus.faults
    return corpus


def test_the_first_day_is_that_on_which_somebody_joined(corpus: Corpus) -> None:
    assert date(1990, 6, 3) == first_day(corpus)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1994-12-31", []),
        ("1999-01-01", [["guard#size-1995"]]),
        ("2001-04-01", [["guard#size-2001"]]),
        ("2009-01-01", [["guard#size-2001", "guard#size-2001-other"]]),
    ],
)
def test_a_force_has_the_numbers_of_the_last_year_that_has_any(corpus: Corpus, day: str, expected: object) -> None:
    assert expected == [[s.id for s in those] for those in strengths(corpus, date.fromisoformat(day))]


@pytest.mark.parametrize(("day", "seen"), [("1999-12-31", False), ("2001-01-01", True), ("2003-01-01", False)])
def test_an_observer_watches_while_it_does(corpus: Corpus, day: str, seen: bool) -> None:
    assert seen == bool(watching(corpus, date.fromisoformat(day)))


def test_of_named_statements_the_newest_that_had_come_about_are_told(corpus: Corpus) -> None:
    named = ["league#founded-1990", "league#corvia", "guard#size-2001", "league#members-1995"]

    assert ["league#founded-1990", "league#corvia", "league#members-1995"] == [
        s.id for s in newest(corpus, named, date(1996, 1, 1))
    ]
    assert ["league#founded-1990", "league#members-1995", "guard#size-2001"] == [
        s.id for s in newest(corpus, named, date(2005, 1, 1))
    ]


def test_the_events_are_those_of_the_year(corpus: Corpus) -> None:
    assert ["drill-1995#held"] == [s.id for s in of_the_year(corpus, ["league"], date(1995, 1, 1))]
    assert () == of_the_year(corpus, ["league"], date(1996, 1, 1))
