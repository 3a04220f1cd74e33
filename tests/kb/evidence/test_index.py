"""What a source says at a place: what the ledger has from there, from a whole of it, or from a part of it."""

from __future__ import annotations

import pytest

from kb.core.derive import typed
from kb.core.mark import Mark
from kb.core.model import Citation, Evidence, Statement
from kb.evidence.candidate import Candidate
from kb.evidence.index import index


def candidate(slug: str, *places: tuple[str, str], words: str = "") -> Candidate:
    """A statement with evidence at these places, in these words."""
    evidence = tuple(Evidence(by, at, "", "full", Mark("a", n + 1)) for n, (by, at) in enumerate(places))
    statement = Statement(f"a#{slug}", "a", "p", words or (), evidence, Mark("a"), {})
    return Candidate(statement, typed(statement, ()), (), lambda text: (), lambda text: ())


INDEX = index(
    [
        candidate("one", ("A", "¶ 1")),
        candidate("two", ("A", "¶ 2"), ("B", "p. 5")),
        candidate("clause", ("A", "Art. 4(2)")),
        candidate("article", ("A", "Art. 4")),
        candidate("both", ("A", "¶ 1"), ("A", "¶ 2")),
    ]
)


def ids(those: tuple[Candidate, ...]) -> list[str]:
    """Their ids without the entity."""
    return [each.id.removeprefix("a#") for each in those]


@pytest.mark.parametrize(
    ("key", "locator", "expected"),
    [
        ("A", "¶ 1", ["one", "both"]),
        ("A", "¶ 1; ¶ 2", ["one", "two", "both"]),
        ("A", "¶ 1–2", ["one", "two", "both"]),
        ("A", "Art. 4", ["clause", "article"]),
        ("A", "Art. 4(2)", ["clause", "article"]),
        ("A", "Art. 4(3)", ["article"]),
        ("A", "", ["one", "two", "clause", "article", "both"]),
        ("A", "¶ 3", []),
        ("B", "p. 5", ["two"]),
        ("C", "", []),
    ],
)
def test_what_a_source_says_at_a_place(key: str, locator: str, expected: list[str]) -> None:
    assert expected == ids(INDEX.at(key, locator))
    assert expected == ids(INDEX.at(key, locator))  # asked again


def test_each_place_is_written_once_first_where_it_comes_first() -> None:
    assert ("¶ 1", "¶ 2", "Art. 4(2)", "Art. 4") == INDEX.places("A")
    assert (1, 1, 1, 1) == tuple(mark.line for mark in INDEX.written("A"))
    assert () == INDEX.places("C") == INDEX.written("C")


def test_what_several_cited_places_say_is_said_once() -> None:
    cited = [Citation(key, at, 0, Mark("p")) for key, at in (("B", "p. 5"), ("A", "¶ 2"), ("A", "¶ 3"))]

    assert ["two", "both"] == ids(INDEX.heard(cited))
    assert ["two", "both"] == ids(INDEX.heard(cited))  # asked again
    assert ["two", "one", "clause", "article", "both"] == ids(INDEX.candidates_elsewhere(cited))


RETOLD = index(
    [
        candidate("all", ("A", "¶ 1"), words="pilots masters harbours lamps ropes"),
        candidate("most", ("A", "¶ 1"), words="pilots masters harbours"),
        candidate("few", ("A", "¶ 1"), words="pilots masters"),
        candidate("none", ("A", "¶ 1"), words="fog"),
        candidate("there", ("B", "¶ 1"), words="fog"),
    ]
)


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("Pilots, masters, harbours, lamps and ropes.", "A", ["all", "most"]),
        ("Pilots, masters and harbours.", "A", ["all", "most", "few"]),
        ("Lamps.", "A", ["all"]),
        ("Fog.", "A", ["none"]),
        ("Fog.", "B", ["there"]),
        ("Snow.", "A", []),
        ("Fog.", "C", []),
    ],
)
def test_a_text_retells_what_shares_most_of_its_words(text: str, key: str, expected: list[str]) -> None:
    cited = [Citation(key, "¶ 1", 0, Mark("p"))]

    assert expected == ids(RETOLD.near(cited, text))
    assert expected == ids(RETOLD.near(cited, text))  # asked again
