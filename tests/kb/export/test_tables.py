"""The export: nothing of the ledger is lost on the way out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kb.core.dates import Date
from kb.core.model import Corpus, Entity, Event, Evidence, Judgement, Source, Statement
from kb.core.model.order import Length
from kb.export.tables import COLUMNS, document, table
from kb.load.corpus import assemble, load, read

ROOT = Path(__file__).parents[3]


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


def test_a_number_between_two_keeps_both():
    patrol = (
        "id: patrol\nkind: force\nnames: {en: Patrol}\nstatements:\n  size: {strength: {n: 500, to: 600, of: [men]}}\n"
    )
    given = corpus(patrol=patrol)
    told = {statement["id"]: statement for statement in json.loads(document(given))["statements"]}
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(table(given)))}

    assert told["patrol#size"]["value"] == {"n": 500, "to": 600, "of": ["men"], "bound": "between"}
    assert rows["patrol#size"]["value"] == "between 500 and 600 men"


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


TOLD_APART = {"mark", "marks", "field"}
"""Where something was written, which is no part of what is said."""
TOLD_ELSEWHERE = {(Entity, "statements"), (Entity, "judgements"), (Source, "authors"), (Source, "people"),
                  (Source, "marks")}  # fmt: skip
"""What has a list of its own, and what follows from another field."""
OTHER_NAME = {"open_end": "until"}
TOLD_AS = {"negated": {True: "not", False: None}}
"""What a field that is true or false is told by."""


@cache
def real() -> tuple[Corpus, dict[str, list[dict[str, Any]]]]:
    """The real ledger, and what is told of it."""
    given = load(ROOT, date(2026, 11, 22))
    return given, json.loads(document(given))


def leaves(thing: Any) -> Iterator[Any]:
    """The words and numbers in a value, however deep."""
    if isinstance(thing, Date | Length):
        yield str(thing)
    elif is_dataclass(thing):
        for field in fields(thing):
            value = getattr(thing, field.name)
            if field.name not in TOLD_APART:
                yield from leaves(TOLD_AS.get(field.name, {}).get(value, value) if isinstance(value, bool) else value)
    elif isinstance(thing, dict):
        yield from (leaf for each in thing.values() for leaf in leaves(each))
    elif isinstance(thing, list | tuple):
        yield from (leaf for each in thing for leaf in leaves(each))
    elif isinstance(thing, int | float):
        yield f"{thing:g}"
    elif thing not in (None, ""):
        yield str(thing)


def pairs(kind: type) -> list[tuple[Any, dict[str, Any]]]:
    """Everything of one kind in the real ledger, with what is told of it."""
    given, told = real()
    if kind is Evidence:
        of_both = zip(given.statements.values(), told["statements"], strict=True)
        return [pair for made, shown in of_both for pair in zip(made.evidence, shown["evidence"], strict=True)]
    made = {Entity: given.entities.values(), Statement: given.statements.values(), Source: given.sources.values(),
            Judgement: given.judgements}[kind]  # fmt: skip
    names = {Entity: "entities", Statement: "statements", Source: "sources", Judgement: "judgements"}
    return list(zip(made, told[names[kind]], strict=True))


def is_told(name: str, value: Any, told: dict[str, Any]) -> bool:
    """Does the field stand there, with every word and number in it?"""
    key = OTHER_NAME.get(name, name.rstrip("_").replace("_", "-"))
    return key in told and set(leaves(value)) <= set(leaves(told[key])) | {"exactly"}


@pytest.mark.parametrize("kind", [Entity, Statement, Evidence, Judgement, Source], ids=lambda kind: kind.__name__)
def test_no_field_of_the_ledger_is_left_out(kind):
    those = pairs(kind)
    names = [f for f in fields(kind) if f.name not in TOLD_APART and (kind, f.name) not in TOLD_ELSEWHERE]
    empty = {f.name: f.default if f.default is not MISSING else None for f in names}
    lost = [
        (getattr(made, "id", made), name)
        for made, told in those
        for name, nothing in empty.items()
        if getattr(made, name) not in (nothing, (), "", {}, None) and not is_told(name, getattr(made, name), told)
    ]

    assert those
    assert [] == lost


def test_every_field_of_a_statement_is_a_column_of_the_table():
    names = {f.name for f in fields(Statement)} - TOLD_APART - {"evidence", "open_end", "events"}
    roles = {"event", *Event.__annotations__} - TOLD_APART - {"type", "negated"}

    assert {name.rstrip("_") for name in names} | roles | {"polarity", "further"} <= set(COLUMNS)


def test_a_statement_without_evidence_has_a_row():
    plan = "id: plan\nkind: instrument\nnames: {en: Plan}\nstatements:\n  may:\n    records: It was so.\n"
    rows = list(csv.DictReader(io.StringIO(table(corpus(plan=plan)))))

    assert [("plan#may", "")] == [(row["id"], row["source"]) for row in rows if row["subject"] == "plan"]


def test_the_table_tells_in_words_what_has_parts():
    plan = """\
