"""Sentences that say that something else happened than what is on record, beside the nearest that are right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[..., list[Any]]

SIGNED = "Corvia signed the pact on pilots.|event: sign; agent: corvia; theme: the pact on pilots"
UNSIGNED = "Corvia did not sign the pact on pilots.|event: sign; agent: corvia; theme: the pact; polarity: not"
ASKED = "Corvia asked Boreland, and not Arvenia, for lamps.|event: ask; agent: corvia; to: boreland; theme: lamps"
HOSTED = "Arvenia was host of the fair on lamps.|event: host; agent: arvenia; theme: the fair on lamps"
BOTH = "Corvia signed, and Arvenia was host of the fair on lamps.|event: sign; agent: corvia; theme: the fair on lamps"
DENIED, TAKEN = "is denied, but it is on record", "is told, but it is on record as not so"


@pytest.mark.parametrize(
    ("sentence", "statements", "expected"),
    [
        ("Corvia did not sign the pact on pilots @.", [SIGNED], [f"“sign” {DENIED}"]),
        ("Corvia signed the pact on pilots @.", [UNSIGNED], [f"“signed” {TAKEN}"]),
        ("Corvia signed the pact on pilots @.", [SIGNED], []),
        (
            "Corvia did not sign the pact on pilots @.",
            ["The pact of Corvia on pilots.|event: sign"],
            [f"“sign” {DENIED}"],
        ),
        ("Corvia did not sign the pact on pilots @.", [SIGNED, SIGNED.replace(".", ", but not on ropes.", 1)], []),
        ("Corvia did not sign the pact on pilots @.", [UNSIGNED], []),
        ("Corvia signed the pact on pilots and did not leave @.", [UNSIGNED], []),
        ("Corvia did not sign the pact on pilots @.", [SIGNED, UNSIGNED], []),
        ("Corvia did not sign the pact on pilots.", [SIGNED], []),
        ("Nobody signed @.", [SIGNED], []),
        ("Corvia signed the pact on pilots unless it rained @.", ["Nobody at Corvia paints the pact on pilots."], []),
        ("Corvia has no lamps or ropes @.", ["Corvia has lamps and ropes."], [f"“no lamps or ropes” {DENIED}"]),
        ("Corvia has no lamps or ropes @.", ["Corvia has lamps.", "Corvia has ropes."], [f"“lamps” {DENIED}"]),
        ("Corvia has no lamps or ropes @.", ["Corvia has lamps and ropes, and no pier."], []),
        ("Corvia has “no lamps” or ropes @.", ["Corvia has lamps and ropes."], []),
        ("Corvia has lamps and ropes @.", ["Corvia has no lamps or ropes."], [f"“no lamps or ropes” {TAKEN}"]),
        ("Corvia has only lamps and ropes @.", ["Corvia has no lamps or ropes."], [f"“no lamps or ropes” {TAKEN}"]),
        ("Corvia lacks lamps and ropes @.", ["Corvia has no lamps or ropes."], []),
        ("Corvia has lamps and ropes, and no pier @.", ["Corvia has no lamps or ropes."], []),
        ("Corvia has lamps and ropes @.", ["Corvia has no lamps or ropes.", "Corvia sells lamps and ropes."], []),
        ("Corvia has lamps and ropes.", ["Corvia has no lamps or ropes."], []),
        ("Corvia signed the pact on pilots @.", [SIGNED, UNSIGNED], []),
        (
            "Boreland has lamps and ropes @.",
            ["Corvia has no lamps or ropes, but piers, boats, sails, nets and tents."],
            [],
        ),
        (
            "Corvia has no lamps or ropes or piers or boats @.",
            ["Corvia has lamps and ropes."],
            [f"“no lamps or ropes or piers or” {DENIED}"],
        ),
        (
            "Corvia has no lamps or piers or boats or sails @.",
            ["Corvia has lamps and ropes."],
            [f"“lamps” {DENIED}"],
        ),
        ("Arvenia came, and Corvia did not host the fair on lamps @.", [HOSTED], []),
        ("Arvenia did not host the fair on lamps @.", [HOSTED], [f"“host” {DENIED}"]),
        ("Arvenia did not host the fair on lamps @.", [BOTH], [f"“host” {DENIED}"]),
        ("It was Corvia that declined to host the fair on lamps @.", [HOSTED], []),
        ("The lamps of Corvia are lit @.", ["The lamps of Corvia are not lit."], [f"“lit” {TAKEN}"]),
        ("The lamps of Corvia are lit only at night @.", ["The lamps of Corvia are not lit."], []),
        (
            "The lamps of Corvia are strictly lit @.",
            ["The lamps of Corvia are not strictly lit."],
            [f"“not strictly lit” {TAKEN}"],
        ),
        ("Corvia runs boats and does not run a deficit @.", ["Corvia does not run a deficit."], []),
        ("Corvia never failed to light the lamps @.", ["Corvia lit the lamps without fail."], []),
        ("Corvia did not boycott the fair on lamps @.", ["Corvia came to the fair on lamps."], []),
        ("Corvia lamps and ropes, not piers, are lit @.", ["Corvia lamps and piers are lit."], [f"“piers” {DENIED}"]),
        (
            "Corvia has no lamps or ropes or piers or boats @.",
            ["Corvia has lamps, ropes, piers and boats."],
            [
                f"“no lamps or ropes or piers or” {DENIED}",
            ],
        ),
    ],
)
def test_what_was_not_done_is_not_told_as_done_nor_the_reverse(
    told: Told, sentence: str, statements: list[str], expected: list[str]
) -> None:
    assert expected == told("negation-disagrees", sentence, *statements)


@pytest.mark.parametrize(
    ("sentence", "fields", "expected"),
    [
        ("Corvia signed the pact @.", "modality: planned", ["“signed” is told as done, but on record it is planned"]),
        ("Corvia signed the pact @.", "modality: asked", ["“signed” is told as done, but on record it is asked"]),
        ("Corvia signed the pact @.", "modality: may", []),
        ("Corvia signed the pact @.", "theme: the pact", []),
        ("Corvia would have signed the pact @.", "modality: planned", []),
        ("Corvia may have signed the pact @.", "modality: planned", []),
        ("Corvia never signed the pact @.", "modality: planned", []),
        ("Corvia signs the pact @.", "modality: planned", []),
        ("Corvia signed the pact.", "modality: planned", []),
        ("Corvia left the pact @.", "modality: planned", []),
        ("Corvia signed the pact, and would leave @.", "modality: planned", []),
        ("Lamps burn @.\nCorvia signed the pact.", "modality: planned", []),
        ("It is said, in May Corvia signed the pact @.", "modality: planned", [
            "“signed” is told as done, but on record it is planned",
        ]),
    ],
)  # fmt: skip
def test_what_was_planned_is_not_told_as_done(told: Told, sentence: str, fields: str, expected: list[str]) -> None:
    statement = f"Corvia plans to sign the pact.|event: sign; agent: corvia; {fields}"

    assert expected == told("plan-told-as-done", sentence, statement)


def test_what_one_statement_has_as_done_may_be_told_as_done(told: Told) -> None:
    planned = "Corvia plans to sign the pact.|event: sign; agent: corvia; modality: planned"

    assert [] == told("plan-told-as-done", "Corvia signed the pact @.", planned, "Corvia signed the pact.")
    assert [] == told("plan-told-as-done", "Corvia signed the pact @.", "Corvia would sign the pact.")
    assert [] != told("plan-told-as-done", "Corvia signed the pact @.", planned.replace("plans to sign", "has"))
    assert [] == told("plan-told-as-done", "Lamps, ropes, and piers signed @.", planned, "Lamps, ropes and piers.")


LENT = "Arvenia lent Corvia two pilots.|event: send; agent: arvenia; theme: two pilots; to: corvia"
SAID = "Rask criticised Voss.|event: criticise; agent: rask; to: voss"
FURTHER = "Rask left.|event: leave; further: {event: criticise, agent: rask, to: voss}"
MET = "Arvenia met Corvia.|event: meet; agent: arvenia; to: corvia"
BY_WORDS = "Men of Arvenia lent Corvia pilots.|event: send; agent: the men of Arvenia; to: corvia"
BY_BOTH = "Arvenia lent Corvia pilots.|event: send; agent: [arvenia, the men of Selin]; to: corvia"
CORVIA = "Corvia is told to do this (“lent”), but on record it was Arvenia"


@pytest.mark.parametrize(
    ("sentence", "statements", "expected"),
    [
        ("Corvia lent Arvenia two pilots @.", [LENT], [CORVIA]),
        ("Corvia also later lent two pilots @.", [LENT], [CORVIA]),
        ("Two pilots were lent by Corvia @.", [LENT], [CORVIA]),
        ("Two pilots were lent by the harbour board Corvia @.", [LENT], [CORVIA]),
        ("Boreland lent Arvenia two pilots @.", [LENT], [
            "Arvenia is told to do this (“lent”), but on record it was Arvenia",
        ]),
        ("Arvenia lent Corvia two pilots @.", [LENT], []),
        ("Two pilots were lent to Corvia by Arvenia @.", [LENT], []),
        ("Two pilots were lent, as is known, by Corvia @.", [LENT], []),
        ("Corvia was lent two pilots by Arvenia @.", [LENT], []),
        ("Corvia, which is small, lent two pilots @.", [LENT], []),
        ("The men of Corvia in the port lent two pilots @.", [LENT], []),
        ("Corvia gladly " + "x" * 60 + "ly lent two pilots @.", [LENT], []),
        ("Corvia lent by mistake two pilots @.", [LENT], []),
        ("Boreland lent two pilots @.", [LENT], []),
        ("Two pilots, lent Arvenia @.", [LENT], []),
        ("The loan was lent, and lending Arvenia it went @.", [LENT], []),
        ("“Corvia lent Arvenia two pilots” @.", [LENT], []),
        ("Corvia left two pilots @.", [LENT], []),
        ("Corvia lent Arvenia two pilots @.", [LENT, "x lent.|event: send; agent: corvia; to: arvenia"], []),
        ("Corvia lent Arvenia two pilots @.", [BY_WORDS], []),
        ("Corvia lent Arvenia two pilots @.", [BY_BOTH], []),
        (f"Corvia {'x' * 50}ly lent two pilots @.", [LENT], [CORVIA]),
        (f"Corvia {'x' * 51}ly lent two pilots @.", [LENT], []),
        ("Voss lent Boreland two pilots @.", [LENT], []),
        ("Boreland lent two pilots to Arvenia @.", [LENT], []),
        ("Corvia met Arvenia @.", [MET], []),
        ("Voss criticised Rask @.", [SAID], ["Voss is told to do this (“criticised”), but on record it was Rask"]),
        ("Voss praised Rask @.", [SAID], ["Voss is told to do this (“praised”), but on record it was Rask"]),
        ("Voss addressed Rask @.", [SAID], ["Voss is told to do this (“addressed”), but on record it was Rask"]),
        ("Voss criticised Rask @.", [FURTHER], ["Voss is told to do this (“criticised”), but on record it was Rask"]),
        ("Voss praised Rask @.", [FURTHER], []),
        ("Voss lent Rask a ship @.", [SAID], []),
    ],
)  # fmt: skip
def test_who_did_something_and_to_whom(told: Told, sentence: str, statements: list[str], expected: list[str]) -> None:
    def short(text: str) -> str:
        return text.replace("Ilmar ", "").replace("Petra ", "")

    assert expected == [short(text) for text in told("roles-disagree", sentence, *statements)]


@pytest.mark.parametrize(
    ("sentence", "statements", "expected"),
    [
        ("Corvia rejected the pact @.", ["Corvia adopted the pact."], [
            "“rejected” is told, but what is on record is to adopt",
        ]),
        ("Corvia ratified the pact @.", [SIGNED], ["“ratified” is told, but what is on record is to sign"]),
        ("Corvia adopted the pact @.", ["Corvia adopted the pact."], []),
        ("Corvia adopted the pact @.", ["Corvia rejected the pact.", "Arvenia adopted the pact."], []),
        ("Corvia rejected the pact, and adopted it @.", ["Corvia adopted the pact."], []),
        ("Corvia did not reject the pact @.", ["Corvia adopted the pact."], []),
        ("Corvia rejected the pact.", ["Corvia adopted the pact."], []),
        ("Corvia rejected the pact @.", ["Corvia did it.||Corvia adopted the pact"], []),
        ("Corvia painted the pact @.", ["Corvia adopted the pact."], []),
        ("Corvia ratified the pact @.", [f"{SIGNED}; modality: planned"], [
            "“ratified” is told, but what is on record is to sign",
        ]),
    ],
)  # fmt: skip
def test_another_event_than_the_one_on_record(
    told: Told, sentence: str, statements: list[str], expected: list[str]
) -> None:
    assert expected == told("wrong-event", sentence, *statements)


TWO = "the two beside “{}” stand the other way round on record"


@pytest.mark.parametrize(
    ("sentence", "statements", "expected"),
    [
        ("Corvia asked Arvenia, and not Boreland, for lamps @.", [ASKED], [TWO.format("and not")]),
        ("Corvia asked Boreland, and not Arvenia, for lamps @.", [ASKED], []),
        ("Corvia asked Boreland rather than Arvenia for lamps @.", [ASKED], []),
        ("Corvia asked Arvenia rather than Boreland for lamps @.", [ASKED], [TWO.format("rather than")]),
        ("Corvia asked Arvenia rather than Boreland for lamps.", [ASKED], []),
        ("Corvia asked for “Arvenia rather than Boreland” in lamps @.", [ASKED], []),
        (
            "Corvia asked Arvenia rather than Boreland for lamps @.",
            [ASKED, "Arvenia rather than Boreland was asked."],
            [],
        ),
        ("Corvia signed after Arvenia @.", ["Corvia signed before Arvenia."], [TWO.format("after")]),
        ("Arvenia signed after Corvia @.", ["Corvia signed before Arvenia."], []),
        ("Corvia is larger than Arvenia @.", ["Corvia signed before Arvenia."], []),
    ],
)
def test_of_two_set_against_each_other_the_first_stays_first(
    told: Told, sentence: str, statements: list[str], expected: list[str]
) -> None:
    assert expected == told("terms-exchanged", sentence, *statements)


@pytest.mark.parametrize(
    ("rule", "sentence", "statement", "column"),
    [
        ("negation-disagrees", "Corvia did not sign the pact on pilots @.", SIGNED, 16),
        ("negation-disagrees", "Corvia has no lamps or ropes @.", "Corvia has lamps and ropes.", 12),
        ("negation-disagrees", "Corvia has lamps and ropes @.", "Corvia has no lamps or ropes.", 1),
        (
            "plan-told-as-done",
            "Corvia signed the pact @.",
            f"{SIGNED}; modality: planned".replace("signed", "plans"),
            8,
        ),
        ("roles-disagree", "Corvia lent Arvenia two pilots @.", LENT, 1),
        ("wrong-event", "Corvia ratified the pact @.", SIGNED, 8),
        ("negation-disagrees", "The lamps of Corvia are lit @.", "The lamps of Corvia are not lit.", 25),
        ("terms-exchanged", "Corvia asked Arvenia, and not Boreland, for lamps @.", ASKED, 21),
    ],
)
def test_it_is_told_where_it_stands(told: Told, rule: str, sentence: str, statement: str, column: int) -> None:
    assert [(7, column)] == told(rule, sentence, statement, places=True)
