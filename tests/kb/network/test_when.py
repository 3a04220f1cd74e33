"""`kb query when`: the earliest and the latest day of an event, and what binds them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kb.cli import main
from kb.core.model import Corpus
from kb.network.build import network
from kb.network.contradictions import contradictions
from kb.network.when import PossibleTime, when
from kb.run.known import start

ROOT = Path(__file__).parents[3]


def asked(corpus: Corpus, event: str) -> tuple[PossibleTime, ...]:
    run = start(corpus)
    return when(corpus, event, run.ask(network), run.ask(contradictions))


def bounds(corpus, event: str) -> dict[str, tuple[str, list[str]]]:
    """Each bound of the only answer: its day, and the statements that bind it."""
    (answer,) = asked(corpus, event)
    return {bound.edge: (str(bound.day), [constraint.by for constraint in bound.chain]) for bound in answer.bounds}


def test_an_event_is_bound_by_its_own_date(records):
    assert {
        "not before": ("2001-01-01", ["port#a"]),
        "not after": ("2001-12-31", ["port#a"]),
    } == bounds(records(a="on: 2001"), "port#a")


def test_an_event_without_a_date_is_bound_by_others(records):
    corpus = records(a="on: 2001-05", b="after: [a], before: [c]", c="on: 2002")
    found = bounds(corpus, "port#b")

    assert ("2001-05-01", ["port#b", "port#a"]) == (found["not before"][0], found["not before"][1])
    assert "2002-12-31" == found["not after"][0]


def test_an_imprecise_date_is_narrowed_by_another(records):
    corpus = records(a="on: 2001-05-02", b="on: 2001, after: [a]")

    assert ("2001-05-02", "2001-12-31") == tuple(day for day, _ in bounds(corpus, "port#b").values())


def test_a_stretch_has_two_days_for_each_end(records):
    assert [
        ("begins not before", "2001-01-01"),
        ("begins not after", "2001-12-31"),
        ("ends not before", "2003-06-30"),
        ("ends not after", "2003-06-30"),
    ] == [(edge, day) for edge, (day, _) in bounds(records(a="from: 2001, until: 2003-07-01"), "port#a").items()]


def test_what_nobody_dates_has_no_bounds(records):
    assert {"not before": ("None", []), "not after": ("None", [])} == bounds(records(a="number: '3'"), "port#a")


def test_an_entity_is_dated_by_its_founding_or_by_what_points_at_it(ledger):
    port = "place\nstatements:\n  a: {records: so, on: 2001-05-02, later: {n: 10, of: years, than: league}}"
    league = "organisation\nstatements:\n  founded: {founded: 1991}"

    assert ["league#founded"] == [answer.about for answer in asked(ledger(port=port, league=league), "league")]
    assert ("1990-10-29", "1991-11-04") == tuple(
        day for day, _ in bounds(ledger(port=port, league="organisation"), "league").values()
    )


def test_what_happens_once_is_one_day(ledger):
    pact = "instrument\nstatements:\n  month: {signed: 2001-05}\n  day: {signed: 2001-05-02}"
    found = asked(ledger(pact=pact), "pact")

    assert {"2001-05-02"} == {str(bound.day) for answer in found for bound in answer.bounds}


def test_of_what_is_left_open_only_what_is_asked_about_counts(records):
    judgement = "judgements:\n  - {question: when, open: [a, b], because: both are good}\n"
    corpus = records(a="on: 2001", b="on: 2003", c="after: [a, b]", judgement=judgement)

    assert "None" == bounds(corpus, "port#c")["not before"][0]
    assert "2001-12-31" == bounds(corpus, "port#a")["not after"][0]


def test_nothing_is_told_of_what_is_contradicted(records):
    (answer,) = asked(records(a="on: 2001", b="on: 2000, after: [a]"), "port#b")

    assert ((), {"port#a", "port#b"}) == (answer.bounds, {constraint.by for constraint in answer.against})


@pytest.fixture
def league(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small corpus and a jubilee, in which the command is run."""
    shutil.copytree(ROOT / "tests" / "corpus", tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "facts" / "schema", tmp_path / "docs" / "facts" / "schema")
    file = tmp_path / "docs" / "facts" / "selin.yaml"
    evidence = (
        "    evidence:\n      - {by: League2006history, at: ¶ 9, quote: ten years after the treaty, seen: full}\n"
    )
    order = "    later: {n: 10, of: years, than: harbour-treaty#signed-1990}\n"
    file.write_text(f"{file.read_text()}statements:\n  fair:\n    records: A fair was held.\n{order}{evidence}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_tells_both_days_and_who_says_so(league, capsys):
    assert 0 == main(["query", "when", "selin#fair", "--today", "2020-01-01"])
    assert (
        """selin#fair
  not before 1999-11-30
      selin#fair is 10 years later than harbour-treaty#signed-1990 @ League2006history (¶ 9)
      harbour-treaty#signed-1990 is dated 1990-06-03 @ Harbour1990treaty (preamble)
  not after 2000-12-05
      harbour-treaty#signed-1990 is dated 1990-06-03 @ Harbour1990treaty (preamble)
      selin#fair is 10 years later than harbour-treaty#signed-1990 @ League2006history (¶ 9)
"""
        == capsys.readouterr().out
    )


def test_the_command_answers_programs(league, capsys):
    main(["query", "when", "harbour-treaty", "--format", "json", "--today", "2020-01-01"])
    told = json.loads(capsys.readouterr().out)

    assert (1, "when", "harbour-treaty") == (told["version"], told["question"], told["event"])
    (answer,) = told["answers"]
    assert "harbour-treaty#signed-1990" == answer["about"]
    assert [("not before", "1990-06-03"), ("not after", "1990-06-03")] == [
        (b["edge"], b["day"]) for b in answer["bounds"]
    ]
    assert ["harbour-treaty#signed-1990"] == [constraint["statement"] for constraint in answer["bounds"][0]["because"]]
    assert [] == answer["contradiction"]


def test_an_unknown_event_is_answered_with_those_that_come_close(league, capsys):
    assert 2 == main(["query", "when", "harbor-treaty", "--today", "2020-01-01"])
    assert "did you mean harbour-treaty" in capsys.readouterr().err
