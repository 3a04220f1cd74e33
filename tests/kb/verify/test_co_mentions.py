"""Whom and what a sentence names beside a date must be what the statement has with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.verify.verdict import VerifiedPage

ReadPage = Callable[..., VerifiedPage]
PACT = """id: pact
kind: instrument
names: {en: [Harbour Pact, the Pact]}
statements:
  signed:
    signed: 1991-05-04
    who: [arvenia]
    evidence: [{by: League2006history, at: ¶ 8, quote: signed on 4 May 1991, seen: full}]
  kept:
    records: It was kept.
    on: 1991-05-04
    evidence: [{by: League2006history, at: ¶ 8, quote: kept on 4 May 1991, seen: full}]
  joint:
    records: Arvenia and Corvia met.
    on: 1992-07-08
    with: [arvenia, corvia]
    evidence: [{by: League2006history, at: ¶ 8, quote: met on 8 July 1992, seen: full}]
  other:
    records: It was read.
    on: 1991-09-10
    evidence: [{by: League2006history, at: ¶ 8, quote: read on 10 September 1991, seen: full}]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # the date of who is named, though the two met on another day
        ("Arvenia signed before Corvia on 4 May 1991 {cite:p}`League2006history{¶ 8}`.", ("supported", "", "")),
        ("Arvenia met Corvia on 8 July 1992 {cite:p}`League2006history{¶ 8}`.", ("supported", "", "")),
        ("Arvenia met Corvia on 10 September 1991 {cite:p}`League2006history{¶ 8}`.",
         ("refuted", "rival", "1992-07-08")),
        # a person is meant by a name of a person, and by no other
        ("The League had a Secretary on 2 April 2001 {cite:p}`League2006history{¶ 5}`.", ("supported", "", "")),
        ("Arvenia had a Secretary on 2 April 2001 {cite:p}`League2006history{¶ 5}`.", ("supported", "", "")),
        ("Voss came on 2 April 2001 {cite:p}`League2006history{¶ 5}`.", ("supported", "", "")),
        ("Rask came on 2 April 2001 {cite:p}`League2006history{¶ 5}`.", ("refuted", "joint", "Petra Voss")),
        ("Rask and Voss met on 2 April 2001 {cite:p}`League2006history{¶ 5}`.", ("supported", "", "")),
        # a beginning is not an end
        ("Rask ended on 1 January 2006 {cite:p}`League2006history{¶ 5}`.",
         ("refuted", "rival", "2001-04-02 · 2005-12-31")),
        # a place is one in which it was
        ("It was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 1}`.", ("supported", "", "")),
        ("It was founded in Harle on 3 June 1990 {cite:p}`League2006history{¶ 1}`.", ("refuted", "joint", "Selin")),
        ("It was founded, not in Harle; on 3 June 1990 it met {cite:p}`League2006history{¶ 1}`.",
         ("supported", "", "")),
        ("Harle saw it founded on 3 June 1990 {cite:p}`League2006history{¶ 1}`.", ("supported", "", "")),
    ],
)  # fmt: skip
def test_what_is_named_beside_a_date_is_the_statements_own(
    read_page: ReadPage, body: str, expected: tuple[str, str, str]
) -> None:
    files = {"docs/facts/pact.yaml": PACT, "docs/facts/harle.yaml": "id: harle\nkind: place\nnames: {en: Harle}\n"}
    (figure,) = read_page(body, files).figures

    assert expected == (str(figure.outcome), figure.verdict.why, figure.verdict.expected)
