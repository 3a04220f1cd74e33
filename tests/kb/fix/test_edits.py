"""Mending: one right answer, one span, and every other byte as it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.cli.mend import settle
from kb.core.folding import fold
from kb.core.mark import Mark
from kb.fix.edits import Mend, mended, mends
from kb.fix.tidying import tidied
from kb.load.corpus import assemble
from kb.run.known import start

PAGE = "docs/topic/league.md"
HEAD = "---\nabout: [league]\n---\n\n# The League of the Straits\n\n"
PLANNED = "---\nabout: [plan]\n---\n\n# The Plan for the Harbours\n\n"
HISTORY = "{cite:p}`League2006history{¶ 1}`"
LINES = st.lists(st.text(st.characters(blacklist_characters="\n\r\ufeff", blacklist_categories=["Cs"])), min_size=1)


@given(LINES, st.data())
def test_nothing_but_the_span_changes(lines: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(lines) - 1))
    at = data.draw(st.integers(0, len(lines[number])))
    old, new = data.draw(st.text("abc1é", min_size=1)), data.draw(st.text("xyz2ü"))
    before, after = lines[number][:at], lines[number][at:]
    whole = "\n".join([*lines[:number], before + old + after, *lines[number + 1 :]]).encode()

    found = mended(whole, Mend(Mark(PAGE, number + 1, at + 1), old, new, ""))

    assert found == "\n".join([*lines[:number], before + new + after, *lines[number + 1 :]]).encode()


@given(st.binary(), st.integers(-3, 9), st.integers(-3, 9))
def test_what_does_not_stand_there_is_left_alone(data: bytes, line: int, column: int) -> None:
    assert mended(data, Mend(Mark(PAGE, line, column), "\0absent\0", "x", "")) is None


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (f"It was founded at Selin on 3 June 1991 {HISTORY}.", f"It was founded at Selin on 3 June 1990 {HISTORY}."),
        (f"It was founded at Selin on 4 June 1990 {HISTORY}.", f"It was founded at Selin on 3 June 1990 {HISTORY}."),
        (f"It was founded on the 11th of June 1990 {HISTORY}.", f"It was founded on the 3rd of June 1990 {HISTORY}."),
        (f"It was founded at Selin on 04 June 1990 {HISTORY}.", f"It was founded at Selin on 03 June 1990 {HISTORY}."),
        (f"It was founded at Selin on 3 July 1990 {HISTORY}.", f"It was founded at Selin on 3 June 1990 {HISTORY}."),
        (
            "It has Boreland and Arveinia as founders {cite:p}`League2006history{¶ 2}`.",
            "It has Boreland and Arvenia as founders {cite:p}`League2006history{¶ 2}`.",
        ),
        (
            "Corvia ceased to be a member on 2 April 1999 {cite:p}`League2006history{¶ 9}`.",
            "Corvia ceased to be a member on 2 April 1999 {cite:p}`League2006history{¶ 4}`.",
        ),
        (
            "Corvia ceased to be a member on 2\u00a0April  1999 {cite:p}`League2006history{¶\u00a09}`.",
            "Corvia ceased to be a member on 2\u00a0April  1999 {cite:p}`League2006history{¶ 4}`.",
        ),
        (
            f"It was founded at Selin on June 2nd, 1990 {HISTORY}.",
            f"It was founded at Selin on June 3rd, 1990 {HISTORY}.",
        ),
        (
            f"It was founded at Selin on 3\u00a0June\u00a01991 {HISTORY}.",
            f"It was founded at Selin on 3\u00a0June\u00a01990 {HISTORY}.",
        ),
        (
            f"It was founded at Se\u00adlin on 3 Ju\u200bne １９９1 {HISTORY}.",
            f"It was founded at Selin on 3 June 1990 {HISTORY}.",
        ),
        (f"Its cafe\u0301 opened on 3 June 1991 {HISTORY}.", f"Its café opened on 3 June 1990 {HISTORY}."),
    ],
)
def test_what_has_one_right_answer_is_put_right(small: dict[str, bytes], wrong: str, right: str) -> None:
    assert HEAD + right + "\r\n\n" == fixed(small, HEAD + wrong + "\r\n\n")


@pytest.mark.parametrize(
    "body",
    [
        f"It was founded at Selin on 4 July 1990 {HISTORY}.",
        "It was founded at Selin on 3 June 1990 {cite:p}`League2006history{¶ 9}`.",
        f"It was founded “at Selin on 3 June 1991” {HISTORY}.",
        "Osk writes that it was founded in 1991 {cite:p}`Osk2007straits{abstract}`.",
        f"It was founded at Selin on [3 June 1991]{{.own}} {HISTORY}.",
        f"It was founded on an 8 June 1990 {HISTORY}.",
        f"It was founded on Monday, 4 June 1990 {HISTORY}.",
    ],
)
def test_what_has_none_or_several_stays(small: dict[str, bytes], body: str) -> None:
    assert HEAD + body + "\n" == fixed(small, HEAD + body + "\n")


PLAN = """id: plan
kind: instrument
names:
  en: Plan for the Harbours
