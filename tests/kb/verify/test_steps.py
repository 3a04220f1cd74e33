"""The steps by which one figure is judged: the first that has an answer gives it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.verify.verdict import Outcome, VerifiedPage

ReadPage = Callable[..., VerifiedPage]
NO_WORD = Outcome.NOT_ENOUGH.value
PACT = """id: pact
kind: instrument
names: {en: [Harbour Pact, the Pact]}
statements:
  rules:
    records: The rules of the harbours were kept.
    evidence: [{by: League2006history, at: ¶ 7, quote: the rules of 1875 were kept by all of them, seen: full}]
  signed:
    signed: 1991-05-04
    evidence: [{by: League2006history, at: ¶ 8, quote: signed on 4 May 1991, seen: full}]
  force:
    in-force: 1993-08-09
    evidence: [{by: League2006history, at: ¶ 8, quote: in force on 9 August 1993, seen: full}]
  lights:
    records: Forty lights burn.
    articles: [4]
    evidence: [{by: League2006history, at: ¶ 7, quote: of the lights, seen: full}]
  term:
    records: The Pact was made for five years.
    counts: [{n: 5, of: [years]}]
    evidence: [{by: League2006history, at: ¶ 8, quote: for five years, seen: full}]
"""


@pytest.fixture(name="judged")
def _judged(read_page: ReadPage) -> Callable[[str], list[tuple[str, str, str, str]]]:
    """Each figure of a sentence with its outcome, why, and what was expected."""

    def judged(body: str) -> list[tuple[str, str, str, str]]:
        figures = read_page(body, {"docs/facts/pact.yaml": PACT}).figures
        return [(f.figure.text, str(f.outcome), f.verdict.why, f.verdict.expected) for f in figures]

    return judged


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # words of the source, beside others that are not
        ("They kept “the rules of 1875” and “the peace” {cite:p}`League2006history{¶ 7}`.",
         [("1875", "supported", "", "")]),
        ("They kept “the rules of 1876” {cite:p}`League2006history{¶ 7}`.", [("1876", "refuted", "", "1990-06-03")]),
        # a number that stands in the words of a statement alone
        ("It has forty lights {cite:p}`League2006history{¶ 7}`.", [("forty", "supported", "", "")]),
        ("It has forty ships {cite:p}`League2006history{¶ 7}`.", [("forty", NO_WORD, "", "")]),
        # an article in a heading is one of those below it
        ("## Article 4\n\nIt has forty lights {cite:p}`League2006history{¶ 7}`.",
         [("Article 4", "supported", "section", ""), ("forty", "supported", "", "")]),
        ("## Article 5\n\nIt has forty lights {cite:p}`League2006history{¶ 7}`.",
         [("Article 5", "uncited", "", ""), ("forty", "supported", "", "")]),
        # what orders the text itself, and what does not
        ("Their first quarrel was short {cite:p}`League2006history{¶ 7}`.", [("first", "exempt", "sequence", "")]),
        ("Their third quarrel was short {cite:p}`League2006history{¶ 7}`.", [("third", "exempt", "sequence", "")]),
        ("Their fourth quarrel was short {cite:p}`League2006history{¶ 7}`.", [("fourth", NO_WORD, "", "")]),
        ("Their fourth quarrel was short {cite:p}`League2006history{¶ 8}`.", [("fourth", NO_WORD, "", "")]),
        ("They held ten councils {cite:p}`League2006history{¶ 7}`.", [("ten", NO_WORD, "", "")]),
        # of several dates the nearest is what is meant
        ("The Pact was signed on 4 May 1992 {cite:p}`League2006history{¶ 8}`.",
         [("4 May 1992", "refuted", "", "1991-05-04")]),
        ("It was so on 9 August 1994 {cite:p}`League2006history{¶ 8}`.",
         [("9 August 1994", "refuted", "", "1993-08-09")]),
        # an end that does not come after the beginning
        ("It lasted from 4 May 1991 to 4 May 1991 {cite:p}`League2006history{¶ 8}`.",
         [("4 May 1991", "refuted", "order", "4 May 1991 to 4 May 1991")] * 2),
        ("It lasted from 4 May 1991 to 9 August 1993 {cite:p}`League2006history{¶ 8}`.",
         [("4 May 1991", "supported", "", ""), ("9 August 1993", "supported", "", "")]),
        # the words beside a date say what happened on it
        ("The Pact was signed on 9 August 1993 {cite:p}`League2006history{¶ 8}`.",
         [("9 August 1993", "refuted", "rival", "1991-05-04")]),
        ("The Pact was signed on 4 May 1991 and came into force on 9 August 1993 {cite:p}`League2006history{¶ 8}`.",
         [("4 May 1991", "supported", "", ""), ("9 August 1993", "supported", "", "")]),
        ("On 9 August 1993 the Pact was signed {cite:p}`League2006history{¶ 8}`.",
         [("9 August 1993", "refuted", "rival", "1991-05-04")]),
        ("It has been in force since May 1991 {cite:p}`League2006history{¶ 8}`.",
         [("May 1991", "refuted", "rival", "1993-08-09")]),
        ("The Pact tells much of 4 May 1991 {cite:p}`League2006history{¶ 8}`.", [("4 May 1991", "supported", "", "")]),
        # what a source says of a length stands before what dates say
        ("It was made for five years {cite:p}`League2006history{¶ 8}`.", [("five years", "supported", "", "")]),
        ("It was made for two years {cite:p}`League2006history{¶ 8}`.", [("two years", "refuted", "", "5 years")]),
        ("It was in force two years later {cite:p}`League2006history{¶ 8}`.",
         [("two years later", "computed", "duration", "")]),
    ],
)  # fmt: skip
def test_a_figure_is_judged_by_what_the_source_says_there(judged, body: str, expected: object) -> None:
    assert expected == judged(body)
