"""A judgement follows a statement over others, or leaves several open; anything else is a finding."""

from __future__ import annotations

import pytest

from kb.load.ledger import entity
from kb.load.schema import schema

HEAD = "id: league\nkind: organisation\nnames: {en: League}\njudgements:\n"


def read(fields: str):
    """The judgements, and the texts of what is wrong with them."""
    text = f"{HEAD}  - {{question: When?, because: The treaty says so itself., {fields}}}\n"
    made, faults = entity("docs/facts/league.yaml", text.encode(), schema(b"organisation: Organisation\n", b"")[0])
    return [(j.follow, j.over) for j in made.judgements], [fault.text for fault in faults]


@pytest.mark.parametrize(
    ("fields", "follow", "over"),
    [
        ("follow: a, over: [b]", "league#a", ("league#b",)),
        ("follow: a, over: [b, 'pact#c']", "league#a", ("league#b", "pact#c")),
        ("open: [a, b]", None, ("league#a", "league#b")),
    ],
)
def test_it_follows_one_over_others_or_leaves_several_open(
    fields: str, follow: str | None, over: tuple[str, ...]
) -> None:
    assert ([(follow, over)], []) == read(fields)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ("over: [b]", "the judgement neither follows a statement nor leaves any open"),
        ("follow: a", "the judgement follows 'a' over nothing, against one statement or more"),
        ("open: [a]", "the judgement leaves 'a' open, against two statements or more"),
        ("follow: a, open: [b, c]", "the judgement follows a statement and leaves others open, against one of the two"),
        ("open: [a, b], over: [c]", "the judgement leaves open, and has 'over' beside it"),
    ],
)
def test_what_decides_nothing_is_said_to(fields: str, fault: str) -> None:
    assert [fault] == read(fields)[1]
