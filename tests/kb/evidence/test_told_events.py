"""What a statement tells to have happened, how surely, and whether it denies anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kb.annotate.spans import EntitySpan
from kb.core.derive import typed
from kb.core.mark import Mark
from kb.core.model import Event, EventType, Evidence, Statement
from kb.evidence.candidate import Candidate
from kb.evidence.told_events import ToldEvent, told_events
from kb.extract.event_words import event_reader

MARK = Mark("docs/facts/pact.yaml", 6)
READER = event_reader({
    "sign": EventType("sign", "does", ("sign",), nouns=("signature",), denied_by=("boycott",)),
    "have": EventType("have", "holds", ("have",)),
})  # fmt: skip


def event(kind: str = "sign", negated: bool = False, modality: str | None = None) -> Event:
    """An event as a field says it."""
    return Event(kind, (), (), (), negated, modality, MARK)


def statement(value: object = (), quote: str = "", **fields: object) -> Statement:
    """A statement with this value and this quote."""
    evidence = (Evidence("A", "¶ 1", quote, "full", MARK),) if quote else ()
    return Statement("pact#s", "pact", "records", value, evidence, MARK, {}, **fields)


def candidate(value: object = (), quote: str = "", label: str = "", tells_of: str = "", **fields: object) -> Candidate:
    """A statement as a page meets it."""
    made = statement(value, quote, **fields)
    labels = (label, "signed", "signature of Arvenia")
    return Candidate(
        made, typed(made, ()), labels, lambda text: (), lambda text: (), find_events=READER.read, tells_of=tells_of
    )


def told(made: tuple[ToldEvent, ...]) -> list[tuple[list[str], bool, str | None, bool]]:
    """Of each event what it may be, whether it is denied, how far from done it is, and whether it is sure."""
    return [(sorted(each.types), each.negated, each.modality, each.sure) for each in made]


def test_a_statement_that_tells_nothing_tells_no_event() -> None:
    assert () == told_events(statement(), (), READER.read)


def test_fields_come_first_then_the_property_and_then_words() -> None:
    made = statement("Arvenia signed it.", events=(event("meet", negated=True), event("say", modality="may")))

    assert [
        (["meet"], True, None, True),
        (["say"], False, "may", True),
        (["join"], False, None, True),
        (["sign"], False, None, True),
    ] == told(told_events(made, (made.value,), READER.read, "join"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arvenia signed it.", (["sign"], False, None, True)),
        ("Arvenia did not sign it.", (["sign"], True, None, True)),
        ("Arvenia would sign it.", (["sign"], False, "planned", True)),
        ("Arvenia boycotted it.", (["sign"], True, None, True)),
        ("Its signature stood.", (["sign"], False, None, False)),
        ("Arvenia had it.", (["have"], False, None, False)),
    ],
)
def test_a_verb_of_its_own_words_is_sure(text: str, expected: tuple[list[str], bool, str | None, bool]) -> None:
    assert [expected] == told(told_events(statement(text), (text,), READER.read))


def test_a_word_of_a_quote_only_excuses() -> None:
    made = statement("It is so.", "Arvenia signed it")

    assert [(["sign"], False, None, False)] == told(told_events(made, ("It is so.", "Arvenia signed it"), READER.read))


def test_an_event_is_of_its_own_words_if_nobody_says_otherwise() -> None:
    (word,) = READER.read("Arvenia signed it.")

    assert ToldEvent(word.types, word).sure


@pytest.mark.parametrize(("planned", "modality"), [(False, None), (True, "planned")])
def test_what_a_property_tells_may_be_planned(planned: bool, modality: str | None) -> None:
    made = statement(planned=planned)
    (only,) = told_events(made, (), READER.read, "sign")

    assert (frozenset({"sign"}), False, modality, True) == (only.types, only.negated, only.modality, only.sure)
    assert isinstance(only.by, Event)
    assert MARK == only.by.mark


def test_a_candidate_tells_what_stands_in_its_words_its_quotes_and_the_name_of_its_property() -> None:
    made = candidate("It did not sign.", "it had it", "signature", as_="boycotting", tells_of="join")

    assert [
        (["join"], False, None, True),
        (["sign"], True, None, True),
        (["sign"], True, None, False),
        (["have"], False, None, False),
        (["sign"], False, None, False),
    ] == told(made.events)


def test_a_candidate_whose_events_nobody_can_read_tells_none() -> None:
    made = statement("Arvenia signed it.")

    assert () == Candidate(made, typed(made, ()), ("p",), lambda text: (), lambda text: ()).events


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (candidate("Arvenia signed it."), False),
        (candidate("Arvenia signed it.", events=(event(),)), False),
        (candidate("Arvenia signed it.", events=(event(), event(negated=True))), True),
        (candidate("Arvenia did not come."), True),
        (candidate("All but Arvenia came."), True),
        (candidate("Arvenia came.", "nobody else came"), True),
        (candidate("Arvenia came.", "only Arvenia came"), True),
        (candidate("Arvenia boycotted it."), True),
        (candidate("Arvenia came.", label="boycotted"), True),
        (candidate(("arvenia",), "Arvenia came"), False),
    ],
)
def test_what_denies_anything_or_leaves_anybody_out(made: Candidate, expected: bool) -> None:
    assert expected is made.denies


def test_figures_stand_in_words_and_quotes_and_not_in_what_was_inferred() -> None:
    made = replace(candidate("of 4", "in 1990", inferred="from 5"), find_figures=lambda text: [("count", text, "")])

    assert {("count", "of 4", ""), ("count", "in 1990", ""), ("count", "", "")} == made.worded


def test_it_mentions_what_it_names_and_what_its_words_name() -> None:
    words = {"Rask came.": [EntitySpan(0, 4, "rask", "Rask")], "to Selin": [EntitySpan(3, 8, "selin", "Selin")]}
    made = replace(candidate("Rask came.", "to Selin", who=("voss",)), find_names=lambda text: words.get(text, []))

    assert {"pact", "voss", "rask", "selin"} == made.mentions
    assert {"pact", "voss"} == made.entities


def test_only_a_text_is_its_own_words() -> None:
    assert ("Arvenia came.", "") == (candidate("Arvenia came.").own, candidate(("arvenia",)).own)


def test_what_a_text_shares_with_it_are_stems_of_all_its_words() -> None:
    made = candidate("Arvenia signed it.", "at the harbour", "called")

    assert {"harbour", "sign", "call"} == made.shared("Signing at the Harbours, as called for in Boreland")
