"""`kb query` and `kb explain`: what they answer, and what they bring up for a mistyped name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kb.cli import main
from kb.run.runner import rules

ROOT = Path(__file__).parents[3]


LISTED = """\
FORM
  schema            Records have the fields of the schema.
  silent-rule       Each rule can speak.

TIME
  end-before-start  Nothing ends before it begins.

WEATHER
  wet               Rain is wet.

kb explain RULE prints the page of one
"""
FISHING = """\
id: fishing-treaty
kind: instrument
names: {en: Fishing Treaty}
statements:
  in-force: {in-force: 1996}
  five-years: {expires: 2001}
  arvenia: {member: arvenia, from: 1996, until: UNTIL}
"""


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1990-06-02", []),
        ("1990-06-03", ["Arvenia", "Boreland"]),
        ("1994-02-01", ["Arvenia", "Boreland", "Corvia"]),
        ("1999-04-01", ["Arvenia", "Boreland", "Corvia"]),
        ("1999-04-02", ["Arvenia", "Boreland"]),
    ],
)
def test_members_on_a_day(league, capsys, day, expected):
    main(["query", "members", "--on", day, "--format", "json"])

    assert expected == [answer["answer"] for answer in json.loads(capsys.readouterr().out)["answers"]]


def test_the_holder_of_a_post_on_a_day_with_what_says_so(league, capsys):
    main(["query", "holder", "secretary", "--on", "2005-12-31"])
    expected = """\
Secretary of the League
  Petra Voss
      secretary#voss-2001 @ League2006history (¶ 5)
"""

    assert expected == capsys.readouterr().out


def test_a_mistyped_post_brings_up_those_that_come_close(league, capsys):
    assert main(["query", "holder", "secretry", "--on", "2005-12-31"]) == 2
    assert capsys.readouterr().err == "kb: there is no post 'secretry'; did you mean secretary\n"


HELD = """\
id: treasurer
kind: post
names: {en: Treasurer of the League}
part-of: [league]
statements:
  voss: {held-by: voss, TIME}
"""


@pytest.mark.parametrize(
    ("time", "day", "expected"),
    [
        ("from: 2001-04-02, until: unknown", "2003-03-03", "possibly"),
        ("from: 2001-04-02", "2003-03-03", "possibly"),
        ("from: 2001-04-02, until: unknown", "2001-04-02", "surely"),
        ("from: 2001-04, through: 2005-12-31", "2001-04-10", "possibly"),
        ("from: 2001-04, through: 2005-12-31", "2001-05-01", "surely"),
        ("from: 2001-04-02, through: 2005-12", "2005-12-10", "possibly"),
        ("from: 2001-04-02, through: 2005-12-31", "2005-12-31", "surely"),
        ("from: 2001-04-02, until: 2005-12-31", "2005-12-30", "surely"),
        ("from: 2001-04-02, until: 2005-12-31", "2005-12-31", None),
        ("from: 2001~, through: 2005-12-31", "2001-06-01", "possibly"),
        ("from: 2001~, through: 2005-12-31", "2000-06-01", "possibly"),
        ("from: 2001~, through: 2005-12-31", "1999-06-01", None),
        ("from: 2001-04-02, until: ongoing, checked: 2019-05-01", "2019-12-31", "surely"),
        ("from: 2001-04-02, until: ongoing, checked: 2019-05-01", "2020-01-02", "possibly"),
    ],
)
def test_a_holder_is_certain_only_where_both_ends_are(league, capsys, time, day, expected):
    (league / "docs/facts/treasurer.yaml").write_text(HELD.replace("TIME", time), encoding="utf-8")
    main(["query", "holder", "treasurer", "--on", day, "--format", "json", "--today", "2020-01-01"])
    answers = json.loads(capsys.readouterr().out)["answers"]

    assert [expected] * bool(expected) == [answer["certainty"] for answer in answers]


@pytest.mark.parametrize(("day", "expected"), [("1991-01-11", []), ("1991-01-12", ["Harbour Treaty"])])
def test_instruments_in_force_on_a_day(league, capsys, day, expected):
    main(["query", "in-force", "--on", day, "--format", "json"])

    assert expected == [answer["about"] for answer in json.loads(capsys.readouterr().out)["answers"]]


@pytest.mark.parametrize(("until", "expected"), [("2001", []), ("2005", ["Fishing Treaty"])])
def test_an_instrument_is_in_force_past_its_term_while_it_has_parties(league, capsys, until, expected):
    (league / "docs/facts/fishing-treaty.yaml").write_text(FISHING.replace("UNTIL", until), encoding="utf-8")
    (league / "docs/facts/harbour-treaty.yaml").unlink()
    main(["query", "in-force", "--on", "2003-03-03", "--format", "json"])

    assert expected == [answer["about"] for answer in json.loads(capsys.readouterr().out)["answers"]]


def test_statements_that_rest_on_one_source(league, capsys):
    main(["query", "single-source", "--format", "json"])
    found = {answer["about"] for answer in json.loads(capsys.readouterr().out)["answers"]}

    assert "league#founded-1990" in found
    assert "league#corvia" not in found


def test_a_rule_is_explained_in_plain_text(league, capsys):
    shutil.copytree(ROOT / "docs" / "rules", league / "docs" / "rules")
    code = main(["explain", "end-before-start"])
    out = capsys.readouterr().out

    assert code == 0
    assert out.startswith("END-BEFORE-START\n\nNothing ends before it begins.\n\nWHY IT MATTERS\n")
    assert "    # docs/facts/treasurer.yaml\n" in out
    assert "```" not in out


def test_a_mistyped_rule_brings_up_those_that_come_close(league, capsys):
    shutil.copytree(ROOT / "docs" / "rules", league / "docs" / "rules")

    assert main(["explain", "end-befor-start"]) == 2
    assert capsys.readouterr().err.startswith("kb: there is no rule 'end-befor-start'; did you mean end-before-start")


def test_without_a_name_all_rules_are_listed_by_family_a_line_each(league, capsys):
    rules = league / "docs" / "rules"
    for family, slug, first in (
        ("time", "end-before-start", "Nothing ends before it begins."),
        ("form", "silent-rule", "Each rule can speak."),
        ("form", "schema", "Records have the `fields` of the schema."),
        ("weather", "wet", "Rain is wet."),
    ):
        (rules / family).mkdir(parents=True, exist_ok=True)
        page = f"---\norphan: true\n---\n\n# {slug}\n\n{first}\n\n## Why it matters\n\nIt does.\n"
        (rules / family / f"{slug}.md").write_text(page, "utf-8")
    code = main(["explain"])

    assert code == 0
    assert capsys.readouterr().out == LISTED


def test_every_rule_is_in_the_list_with_what_it_holds(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    main(["explain"])
    listed = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines() if line.startswith("  "))

    assert {rule.slug for rule in rules()} <= set(listed)
    assert [slug for slug, told in listed.items() if not told.endswith(".")] == []


def test_where_no_rule_has_a_page_there_is_nothing_to_list(league, capsys):
    assert main(["explain"]) == 2
    assert capsys.readouterr().err == "kb: there is no page of a rule in docs/rules\n"
