"""Numbers that a reader can follow: lists, sums, differences, shares; and those that only look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kb.verify.verdict import VerifiedPage

ReadPage = Callable[..., VerifiedPage]
FLEET = """id: fleet
kind: instrument
names: {en: [Harbour Fleet, the Fleet]}
statements:
  north:
    records: The north has twelve ships.
    counts: [{n: 12, of: [ships]}]
    evidence: [{by: League2006history, at: ¶ 7, quote: twelve ships in the north, seen: full}]
  south:
    records: The south has eight ships.
    counts: [{n: 8, of: [ships]}]
    evidence: [{by: League2006history, at: ¶ 8, quote: eight ships in the south, seen: full}]
  crew:
    records: It has 2,000 sailors and 500 officers.
    counts: [{n: 2000, of: [sailors]}, {n: 500, of: [officers]}]
    evidence: [{by: League2006history, at: ¶ 9, quote: "2,000 sailors, 500 officers", seen: full}]
  poll:
    records: Of those who were asked 20 percent trust it.
    counts: [{n: 20, of: [percent]}]
    evidence: [{by: League2006history, at: ¶ 10, quote: trusted by 20 percent, seen: full}]
"""
NORTH, SOUTH = "{cite:p}`League2006history{¶ 7}`", "{cite:p}`League2006history{¶ 8}`"
BOTH = "{cite:p}`League2006history{¶ 7},League2006history{¶ 8}`"
CREW, POLL = "{cite:p}`League2006history{¶ 9}`", "{cite:p}`League2006history{¶ 10}`"


@pytest.fixture(name="ways")
def _ways(read_page: ReadPage) -> Callable[[str], list[tuple[str, str]]]:
    """Each figure that no statement carries, with the way in which it follows, or its outcome."""

    def ways(body: str) -> list[tuple[str, str]]:
        figures = read_page(body, {"docs/facts/fleet.yaml": FLEET}).figures
        return [(f.figure.text, f.verdict.why or str(f.outcome)) for f in figures if str(f.outcome) != "supported"]

    return ways


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # what the sentence itself lists
        (f"Two fleets, the northern and the southern, lie there {BOTH}.", [("Two", "list")]),
        (f"It has three ports: Selin, Harle (in the south) and Oster {BOTH}.", [("three", "list")]),
        (f"Four harbours, namely Selin, Harle, Oster and Wick, are open {BOTH}.", [("Four", "list")]),
        (f"Three fleets, the northern and the southern, lie there {BOTH}.", [("Three", "not enough information")]),
        (f"More than two fleets, the northern and the southern, lie there {BOTH}.",
         [("two", "not enough information")]),
        # sums, where the sentence says that it sums up
        (f"North and south together have 20 ships, 12 and 8 {BOTH}.", [("20", "sum")]),
        (f"In all that is 20 = 12 + 8 {BOTH}.", [("20", "sum")]),
        (f"North and south have twenty ships {BOTH}.", [("twenty", "refuted")]),
        (f"North and south together have 21 ships {BOTH}.", [("21", "refuted")]),
        # differences
        (f"The north has four ships more than the south {BOTH}.", [("four", "difference")]),
        (f"The south, with eight ships, is four short of the north {BOTH}.", [("four", "difference")]),
        (f"The north has five ships more than the south {BOTH}.", [("five", "refuted")]),
        (f"The Fleet has more than 1,500 sailors {CREW}.", [("1,500", "refuted")]),
        (f"The Fleet has 1,500 sailors more than the 500 officers {CREW}.", [("1,500", "difference")]),
        # shares
        (f"Officers are a quarter as many as sailors, 500 beside 2,000 {CREW}.", []),
        (f"There are four times as many sailors as officers {CREW}.", [("four", "share")]),
        (f"Officers are a fifth of the crew of 2,500 in all {CREW}.", [("a fifth of", "share"), ("2,500", "sum")]),
        (f"There are nine times as many sailors as officers {CREW}.", [("nine", "not enough information")]),
        (f"One in five of those who were asked trusts it {POLL}.", [("One", "idiom"), ("five", "share")]),
        (f"Nearly seven in nine of those who were asked trust it {POLL}.",
         [("seven", "not enough information"), ("nine", "not enough information")]),
        # what was told before
        (f"The north has twelve ships {BOTH}.\nOf the twelve all are old {BOTH}.", []),
        (f"It has 500 officers {CREW}.\nThe 500 are well paid {CREW}.", []),
        (f"The north has twelve ships {NORTH}.\nThe twelve ships in the south are old {SOUTH}.",
         [("twelve", "refuted")]),
        (f"Five of the ships lie there, the sixth, of the north, does not {BOTH}.",
         [("Five", "refuted"), ("sixth", "told")]),
    ],
)  # fmt: skip
def test_a_number_follows_from_others_by_a_step_that_a_reader_can_take(ways, body, expected):
    assert expected == ways(body)
