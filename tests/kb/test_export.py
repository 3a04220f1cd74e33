"""The export: nothing of the ledger is lost on the way out."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

from kb.export import document, table
from kb.load.corpus import assemble, read
from kb.model import Corpus

ROOT = Path(__file__).parents[2]


def corpus(**files: str) -> Corpus:
    """The small corpus, with more entities by name."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    more = {f"docs/facts/{name}.yaml": text.encode() for name, text in files.items()}
    return assemble({**read(ROOT / "tests" / "corpus"), **schema, **more}, date(2020, 1, 1))


def test_every_statement_keeps_its_sources_places_and_quotes():
    given = corpus()
    told = json.loads(document(given))["statements"]
    expected = {s.id: [(e.by, e.at, e.quote, e.seen) for e in s.evidence] for s in given.statements.values()}

    assert expected == {s["id"]: [tuple(e.values()) for e in s["evidence"]] for s in told}


def test_the_table_has_one_row_for_each_piece_of_evidence():
    given = corpus()
    rows = list(csv.DictReader(io.StringIO(table(given))))
    expected = [(s.id, e.by, e.at, e.quote) for s in given.statements.values() for e in s.evidence]

    assert expected == [(row["id"], row["source"], row["locator"], row["quote"]) for row in rows]


def test_values_keep_their_form():
    told = {statement["id"]: statement for statement in json.loads(document(corpus()))["statements"]}

    assert told["league#members-1995"]["value"] == {"n": 3, "of": ["members", "states"], "bound": "exactly"}
    assert told["league#corvia"]["value"] == ["corvia"]
    assert told["league#founded-1990"]["value"] == "1990-06-03"
    assert told["league#arvenia"]["until"] == "ongoing"


def test_what_is_derived_says_so():
    plan = """\
id: plan
kind: instrument
names: {en: Plan}
statements:
  may:
    signed: 2003-05-03
    evidence: [{by: League2006history, at: ¶ 6, quote: signed on 3 May 2003, seen: full}]
  june:
    signed: 2003-06-04
    evidence: [{by: Osk2007straits, at: p. 2, quote: signed on 4 June 2003, seen: full}]
judgements:
  - {question: When?, follow: may, over: [june], because: The minutes of that day exist.}
"""
    told = {statement["id"]: statement for statement in json.loads(document(corpus(plan=plan)))["statements"]}

    assert told["plan#may"]["derived"] == {"disputed-by": ["plan#june"]}
    assert told["plan#june"]["derived"] == {"disputed-by": ["plan#may"], "overruled": True}


def test_a_spreadsheet_takes_no_quote_for_a_formula():
    plan = """\
id: plan
kind: instrument
names: {en: Plan}
statements:
  may:
    records: "=HYPERLINK(1)"
    evidence: [{by: League2006history, at: ¶ 6, quote: "@SUM(A1)", seen: full}]
"""
    row = next(r for r in csv.DictReader(io.StringIO(table(corpus(plan=plan)))) if r["id"] == "plan#may")

    assert (row["value"], row["quote"]) == ("'=HYPERLINK(1)", "'@SUM(A1)")
