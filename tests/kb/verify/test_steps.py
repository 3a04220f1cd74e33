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
    evidence: [{by: League2006history, at: ¶ 8, quote: "in force on 9 August 1993, the year 1666 recalled", seen: full}]
  lights:
    records: Forty lights burn.
    articles: [4]
    evidence: [{by: League2006history, at: ¶ 7, quote: of the lights, seen: full}]
  deed:
    records: The Pact stands in the roll.
    number: "32307"
    evidence: [{by: League2006history, at: ¶ 9, quote: No. 32307 of the roll, seen: full}]
  shelf:
    records: The Pact stands on a shelf.
    number: "64"
    evidence: [{by: League2006history, at: ¶ 9, quote: shelf No. 64, seen: full}]
  dues:
    records: The dues are set by the council.
    evidence: [{by: League2006history, at: cl. 2(a), quote: dues are set by the council, seen: full}]
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
        ("It recalled “the year 1666” and “the old” {cite:p}`League2006history{¶ 8}`.",
         [("1666", "exempt", "quotation", "")]),
        ("It recalled “the year 1667” {cite:p}`League2006history{¶ 8}`.",
         [("1667", "refuted", "", "1991-05-04")]),
        # the number of something
        ("The Pact stands in the roll under 32307 {cite:p}`League2006history{¶ 9}`.",
         [("32307", "supported", "", "")]),
        ("The Pact stands in the roll under 32308 {cite:p}`League2006history{¶ 9}`.",
         [("32308", NO_WORD, "", "")]),
        ("The Pact has as its shelf number 64 of many {cite:p}`League2006history{¶ 9}`.",
         [("64", "supported", "", "")]),
        ("The Pact stands beside 64 of many {cite:p}`League2006history{¶ 9}`.", [("64", NO_WORD, "", "")]),
        # bare digits behind articles
        ("Lights are told of in its articles, namely 4 and 9 {cite:p}`League2006history{¶ 7}`.",
         [("4", "supported", "", ""), ("9", NO_WORD, "", "")]),
        ("Lights are told of in its halls, namely 4 and 9 {cite:p}`League2006history{¶ 7}`.",
         [("4", NO_WORD, "", ""), ("9", NO_WORD, "", "")]),
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
        # the name of a place beside a citation of it is no number
        ("Clause 2(a) has the council set the dues {cite:p}`League2006history{cl. 2(a)}`.",
         [("Clause 2", "exempt", "place", "")]),
        ("Clause 3(a) has the council set the dues {cite:p}`League2006history{cl. 2(a)}`.",
         [("Clause 3", NO_WORD, "", "")]),
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