statements:
  lights:
    records: Forty lights were agreed upon.
    on: 2003-05-02
    counts: [{n: 40, of: [lights]}]
    evidence:
      - by: League2006history
        at: cl. 2(b)
        quote: forty lights were agreed upon on 2 May 2003
        seen: full
  dues:
    records: The dues were agreed upon.
    on: 2003-05-02
    evidence:
      - by: League2006history
        at: cl. 2(c)
        quote: the dues were agreed upon on 2 May 2003
        seen: full
  harbours:
    records: Seven harbours took part.
    counts: [{n: 7, of: [harbours]}]
    evidence:
      - by: League2006history
        at: cl. 2(d)
        quote: seven harbours took part
        seen: full
"""


TWO_DAYS = """id: pact
kind: instrument
names: {en: Harbour Pact}
statements:
  signed:
    signed: 1995-06-03
    evidence: [{by: League2006history, at: ¶ 8, quote: signed on 3 June 1995, seen: full}]
  force:
    in-force: 1995-09-03
    evidence: [{by: League2006history, at: ¶ 8, quote: in force on 3 September 1995, seen: full}]
"""


def test_a_date_that_may_be_either_of_two_stays(small: dict[str, bytes]) -> None:
    cited = "{cite:p}`League2006history{¶ 8}`"
    files = {**small, "docs/facts/pact.yaml": TWO_DAYS.encode()}
    either, one = f"It was so on 3 July 1995 {cited}.", f"It was so on 4 June 1995 {cited}."

    assert HEAD + either + "\n" == fixed(files, HEAD + either + "\n")
    assert HEAD + one.replace("4 June", "3 June") + "\n" == fixed(files, HEAD + one + "\n")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The plan has 40 lights {cite:p}`League2006history{cl. 2(d)}`.",
         "The plan has 40 lights {cite:p}`League2006history{cl. 2(b)}`."),
        ("The plan of 2 May 2003 has 40 lights {cite:p}`League2006history{¶ 9}`.",
         "The plan of 2 May 2003 has 40 lights {cite:p}`League2006history{cl. 2(b)}`."),
        ("It has 40 lights {cite:p}`League2006history{¶ 9}` and 7 harbours {cite:p}`League2006history{cl. 2}`.",
         "It has 40 lights {cite:p}`League2006history{cl. 2(b)}` and 7 harbours {cite:p}`League2006history{cl. 2}`."),
    ],
)  # fmt: skip
def test_a_place_is_taken_from_the_only_evidence_of_its_own_citation(
    small: dict[str, bytes], wrong: str, right: str
) -> None:
    files = {**small, "docs/facts/plan.yaml": PLAN.encode()}

    assert PLANNED + right + "\n" == fixed(files, PLANNED + wrong + "\n")


@pytest.mark.parametrize(
    "body",
    [
        "The plan has 40 lights {cite:p}`League2006history{cl. 2(b)}`.",
        "The plan has 40 lights {cite:p}`League2006history{cl. 2}`.",
        "The plan has 40 lights {cite:p}`League2006history{cl. 2(a)–(b)}`.",
        "The plan has 40 lights {cite:p}`League2006history{heading; cl. 2(b)}`.",
        "The plan has 40 lights for 7 harbours {cite:p}`League2006history{cl. 2(b)}`.",
        "The plan has 40 lights for 7 harbours {cite:p}`League2006history{¶ 9}`.",
        "The plan is of 2 May 2003 {cite:p}`League2006history{¶ 9}`.",
        "The plan has 40 lights {cite:p}`League2006history{¶ 9},Gazette1994corvia{¶ 1}`.",
    ],
)
def test_a_place_that_holds_or_has_several_right_answers_stays(small: dict[str, bytes], body: str) -> None:
    files = {**small, "docs/facts/plan.yaml": PLAN.encode(), PAGE: f"{PLANNED}{body}\n".encode()}
    corpus = assemble(files, date(2020, 1, 1))
    (page,) = (page for page in corpus.pages if page.path == PAGE)

    assert [] == list(start(corpus).call(mends, {"page": page}))
    assert PLANNED + body + "\n" == fixed(files, PLANNED + body + "\n")


def test_two_slips_on_one_line(small: dict[str, bytes]) -> None:
    places = "{cite:p}`League2006history{¶ 2}`"
    wrong = f"{HEAD}Boreland and Arveinia were members from 3 June 1991 {places}.\n"

    assert f"{HEAD}Boreland and Arvenia were members from 3 June 1990 {places}.\n" == fixed(small, wrong)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_no_file_should_hold_is_taken_out_of_every_file_and_the_rest_stays(
    small: dict[str, bytes], mark: str, end: str
) -> None:
    facts = small["docs/facts/league.yaml"].decode()
    before = {
        **small,
        PAGE: (mark + (HEAD + "It has\u00a0a seat  in Se\u00adlin.\n").replace("\n", end)).encode(),
        "docs/facts/league.yaml": (mark + facts.replace("League", "Lea\u00adgue", 1).replace("\n", end)).encode(),
        "refs.bib": (mark + small["refs.bib"].decode().replace("year", "y\u2060ear", 1).replace("\n", end)).encode(),
    }
    after, _ = settle(before, (), date(2020, 1, 1))

    assert (HEAD + "It has\u00a0a seat  in Selin.\n").replace("\n", end).encode() == after[PAGE]
    assert facts.replace("\n", end).encode() == after["docs/facts/league.yaml"]
    assert small["refs.bib"].decode().replace("\n", end).encode() == after["refs.bib"]


@pytest.mark.parametrize("text", ["A <\u200bb>x</b>.", "a ＜b＞.", "x\x0by", "\ue000", "Tаsk"])
def test_a_character_stays_where_its_mending_would_make_markup_or_is_a_guess(
    small: dict[str, bytes], text: str
) -> None:
    assert HEAD + text + "\n" == fixed(small, HEAD + text + "\n")


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_a_file_that_is_tidied_is_read_as_before_and_tidied_once(text: str) -> None:
    data, done = tidied(PAGE, text.encode())

    assert bool(done) == (data != text.encode())
    assert (data, ()) == tidied(PAGE, data)
    assert fold(text.removeprefix("\ufeff"))[0] == fold(data.decode())[0]


def fixed(files: dict[str, bytes], text: str) -> str:
    """The page after mending; no other file changes."""
    before = {**files, PAGE: text.encode()}
    after, done = settle(before, (), date(2020, 1, 1))
    changed = {path for path in before if before[path] != after[path]}

    assert changed == {mend.mark.path for mend in done}
    assert changed <= {PAGE}
    return after[PAGE].decode()
