"""What the ledger answers: how surely, and what each answer rests on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.core.model import Corpus
from kb.load.corpus import assemble
from kb.query.questions import Answer, document, holder, in_force, lines, members, single_source

SCHEMA = Path(__file__).parents[3] / "docs/facts/schema"
ONGOING = "until: ongoing, checked: 2020-01-01"
LEAGUE = f"""
id: league
kind: organisation
names: {{en: The League}}
statements:
  old: {{member: arvenia, from: 1990-06-03, until: 1999}}
  new: {{member: arvenia, from: 2001-02-01, {ONGOING}}}
  size: {{members: {{n: 1, of: [states]}}, 'on': 1995}}
  boreland: {{member: boreland, from: 1995, {ONGOING}}}
"""
POST = """
id: secretary
kind: post
names: {en: Secretary}
statements:
  voss: {held-by: voss, from: 2001-04-02, until: 2005}
  rask: {held-by: rask, as: acting, from: 2005, through: 2006-03-01}
"""
PACT = """
id: pact
kind: instrument
names: {en: The Pact}
statements:
  force: {in-force: 1990-06-03}
  end: {expires: 2000-06-03}
"""
NAMES = {"arvenia": "state", "boreland": "state", "voss": "person", "rask": "person"}


def corpus(*texts: str) -> Corpus:
    files = {f"docs/facts/schema/{path.name}": path.read_bytes() for path in SCHEMA.glob("*.yaml")}
    for id, kind in NAMES.items():
        files[f"docs/facts/{id}.yaml"] = f"id: {id}\nkind: {kind}\nnames: {{en: {id.title()}}}\n".encode()
    for number, text in enumerate(texts):
        files[f"docs/facts/{number}.yaml"] = text.encode()
    return assemble(files, date(2020, 1, 1))


def told(answers: tuple[Answer, ...]) -> list[tuple[str, str, str, list[str]]]:
    return [(a.about, a.answer, str(a.certainty), [s.id for s in a.statements]) for a in answers]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1990, 6, 2), []),
        (date(1990, 6, 3), [("The League", "Arvenia", "surely", ["league#old"])]),
        (date(1995, 6, 1), [("The League", "Arvenia", "surely", ["league#old"]),
                            ("The League", "Boreland", "possibly", ["league#boreland"])]),
        (date(2000, 1, 1), [("The League", "Boreland", "surely", ["league#boreland"])]),
        (date(2001, 2, 1), [("The League", "Arvenia", "surely", ["league#new"]),
                            ("The League", "Boreland", "surely", ["league#boreland"])]),
    ],
)  # fmt: skip
def test_members_rest_on_what_holds_on_that_day(day: date, expected: object) -> None:
    assert expected == told(members(corpus(LEAGUE), day))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2001, 4, 1), []),
        (date(2001, 4, 2), [("Secretary", "Voss", "surely", ["secretary#voss"])]),
        (date(2005, 2, 1), [("Secretary", "Voss", "possibly", ["secretary#voss"]),
                            ("Secretary", "Rask (acting)", "possibly", ["secretary#rask"])]),
        (date(2006, 3, 1), [("Secretary", "Rask (acting)", "surely", ["secretary#rask"])]),
        (date(2006, 3, 2), []),
    ],
)  # fmt: skip
def test_a_holder_is_told_with_the_capacity_and_how_surely(day: date, expected: object) -> None:
    assert expected == told(holder(corpus(POST), "secretary", day))


SINCE = ("The Pact", "since 1990-06-03")


@pytest.mark.parametrize(
    ("day", "certainty"),
    [
        (date(1990, 6, 2), None), (date(1990, 6, 3), "surely"), (date(2000, 6, 1), "surely"),
        (date(2000, 6, 2), "surely"), (date(2000, 6, 3), "possibly"), (date(2000, 6, 4), None),
    ],
)  # fmt: skip
def test_an_instrument_is_surely_in_force_to_the_day_before_it_runs_out(day: date, certainty: str | None) -> None:
    expected = [(*SINCE, certainty, ["pact#force"])] if certainty else []

    assert expected == told(in_force(corpus(PACT), day))


def test_what_no_end_is_stated_of_is_in_force() -> None:
    assert [(*SINCE, "surely", ["pact#force"])] == told(
        in_force(corpus(PACT.replace("  end: {expires: 2000-06-03}\n", "")), date(2019, 1, 1))
    )


EVIDENCED = """
id: pact
kind: instrument
names: {en: The Pact}
statements:
  signed:
    signed: 1990-06-03
    evidence:
      - {by: Osk1990a, at: ¶ 1, quote: signed on 3 June 1990, seen: full}
      - {by: Osk1990a, at: ¶ 2, quote: the pact of 3 June 1990, seen: full}
  force:
    in-force: 1990-06-05
    evidence:
      - {by: Osk1990a, at: ¶ 1, quote: in force on 5 June 1990, seen: full}
      - {by: Osk1990b, at: ¶ 9, quote: in force on 5 June 1990, seen: full}
"""


def test_what_rests_on_one_source_is_told_with_its_first_place() -> None:
    assert [("pact#signed", "Osk1990a (¶ 1)", "surely", ["pact#signed"])] == told(single_source(corpus(EVIDENCED)))


def test_an_answer_is_told_to_people_and_to_programs() -> None:
    found = in_force(corpus(EVIDENCED), date(1995, 1, 1))
    quotes = [
        {"by": by, "at": at, "quote": "in force on 5 June 1990"}
        for by, at in (("Osk1990a", "¶ 1"), ("Osk1990b", "¶ 9"))
    ]

    assert ["The Pact", "  since 1990-06-05", "      pact#force @ Osk1990a (¶ 1), Osk1990b (¶ 9)"] == list(lines(found))
    assert [
        {"about": "The Pact", "answer": "since 1990-06-05", "certainty": found[0].certainty,
         "statements": [{"id": "pact#force", "evidence": quotes}]}
    ] == document(found)  # fmt: skip


def test_a_statement_is_not_named_below_itself_and_what_is_not_sure_is_said() -> None:
    made = corpus(EVIDENCED, POST)

    assert ["pact#signed", "  Osk1990a (¶ 1)"] == list(lines(single_source(made)))
    assert [
        "Secretary",
        "  Voss  (possibly)",
        "      secretary#voss @ ",
        "  Rask (acting)  (possibly)",
        "      secretary#rask @ ",
    ] == list(lines(holder(made, "secretary", date(2005, 2, 1))))
