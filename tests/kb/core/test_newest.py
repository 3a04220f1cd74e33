"""The newest day on which something happened."""

from __future__ import annotations

from datetime import date

import pytest

from kb.core.model import Corpus
from kb.core.newest import newest
from kb.load.corpus import assemble
from rule_examples import TODAY, small_corpus

PLAN = "id: plan\nkind: instrument\nnames: {en: Plan for the Harbours}\npart-of: [league]\nstatements:\n"
BUILD = "records: The League was to found a fleet., event: create, agent: league, theme: a fleet"
TOLD = "further: [{event: announce, agent: league}]"
OVER = """judgements:
  - question: When was it?
    follow: s0
    over: [s1]
    because: The history tells it so.
"""


def corpus(*statements: str, more: str = "") -> Corpus:
    """The small corpus with a plan that has these statements."""
    rests = "evidence: [{by: League2006history, at: ¶ 6, quote: so it was, seen: full}]"
    lines = "".join(f"  s{n}: {{{statement}, {rests}}}\n" for n, statement in enumerate(statements))
    made = assemble({**small_corpus(), "docs/facts/plan.yaml": f"{PLAN}{lines}{more}".encode()}, TODAY)
    assert made.faults == ()
    return made


def day(made: Corpus, last: date = TODAY) -> str | None:
    """The newest day of the plan."""
    found = newest(made.entities["plan"].statements, made, last)
    return str(found) if found else None


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (("signed: 1994-02-01", "in-force: 1995"), "1995"),
        (("signed: 1995", "in-force: 1995-01-01"), "1995-01-01"),
        (("records: it grew, free: so, on: 1994-03", "records: it stood, free: so, from: 1994-02-28"), "1994-03"),
        (("signed: 1994-02-01", "in-force: 1995-02-01, planned: true"), "1994-02-01"),
        (("signed: 1994-02-01", "expires: 1999-02-01"), "1994-02-01"),
        (("signed: 1994-02-01", f"{BUILD}, modality: planned, on: 1995-02-01"), "1994-02-01"),
        (("signed: 1994-02-01", f"{BUILD}, modality: reported, on: 1995-02-01"), "1995-02-01"),
        (
            (
                "signed: 1994-02-01",
                f"{BUILD}, modality: planned, on: 1995, {TOLD}",
            ),
            "1995",
        ),
        (("records: it stood, free: so, from: 1994, until: 1999",), "1994"),
        (("records: it stood, free: so, as-of: 1999",), None),
        (("provides: Each keeps its harbours.",), None),
    ],
)
def test_the_newest_is_what_happened_last(statements: tuple[str, ...], expected: str | None) -> None:
    assert day(corpus(*statements)) == expected


def test_what_came_after_the_last_day_is_left_out_and_the_day_itself_is_not() -> None:
    made = corpus("signed: 1994-02-01", "in-force: 1995-02-01")

    assert (day(made, date(1995, 2, 1)), day(made, date(1995, 1, 31))) == ("1995-02-01", "1994-02-01")
    assert day(made, date(1994, 1, 31)) is None


def test_what_a_judgement_does_not_follow_did_not_happen() -> None:
    assert day(corpus("signed: 1994-02-01", "signed: 1995-02-01")) == "1995-02-01"
    assert day(corpus("signed: 1994-02-01", "signed: 1995-02-01", more=OVER)) == "1994-02-01"
