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
