"""Marks of statements hold while lines above them come and go, and lead back to where they stand by now."""

from __future__ import annotations

from kb.core.model import Statement
from kb.core.model.anchors import anchored, written
from kb.load.ledger import entity
from kb.load.schema import schema

KINDS = b"pact: Pact\n"
PROPERTIES = b"records: {domain: [pact], range: [text]}\n"
EVENTS = b"sign: {family: does, told-by: [sign], sentence: '{agent} signs {theme}'}\n"
TEXT = """statements:
  first:
    records: Corvia and Boreland signed the annex.
    event: sign
    agent: [corvia, boreland]
    further:
      - event: sign
        agent: boreland
        theme: the annex
    during: [league]
    evidence: [{by: A2000b, at: ¶ 1, quote: both signed it, seen: full}]
"""


def made(above: str = "") -> Statement:
    text = f"id: pact\nkind: pact\nnames: {{en: Pact}}\n{above}{TEXT}"
    found, faults = entity("docs/facts/pact.yaml", text.encode(), schema(KINDS, PROPERTIES, EVENTS)[0])

    assert found
    assert not faults
    return found.statements[0]


def test_a_statement_is_the_same_wherever_its_lines_stand() -> None:
    here, there = made(), made("also: [the pact]\nshort: pact\n")

    assert here != there
    assert anchored(here) == anchored(there)


def test_each_mark_leads_back_to_its_line_that_of_an_event_too() -> None:
    statement = made("short: pact\n")
    held = anchored(statement)
    by_id = {statement.id: statement}
    pairs = [(held.mark, statement.mark), *zip(held.marks.values(), statement.marks.values(), strict=True)]
    for one, other in zip(held.events, statement.events, strict=True):
        pairs += [(one.mark, other.mark), *zip(one.marks.values(), other.marks.values(), strict=True)]
    for one, other in zip(held.orders, statement.orders, strict=True):
        pairs.append((one.mark, other.mark))
    pairs += [(e.mark, f.mark) for e, f in zip(held.evidence, statement.evidence, strict=True)]

    assert [mark for _, mark in pairs] == [written(mark, by_id) for mark, _ in pairs]
    assert len(statement.events) == 2
