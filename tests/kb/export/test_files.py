"""All forms at once: whatever was let in can be handed on, and acts in none of them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from datetime import date

import rispy
from rdflib import Graph

from exported import ROOT, WORK
from kb.core.model import Corpus
from kb.export.files import files
from kb.load.corpus import assemble, read

BAD = """\
id: bad
kind: nonsense
names: {en: Bad, "x> <y": "Worse", ru: ""}
ids: {"a b": "c> <d", wikidata: "Q1> <urn:x"}
part-of: [nobody, nobody]
stands-for: nothing
statements:
  a:
    signed: 2003-05-03
    ordinal: 99999999999999999999999999
    number: 12
    articles: [99999999999999999999999999999, 0]
    counts: [{n: 1.0e+300, of: [men], bound: wild}, {n: 5, of: []}]
    evidence: [{by: "No> <body", at: "", quote: "", seen: glimpse}, {by: "No> <body", at: "", quote: "", seen: glimpse}]
    event: vanish
    agent: [nobody, nobody]
    modality: wild
    where: [nobody]
  b: {nonsense: [a, a], evidence: []}
  c: {member: [nobody, nobody], superseded-by: zzz}
  d: {signed: 9999-12-31, until: 0001}
  e: {member: nobody, from: 0001~, until: 9999~}
  f: {strength: {n: .inf, of: [men]}}
  "g h": {records: text}
claims:
  x: {says: it, stance: wild, hedge: [a, a], evidence: [{by: x}]}
judgements:
  - {question: q, follow: zzz, over: [yyy, yyy], because: ""}
  - {question: q, follow: a, over: [a], because: ""}
"""


def broken() -> Corpus:
    """The small ledger with an entity in which nearly everything is wrong."""
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    more = {"docs/facts/bad.yaml": BAD.encode()}
    return assemble({**read(ROOT / "tests" / "corpus"), **schema, **more}, date(2020, 1, 1))


def test_a_ledger_full_of_faults_is_handed_on_all_the_same() -> None:
    corpus = broken()
    made = dict(files(corpus, WORK))
    rows = csv.reader(io.StringIO(made["tables/statements.csv"].decode()))
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(made["kb.sqlite"])
        there = {id for (id,) in database.execute("SELECT id FROM statements")}

    assert len(corpus.faults) > 10
    assert "bad#c" in corpus.statements
    assert set(corpus.statements) == there == {row[0] for row in rows} - {"id"}
    assert len(Graph().parse(data=made["kb.ttl"].decode(), format="turtle")) > 500
    assert (
        len(corpus.sources)
        == len(rispy.loads(made["sources.ris"].decode()))
        == len(json.loads(made["sources.csl.json"]))
    )


def test_an_empty_ledger_is_handed_on_too() -> None:
    schema = {path: data for path, data in read(ROOT).items() if path.startswith("docs/facts/schema/")}
    made = dict(files(assemble(schema, date(2020, 1, 1)), WORK))

    assert b"" != made["kb.ttl"]
    assert [] == json.loads(made["sources.csl.json"])
