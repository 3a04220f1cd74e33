"""How far from done a sentence has something, and where its clauses end."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from kb.lang import modality


def told(head: str) -> str | None:
    """The first modality of the words before a verb."""
    return next((name for name, words in modality.MODALITY.items() if words.search(head)), None)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Arvenia ", None),
        ("Arvenia has ", None),
        ("Arvenia had solemnly ", None),
        ("It was ", None),
        ("In May Arvenia ", None),
        ("The mustard of Arvenia ", None),
        ("On 4 May it ", None),
        ("Arvenia must ", "must"),
        ("Arvenia has to ", "must"),
        ("Arvenia should ", "must"),
        ("It ought to ", "must"),
        ("It is obliged to ", "must"),
        ("It needs to ", "must"),
        ("It has a duty to ", "must"),
        ("Arvenia may ", "may"),
        ("Arvenia could ", "may"),
        ("It cannot ", "may"),
        ("It is free to ", "may"),
        ("It has a right to ", "may"),
        ("It asked Arvenia to ", "asked"),
        ("An appeal to ", "asked"),
        ("It called on Arvenia to ", "asked"),
        ("It urged all members that they ", "asked"),
        ("It demanded ", None),
        ("It proposed ", "proposed"),
        ("It suggests that Arvenia ", "proposed"),
        ("On the recommendation of Rask it ", "proposed"),
        ("It would ", "planned"),
        ("It will ", "planned"),
        ("It is due to ", "planned"),
        ("It was yet to ", "planned"),
        ("It planned to ", "planned"),
        ("It agreed with Arvenia to ", "planned"),
        ("It promised the two members to ", "planned"),
        ("The decision to ", "planned"),
        ("It sailed to ", "planned"),
        ("It is willing and ", None),
        ("It asked whether it must ", "must"),
        ("It asked that it may ", "may"),
        ("It planned to propose to ", "proposed"),
    ],
)
def test_words_before_an_event_say_how_far_it_is_from_done(head: str, expected: str | None) -> None:
    assert expected == told(head)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arvenia would sign.", True), ("Arvenia is to sign.", True), ("Arvenia were to sign.", True),
        ("It planned a treaty.", True), ("It intends war.", True), ("It was due to sail.", True),
        ("It is expected there.", True), ("If it sails, it sinks.", True), ("Who knows whether it sailed?", True),
        ("It proposed a treaty.", True), ("It suggested this.", True), ("It announced a treaty.", True),
        ("It pledged a ship.", True), ("It promised a ship.", True), ("It offered a ship.", True),
        ("It has a draft.", True), ("No ship was found.", True), ("Nothing has been found.", True),
        ("It is yet to sail.", True), ("It is ready to sail.", True), ("It almost sailed.", True),
        ("It nearly sank.", True),
        ("Arvenia signed.", False), ("Goodwill is shallow.", False), ("It was tolled.", False),
        ("A ship was found.", False), ("It is still there.", False), ("It sails to Selin.", False),
    ],
)  # fmt: skip
def test_a_sentence_is_open_that_tells_what_has_not_come_about(text: str, expected: bool) -> None:
    assert expected is modality.is_open(text)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Arvenia signed the treaty.", ["Arvenia signed the treaty."]),
        ("Arvenia signed, Corvia left.", ["Arvenia signed", ", Corvia left."]),
        ("It has 1,200 ships.", ["It has 1,200 ships."]),
        ("It signed; it left: it was so.", ["It signed", "; it left", ": it was so."]),
        ("It signed (and left).", ["It signed ", "(and left", ")."]),
        ("It is “old” now.", ["It is ", "“old", "” now."]),
        ("It said that Corvia left.", ["It said ", "that Corvia left."]),
        ("Arvenia, which signed, left.", ["Arvenia", ", ", "which signed", ", left."]),
        ("It left because nobody came.", ["It left ", "because nobody came."]),
        ("It left after the war.", ["It left ", "after the war."]),
        ("It asked whether all came.", ["It asked ", "whether all came."]),
        ("It signed and Corvia was there.", ["It signed ", "and Corvia was there."]),
        ("It signed and the new members of it had left.", ["It signed ", "and the new members of it had left."]),
        ("It signed and sealed it.", ["It signed and sealed it."]),
        ("It signed and Corvia left.", ["It signed and Corvia left."]),
        ("It is thatched and yetis whom.", ["It is thatched and yetis ", "whom."]),
    ],
)
def test_where_clauses_break(text: str, clauses: list[str]) -> None:
    points = [0, *(match.start() for match in modality.BREAKS.finditer(text)), len(text)]

    assert clauses == [text[a:b] for a, b in pairwise(points)]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("It left because of the fog.", "because of"),
        ("It left because it was late.", "because"),
        ("It left owing to fog.", "owing to"),
        ("It left under the pressure of Corvia.", "under the pressure"),
        ("It left so as to win.", "so as to"),
        ("It left in protest.", "in protest"),
        ("It stays unless all leave.", "unless"),
        ("It stays provided that all pay.", "provided that"),
        ("It stayed despite the fog.", "despite"),
        ("It stayed for want of a ship.", "for want of"),
        ("It stayed over the objections of Corvia.", "over the objections"),
        ("It left to avoid a war.", "to avoid"),
    ],
)
def test_what_opens_a_reason_a_purpose_or_a_condition(text: str, opening: str) -> None:
    assert [opening] == [match[0] for match in modality.REASON.finditer(text)]


@pytest.mark.parametrize("text", ["It left in May.", "It came to Selin.", "It left evenly.", "It was provisional."])
def test_what_opens_none(text: str) -> None:
    assert not modality.REASON.search(text)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("because it was late, and dark", "because it was late"),
        ("because it was late and dark", "because it was late"),
        ("because it was late but dark", "because it was late"),
        ("because it was late (or dark)", "because it was late "),
        ("because it was late. It left", "because it was late"),
        ("because of sand", "because of sand"),
    ],
)
def test_where_such_a_clause_ends(text: str, clause: str) -> None:
    assert clause == re.split(modality.CLAUSE_END, text, maxsplit=1)[0]