id: plan
kind: instrument
names: {en: Plan}
statements:
  may:
    signed: 2003-05-03
    counts: [{n: 17000, of: [troops], bound: over}, {n: 3, of: [states]}]
    later: {n: 7, of: months, than: june, bound: over}
    articles: [3, 4]
    evidence: [{by: League2006history, at: ¶ 6, quote: signed on 3 May 2003, seen: full}]
"""
    row = next(
        csv.DictReader(line for line in table(corpus(plan=plan)).splitlines() if line.startswith(("id,", "plan#")))
    )

    assert ("over 17,000 troops; 3 states", "later over 7 months june", "3 4") == (
        row["counts"], row["orders"], row["articles"],
    )  # fmt: skip


TYPED = """\
id: plan
kind: instrument
names: {en: Plan}
statements:
  may:
    records: Arvenia did not sign the plan, which was to be discussed.
    event: sign
    agent: [arvenia, the men of Belmark]
    theme: plan
    polarity: not
    further:
      - {event: discuss, theme: plan, modality: planned}
      - {event: say, to: [the press, belmark]}
  june:
    records: It was so.
    free: nothing happened
"""


def test_what_happened_is_told_in_the_words_of_the_ledger():
    told = {statement["id"]: statement for statement in json.loads(document(corpus(plan=TYPED)))["statements"]}

    assert [
        {"event": "sign", "agent": ["arvenia", "the men of Belmark"], "theme": ["plan"], "polarity": "not"},
        {"event": "discuss", "theme": ["plan"], "modality": "planned"},
        {"event": "say", "to": ["the press", "belmark"]},
    ] == told["plan#may"]["events"]
    assert (None, "nothing happened") == (told["plan#june"].get("events"), told["plan#june"]["free"])


def test_the_table_has_the_main_event_by_its_fields_and_the_others_in_words():
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(table(corpus(plan=TYPED))))}
    may, june = rows["plan#may"], rows["plan#june"]

    assert ("sign", "arvenia; the men of Belmark", "plan", "", "not", "") == (
        may["event"], may["agent"], may["theme"], may["to"], may["polarity"], may["modality"],
    )  # fmt: skip
    assert "discuss, theme plan, planned; say, to the press + belmark" == may["further"]
    assert ("", "", "nothing happened") == (june["event"], june["further"], june["free"])


def test_a_further_event_that_did_not_happen_says_so():
    text = TYPED.replace("modality: planned", "polarity: not, modality: reported")
    row = next(r for r in csv.DictReader(io.StringIO(table(corpus(plan=text)))) if r["id"] == "plan#may")

    assert "discuss, theme plan, not, reported; say, to the press + belmark" == row["further"]


def test_what_would_not_show_is_escaped_and_comes_back():
    quote = "a\x1b[31m \x7f \u202e \u2028 Бордюжа \U000e0041"
    given = corpus()
    league = replace(given.entities["league"], short=quote)
    told = document(replace(given, entities={"league": league}))

    assert not set("\x1b\x7f\u202e\u2028\U000e0041") & set(told)
    assert "Бордюжа" in told
    assert quote in leaves(json.loads(told))
