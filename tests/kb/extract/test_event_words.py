"""Words that tell events: which, as what, whether denied, how far from done, and by whom."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.core.model import EventType
from kb.extract.event_words import EventReader, EventWord, event_reader

EVENTS = (
    EventType("sign", "does", ("sign", "put its name to"), nouns=("signature",), denied_by=("boycott", "unsigned")),
    EventType("leave", "does", ("leave", "withdraw"), not_by=("leave open", "on leave")),
    EventType("offer", "does", ("offer", "make an offer"), nouns=("frozen",)),
    EventType("delay", "does", ("delay",)),
    EventType("open", "does", ("leave open", "open")),
    EventType("be", "holds", ("be",), not_by=("be open",)),
    EventType("hold", "does", ("hold", "have")),
    EventType("end", "happens", ("withdraw",)),
)
READER = event_reader({event.name: event for event in EVENTS})


def words(text: str) -> list[EventWord]:
    """The words of a text that tell an event, but for those that help others."""
    return [word for word in READER.read(text) if not word.is_light]


def one(text: str) -> EventWord:
    """The last of them."""
    return words(text)[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arvenia signed.", [("signed", {"sign"})]),
        ("ARVENIA SIGNED.", [("SIGNED", {"sign"})]),
        ("Arvenia puts its name to it.", [("puts its name to", {"sign"})]),
        ("Its signature was there.", [("signature", {"sign"})]),
        ("It boycotted it.", [("boycotted", {"sign"})]),
        ("Corvia withdrew.", [("withdrew", {"leave", "end"})]),
        ("It signed, and withdrew.", [("signed", {"sign"}), ("withdrew", {"leave", "end"})]),
        ("It made an offer.", [("made an offer", {"offer"})]),
        ("It left open who signs.", [("left open", {"open"}), ("signs", {"sign"})]),
        ("Rask is on leave.", []),
        ("The port is open.", []),
        ("It resigned, and signals.", []),
        ("The signed_copy, sign2 and 2sign.", []),
        ("It co-signed it.", [("signed", {"sign"})]),
        ("“Signed”", [("Signed", {"sign"})]),
        ("signed", [("signed", {"sign"})]),
        ("", []),
        ("Nothing is told here.", []),
    ],
)
def test_which_words_of_a_text_tell_which_events(text: str, expected: list[tuple[str, set[str]]]) -> None:
    assert expected == [(word.word, set(word.types)) for word in words(text)]


def test_a_word_is_where_it_stands() -> None:
    (word,) = words("Arvenia signed.")

    assert (8, 14) == (word.start, word.end)
    assert "EventWord(types=frozenset({'sign'}), start=8, end=14)" == repr(word)


def test_verbs_that_help_others_are_light_and_are_read_all_the_same() -> None:
    assert [("was", True), ("held", True), ("Had", True), ("signed", False)] == [
        (word.word, word.is_light) for word in READER.read("It was held, and it Had signed.")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arvenia signed.", False), ("Arvenia offers ships.", False), ("It boycotted this.", False),
        ("It brought the offer.", True), ("The signature stood.", True), ("It withdrew signature.", True),
        ("They saw frozen ships.", True), ("It sealed it, signing it.", True),
    ],
)  # fmt: skip
def test_a_noun_names_an_event_and_a_verb_tells_it(text: str, expected: bool) -> None:
    assert expected is one(text).is_noun


@pytest.mark.parametrize(
    ("text", "past", "finite"),
    [("It signed.", True, True), ("It signs.", False, True), ("It ends, signing.", False, False)],
)
def test_a_verb_has_a_time(text: str, past: bool, finite: bool) -> None:
    assert (past, finite) == (one(text).is_past, one(text).is_finite)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Arvenia signed.", "Arvenia signed."),
        ("Rask came, Arvenia signed, Corvia slept.", ", Arvenia signed"),
        ("Rask said that Arvenia signed because it was late.", "that Arvenia signed "),
        ("(signed)", "(signed"),
        ("Late: signed", ": signed"),
    ],
)
def test_a_word_has_its_clause(text: str, clause: str) -> None:
    first, last = one(text).clause

    assert clause == text[first:last]


@pytest.mark.parametrize(
    "text",
    [
        "Arvenia did not sign.",
        "Arvenia didn't sign.",
        "Nobody signed.",
        "Arvenia refused to sign.",
        "Arvenia has signed nothing.",
        "Arvenia boycotted it.",
        "It stands unsigned.",
        "Arvenia was neither there and signed.",
        "Arvenia was there and did not sign.",
        "Corvia slept, and never signed.",
        "It did not ever" + " so" * 15 + " sign.",
        "Nobody had signed.",
        "Nobody refused to sign nothing.",
        "Nobody of an offer signed.",
    ],
)
def test_what_is_denied(text: str) -> None:
    assert one(text).negated


@pytest.mark.parametrize(
    "text",
    [
        "Arvenia signed.",
        "Arvenia not only signed.",
        "Not Corvia, but Arvenia signed.",
        "Corvia did not come and signed.",
        "Corvia did not withdraw to sign.",
        "Nobody offered what he signed.",
        "It did not refuse to sign.",
        "It did not boycott it.",
        "It is never unsigned.",
        "Arvenia signed no less than four.",
        "Arvenia signed. Nobody came.",
        "It acted without delay.",
        "It did not ever" + " so" * 25 + " sign.",
    ],
)
def test_what_is_not_denied(text: str) -> None:
    assert not one(text).negated


@pytest.mark.parametrize(("between", "expected"), [(59, True), (60, False)])
def test_a_negation_reaches_sixty_four_characters(between: int, expected: bool) -> None:
    assert expected is one(f"So not {'x' * between} sign").negated


@pytest.mark.parametrize(("between", "expected"), [(42, "must"), (43, None)])
def test_how_far_from_done_is_looked_for_forty_eight_characters_before(between: int, expected: str | None) -> None:
    assert expected == one(f"So must {'x' * between} sign").modality


def test_a_word_is_not_cut_where_the_reach_of_a_negation_ends() -> None:
    assert not any(one(f"A knot {'x' * n} sign").negated for n in range(45, 75))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arvenia signed.", None),
        ("In May Arvenia signed.", None),
        ("Arvenia must sign.", "must"),
        ("Arvenia may sign.", "may"),
        ("Rask asked Arvenia to sign.", "asked"),
        ("Rask proposed to sign.", "proposed"),
        ("Arvenia would sign.", "planned"),
        ("Rask must go, Arvenia signed.", None),
        ("Arvenia signed what it must.", None),
        ("It must" + " so" * 13 + " sign.", "must"),
        ("It must" + " so" * 16 + " sign.", None),
    ],
)
def test_how_far_an_event_is_from_done(text: str, expected: str | None) -> None:
    assert expected == one(text).modality


def test_a_word_is_not_cut_where_what_says_how_far_it_is_from_done_ends() -> None:
    assert {None} == {one(f"Jetmust {'x' * n} sign").modality for n in range(30, 60)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed by Arvenia.", True), ("It has been solemnly signed.", True), ("Arvenia signed.", False),
        ("Arvenia has signed.", False), ("It was there, signed.", False), ("It was so, and was signed.", True),
        ("It was that signed.", False),
    ],
)  # fmt: skip
def test_who_did_it_may_stand_behind(text: str, expected: bool) -> None:
    assert expected is one(text).passive


def test_what_a_turn_does_not_tell_another_event_may() -> None:
    reader = event_reader({
        "leave": EventType("leave", "does", ("leave",), not_by=("leave the port",)),
        "go": EventType("go", "does", ("leave the port",)),
    })  # fmt: skip

    assert [{"go"}, {"leave"}] == [set(word.types) for word in reader.read("It left the port, and left.")]


def test_an_event_may_be_told_in_one_form_as_a_verb_and_a_noun() -> None:
    reader = event_reader({"offer": EventType("offer", "does", ("offer",), nouns=("offer",))})

    assert [False, True] == [word.is_noun for word in reader.read("They offer more than the offer.")]


def test_a_schema_without_events_reads_nothing() -> None:
    assert () == event_reader({}).read("Arvenia signed.")


def test_a_text_is_read_once() -> None:
    assert READER.read("Arvenia signed.") is READER.read("Arvenia signed.")


TOLD = ("sign", "signed", "put its name to", "left open", "leave", "boycotts", "made an offer", "was open", "withdrew")
TEXTS = st.lists(st.one_of(st.sampled_from((*TOLD, "not", "may", " ", ", ", "-", "İ", "that")), st.text(max_size=4)))


@given(TEXTS.map(" ".join))
def test_any_text_can_be_read(text: str) -> None:
    found = EventReader({event.name: event for event in EVENTS}).read(text)

    for word in found:
        first, last = word.clause
        assert 0 <= first <= word.start < word.end <= len(text)
        assert word.start < last <= len(text)
        assert word.types
        assert {bool} == {type(each) for each in (word.negated, word.is_noun, word.is_past, word.passive)}
    assert all(one.end <= other.start for one, other in pairwise(found))
