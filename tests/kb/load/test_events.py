"""What may happen, and what a statement tells in its fields: as written, and every slip said at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.core.finding import Finding
from kb.core.model import Event, EventType, Statement
from kb.core.model.events import FAMILIES, MODALITIES
from kb.load.events import EVENTS, declared
from kb.load.ledger import entity
from kb.load.schema import schema

ROOT = Path(__file__).parents[3]
KINDS = b"pact: Pact\n"
PROPERTIES = b"records: {domain: [pact], range: [text]}\n"
HAPPENING = b"""
sign: {family: does, told-by: [sign, put its name to], opposite: [reject]}
reject: {family: does, told-by: [reject]}
say: {family: says, told-by: [say]}
"""


def told(text: str) -> tuple[dict[str, EventType], list[tuple[str, str, str]]]:
    """The events that are declared, and of each fault its place, its words and its help."""
    faults: list[Finding] = []
    made = declared(text.encode(), faults)
    return made, [(str(fault.mark), fault.text, fault.help) for fault in faults]


def read(*fields: str) -> tuple[Statement, list[tuple[str, str, str]]]:
    """A statement with these lines of fields behind its text, which is line 6, and what is wrong with it."""
    lines = "".join(f"    {line}\n" for line in fields)
    text = f"id: pact\nkind: pact\nnames: {{en: Pact}}\nstatements:\n  s:\n    records: It was so.\n{lines}"
    law, found = schema(KINDS, PROPERTIES, HAPPENING)
    made, faults = entity("docs/facts/pact.yaml", text.encode(), law)

    assert () == found
    assert made is not None
    return made.statements[0], [(str(fault.mark), fault.text, fault.help) for fault in faults]


def events(*fields: str) -> tuple[Event, ...]:
    """The events of a statement in which nothing is wrong."""
    made, faults = read(*fields)

    assert [] == faults
    return made.events


def test_a_declaration_is_read_field_by_field() -> None:
    made, faults = told(
        "sign:\n  family: does\n  told-by: [sign, put its name to]\n  nouns: signature\n  denied-by: [unsigned]\n"
        "  not-by: [sign of]\n  opposite: [reject]\n  before: [reject]\n  sentence: '{agent} signs {theme}'\n"
        "reject: {family: says, told-by: reject}\n"
    )
    sign, reject = made["sign"], made["reject"]

    assert [] == faults
    assert ("sign", "does", ("sign", "put its name to"), ("signature",), ("unsigned",), ("sign of",)) == (
        sign.name, sign.family, sign.told_by, sign.nouns, sign.denied_by, sign.not_by,
    )  # fmt: skip
    assert (("reject",), ("reject",), "{agent} signs {theme}") == (sign.opposite, sign.before, sign.sentence)
    assert ("says", ("reject",), (), "") == (reject.family, reject.told_by, reject.opposite, reject.sentence)
    assert (f"{EVENTS}:1:1", f"{EVENTS}:10:1") == (str(sign.mark), str(reject.mark))


def test_an_event_says_its_part_in_asking_and_answering() -> None:
    made, faults = told("ask: {family: says, told-by: ask, answer: asks}\nsign: {family: does, told-by: sign}\n")

    assert [] == faults
    assert ("asks", "") == (made["ask"].answer, made["sign"].answer)


def test_a_part_that_no_rule_knows_is_reported() -> None:
    _, ((mark, text, help),) = told("ask: {family: says, told-by: ask, answer: beg}\n")

    assert (f"{EVENTS}:1:43", "the event 'ask' is of the answer 'beg', which no rule knows") == (mark, text)
    assert "write one of asks, grants, promises, refuses" == help


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_a_file_that_is_not_there_or_empty_declares_nothing(text: str) -> None:
    assert ({}, []) == told(text)


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_one(family: str) -> None:
    assert [] == told(f"sign: {{family: {family}, told-by: [sign]}}")[1]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- sign", ("1:1", "the file is not a mapping", "write it as `field: value` lines")),
        ("sign: {told-by: [sign]}", ("1:1", "the event 'sign' has no 'family'", "add `family: …`")),
        (
            "sign: {family: dose, told-by: [sign]}",
            ("1:16", "the event 'sign' is of the family 'dose', which no rule knows", "did you mean 'does'?"),
        ),
        (
            "sign: {family: rain, told-by: [sign]}",
            (
                "1:16",
                "the event 'sign' is of the family 'rain', which no rule knows",
                "write one of says, does, happens, holds, provides",
            ),
        ),
        ("sign: {family: does}", ("1:1", "the event 'sign' is told by no word", "add `told-by: [sign, …]`")),
        (
            "sign: {family: does, told-by: []}",
            ("1:1", "the event 'sign' is told by no word", "add `told-by: [sign, …]`"),
        ),
        (
            "sign: {family: does, told-by: [sign, [put]]}",
            ("1:38", "'told-by' is not a text", "write `told-by: some words`"),
        ),
        (
            "sign: {family: does, told-by: [sign], toldby: [x]}",
            ("1:39", "the event 'sign' has an unknown field 'toldby'", "did you mean 'told-by'?"),
        ),
        (
            "sign: {family: does, told-by: [sign], opposite: [sing]}",
            (
                "1:1",
                "'opposite' of the event 'sign' names 'sing', which is declared nowhere",
                "did you mean 'sign'?",
            ),
        ),
        (
            "sign: {family: does, told-by: [sign], before: [deposit]}",
            (
                "1:1",
                "'before' of the event 'sign' names 'deposit', which is declared nowhere",
                "write one of sign",
            ),
        ),
        (
            "sign: {family: does, told-by: [sign]}\nsign: {family: does, told-by: [sign]}",
            (
                "2:1",
                "the key 'sign' stands twice in one mapping",
                "keep one of the two, or give the second its own name",
            ),
        ),
        (
            "sign: {family: does, told-by: [sign], sentence: '{agent} signs {thing} for {who}'}",
            (
                "1:49",
                "'sentence' of the event 'sign' has {thing} and {who}, which no role fills",
                "write {agent}, {theme} or {to}, each once",
            ),
        ),
        (
            "sign: {family: does, told-by: [sign], sentence: '{agent} signs {agent}'}",
            (
                "1:49",
                "'sentence' of the event 'sign' has {agent} twice",
                "write {agent}, {theme} or {to}, each once",
            ),
        ),
        *(
            (
                f"sign: {{family: does, told-by: [sign], sentence: '{sentence}'}}",
                (
                    "1:49",
                    "'sentence' of the event 'sign' begins with no one who does or is something",
                    "write it as `{agent} signs {theme}`, or `{theme} ends`",
                ),
            )
            for sentence in ("signs {theme}", "{to} signs", "It is signed", "{agent}: {theme}", "{agent} {theme}")
        ),
    ],
)  # fmt: skip
def test_a_slip_in_a_declaration_is_said_at_its_place(text: str, fault: tuple[str, str, str]) -> None:
    place, *words = fault

    assert [(f"{EVENTS}:{place}", *words)] == told(text)[1]


def test_what_is_no_mapping_declares_nothing_that_could_be_met() -> None:
    made, faults = told("sign: some words\n")

    assert [] == [*made["sign"].told_by]
    assert (f"{EVENTS}:1:7", "the event 'sign' is not a mapping", "write it as `field: value` lines") == faults[0]


def test_the_schema_of_a_ledger_has_its_events_and_their_faults() -> None:
    law, found = schema(KINDS, PROPERTIES, b"sign: {family: does}\n")

    assert (["sign"], ["the event 'sign' is told by no word"]) == ([*law.events], [fault.text for fault in found])
    assert {"schema"} == {fault.rule for fault in found}


def test_the_events_of_the_house_are_without_a_slip() -> None:
    made, faults = told((ROOT / EVENTS).read_text(encoding="utf-8"))

    assert [] == faults
    assert set(FAMILIES) == {event.family for event in made.values()}


def test_a_statement_of_which_nobody_said_what_happened_has_no_event() -> None:
    made, faults = read()

    assert ((), None, []) == (made.events, made.free, faults)


def test_a_statement_may_say_why_no_event_fits() -> None:
    made, faults = read("free: it lists names")

    assert ((), "it lists names", []) == (made.events, made.free, faults)


def test_an_event_has_its_roles_as_they_are_written() -> None:
    (made,) = events("event: sign", "agent: [arvenia, the men of Belmark]", "theme: harbour-pact", "to: the crowd")

    assert ("sign", ("arvenia", "the men of Belmark"), ("harbour-pact",), ("the crowd",)) == (
        made.type, made.agent, made.theme, made.to,
    )  # fmt: skip
    assert (False, None, "docs/facts/pact.yaml:7:12") == (made.negated, made.modality, str(made.mark))
    assert (("agent.0", "arvenia"), ("theme.0", "harbour-pact")) == made.named
    assert "docs/facts/pact.yaml:8:13" == str(made.marks["agent.0"])


def test_an_event_needs_no_role() -> None:
    (made,) = events("event: sign")

    assert ({"agent": (), "theme": (), "to": ()}, ()) == (made.roles, made.named)


def test_an_event_that_did_not_happen_says_so() -> None:
    (made,) = events("event: sign", "polarity: not")

    assert made.negated


@pytest.mark.parametrize("modality", MODALITIES)
def test_each_modality_is_one(modality: str) -> None:
    (made,) = events("event: sign", f"modality: {modality}")

    assert modality == made.modality


def test_the_main_event_comes_first_and_further_ones_in_their_order() -> None:
    made = events(
        "event: say",
        "agent: voss",
        "polarity: not",
        "further:",
        "  - {event: sign, agent: arvenia, modality: reported}",
        "  - {event: reject, to: [the men of Belmark]}",
    )

    assert ["say", "sign", "reject"] == [event.type for event in made]
    assert [True, False, False] == [event.negated for event in made]
    assert [None, "reported", None] == [event.modality for event in made]
    assert [("voss",), ("arvenia",), ()] == [event.agent for event in made]
    assert ("docs/facts/pact.yaml:11:17", "docs/facts/pact.yaml:11:30") == (
        str(made[1].mark), str(made[1].marks["agent.0"]),
    )  # fmt: skip


def test_one_further_event_needs_no_list() -> None:
    made = events("event: say", "further: {event: sign}")

    assert ["say", "sign"] == [event.type for event in made]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        (["event: sing"], ("7:12", "there is no event 'sing'", "did you mean 'sign'?")),
        (["event: dance"], ("7:12", "there is no event 'dance'", "write one of sign, reject, say")),
        (["event: [sign]"], ("7:12", "'event' is not a text", "write `event: some words`")),
        (
            ["event: sign", "polarity: never"],
            ("8:15", "'never' is no polarity", "write `polarity: not`, or leave it out"),
        ),
        (
            ["event: sign", "modality: planne"],
            ("8:15", "there is no modality 'planne'", "did you mean 'planned'?"),
        ),
        (
            ["event: sign", "modality: perhaps"],
            (
                "8:15",
                "there is no modality 'perhaps'",
                "write one of planned, proposed, asked, denied, reported, may, must",
            ),
        ),
        (
            ["event: sign", "theme: [pact, Treaty]"],
            (
                "8:19",
                "'Treaty' fills 'theme', and is neither the id of an entity nor several words",
                "write an id, or words such as `a declaration`",
            ),
        ),
        (
            ["event: sign", "to: a_b"],
            (
                "8:9",
                "'a_b' fills 'to', and is neither the id of an entity nor several words",
                "write an id, or words such as `a declaration`",
            ),
        ),
        (["event: sign", "agent: {a: b}"], ("8:12", "'agent' is not a text", "write `agent: some words`")),
        *(
            (
                [f"{field}: {value}"],
                (
                    "7:5",
                    f"{field!r} belongs to an event, and none is named",
                    "add `event: sign`, or leave it out",
                ),
            )
            for field, value in {
                "agent": "voss", "theme": "pact", "to": "voss", "polarity": "not", "modality": "may",
                "further": "[{event: sign}]",
            }.items()
        ),
        (
            ["event: say", "further: [{agent: voss}]"],
            ("8:15", "the event 2 of the statement has no 'event'", "add `event: …`"),
        ),
        (
            ["event: say", "further: [{event: sign}, {event: sing}]"],
            ("8:38", "there is no event 'sing'", "did you mean 'sign'?"),
        ),
        (
            ["event: say", "further: [{event: sign}, {event: reject, polarity: no}]"],
            ("8:56", "'no' is no polarity", "write `polarity: not`, or leave it out"),
        ),
        (
            ["event: say", "further: [{event: sign, themes: pact}]"],
            ("8:29", "the event 2 of the statement has an unknown field 'themes'", "did you mean 'theme'?"),
        ),
        (
            ["event: say", "further: [{event: sign, further: [{event: say}]}]"],
            (
                "8:29",
                "the event 2 of the statement has an unknown field 'further'",
                "fields are agent, event, modality, polarity, theme, to",
            ),
        ),
        (
            ["event: say", "free: it lists names"],
            ("8:5", "'free' says why no event fits, and one is named", "keep one of the two"),
        ),
        (["free: [a b]"], ("7:11", "'free' is not a text", "write `free: some words`")),
    ],
    ids=lambda case: " ".join(case) if isinstance(case, list) else "",
)  # fmt: skip
def test_a_slip_in_a_statement_is_said_at_its_place(fields: list[str], fault: tuple[str, str, str]) -> None:
    place, *words = fault

    assert [(f"docs/facts/pact.yaml:{place}", *words)] == read(*fields)[1]


def test_further_events_that_are_words_are_no_events() -> None:
    made, faults = read("event: say", "further: sign")

    assert ["say"] == [event.type for event in made.events]
    assert "the event 2 of the statement is not a mapping" == faults[0][1]


def test_an_event_that_nobody_declared_is_left_out_and_the_others_stay() -> None:
    made, _ = read("event: sing", "further: [{event: reject}]")

    assert ["reject"] == [event.type for event in made.events]
