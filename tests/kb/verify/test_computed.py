"""Figures that follow from several statements: days of the page, rolls, rows of states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kb.load.corpus import assemble
from kb.run.known import start
from kb.verify.page import reading
from kb.verify.verdict import VerifiedPage

ReadPage = Callable[..., VerifiedPage]
PAGE = "docs/topic/league.md"
HISTORY = "{cite:p}`League2006history{¶ 2}`"
CORVIA = "{cite:p}`Gazette1994corvia{¶ 1},League2006history{¶ 4}`"


def outcomes(page: VerifiedPage) -> list[tuple[str, str, str]]:
    """Each figure, what became of it, and why."""
    return [(f.figure.text, str(f.outcome), f.verdict.why) for f in page.figures]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"As of 1 May 2019 Arvenia is a member {HISTORY}.", [("1 May 2019", "computed", "as-of")]),
        (f"As of 2 May 2019 Arvenia is a member {HISTORY}.", [("2 May 2019", "refuted", "")]),
        (f"On 1 May 2019 Arvenia is a member {HISTORY}.", [("1 May 2019", "refuted", "")]),
        (f"It has ten members {HISTORY}.", [("ten", "refuted", "")]),
        (f"Its fourth anniversary was kept on 3 June 1994 {HISTORY}.",
         [("fourth", "computed", "anniversary"), ("3 June 1994", "refuted", "")]),
        (f"Its fifth anniversary was kept on 3 June 1994 {HISTORY}.",
         [("fifth", "refuted", "duration"), ("3 June 1994", "refuted", "")]),
        (f"Three states met, Arvenia, Boreland and Corvia; Arvenia and Corvia came late {HISTORY}.",
         [("Three", "computed", "tally")]),
        (f"Three states met, Arvenia and Boreland, and then Corvia {HISTORY}.", [("Three", "computed", "tally")]),
        (f"Three states met: Arvenia in Selin, then Boreland, Corvia {HISTORY}.", [("Three", "computed", "tally")]),
        (f"Four states met, Arvenia, Boreland and Corvia {HISTORY}.", [("Four", "refuted", "")]),
        (f"Two states met, Arvenia and Boreland {HISTORY}.", [("Two", "computed", "tally")]),
        (f"More than two states met, Arvenia and Boreland {HISTORY}.", [("two", "refuted", "")]),
        (f"At least two states met, Arvenia and Boreland {HISTORY}.", [("two", "computed", "tally")]),
        # a length in days is none between years, and one in years is
        (f"From its coming in 1994 to 2 April 1999 Corvia stayed 1,886 days {CORVIA}.",
         [("1994", "supported", ""), ("2 April 1999", "supported", ""), ("1,886 days", "computed", "duration")]),
        (f"From its coming in 1994 to 2 April 1999 Corvia stayed 1,986 days {CORVIA}.",
         [("1994", "supported", ""), ("2 April 1999", "supported", ""), ("1,986 days", "refuted", "duration")]),
        (f"Corvia came in 1994 and left in 1999, five years later {CORVIA}.",
         [("1994", "supported", ""), ("1999", "supported", ""), ("five years later", "computed", "duration")]),
        (f"Corvia came in 1994 and left in 1999, six years later {CORVIA}.",
         [("1994", "supported", ""), ("1999", "supported", ""), ("six years later", "refuted", "duration")]),
        (f"It began on 3 June 1990 {HISTORY}.\nCorvia left in 1999, nine years later {CORVIA}.",
         [("3 June 1990", "supported", ""), ("1999", "supported", ""), ("nine years later", "computed", "duration")]),
        (f"It began on 3 June 1990 {HISTORY}.\nCorvia left in 1999, four years later {CORVIA}.",
         [("3 June 1990", "supported", ""), ("1999", "supported", ""), ("four years later", "refuted", "duration")]),
        (f"It began on 3 June 1990 {HISTORY}.\nCorvia left on 2 April 1999, 1,339 days later {CORVIA}.",
         [("3 June 1990", "supported", ""), ("2 April 1999", "supported", ""),
          ("1,339 days later", "refuted", "duration")]),
        # a date that is as far off as the sentence says
        (f"Corvia came on 1 February 1994 and was to pay within three months, that is by May 1994 {CORVIA}.",
         [("1 February 1994", "supported", ""), ("three months", "computed", "duration"),
          ("May 1994", "computed", "duration")]),
        (f"Corvia came on 1 February 1994, to pay the 12 ships within three months, that is by August 1995 {CORVIA}.",
         [("1 February 1994", "supported", ""), ("12", "not enough information", ""),
          ("three months", "refuted", "duration"), ("August 1995", "refuted", "")]),
    ],
)  # fmt: skip
def test_what_follows_from_the_sentence_and_the_ledger(read_page: ReadPage, body: str, expected: object) -> None:
    assert expected == outcomes(read_page(body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"As of 7 March 2018 it is small {HISTORY}.", [("7 March 2018", "computed", "as-of")]),
        (f"As of 8 March 2018 it is small {HISTORY}.", [("8 March 2018", "refuted", "")]),
        (f"On 7 March 2018 it was small {HISTORY}.", [("7 March 2018", "refuted", "")]),
    ],
)
def test_the_day_of_the_page_is_told_as_its_day(small: dict[str, bytes], body: str, expected: object) -> None:
    text = f"---\nabout: [league]\nasof: 2018-03-07\n---\n\n# The League\n\n{body}\n"
    corpus = assemble({**small, PAGE: text.encode()}, date(2020, 1, 1))
    (page,) = (page for page in corpus.pages if page.path == PAGE)

    assert expected == outcomes(start(corpus).ask(reading, page=page))
