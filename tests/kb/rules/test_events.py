"""Sentences that say something else happened than their statement, each beside the nearest that are right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kb.load.corpus import assemble
from kb.run.runner import examine, rules

PAGE = "docs/topic/league.md"
HEAD = "id: plan\nkind: instrument\nnames: {en: Plan for the Harbours}\npart-of: [league]\nstatements:\n"
OTHERS = {"code": "Code of Pilots, book", "annex": "Annex of Ropes, plan", "book": "Book of Rules, league"}
CITE = "{cite:p}`League2006history{¶ 7}`"
Told = Callable[..., list[Any]]


@pytest.fixture(name="told")
def _told(small: dict[str, bytes]) -> Told:
    def told(rule: str, sentence: str, *statements: str, about: str = "league", places: bool = False) -> list[Any]:
        """What one rule finds in a sentence that cites these statements: words, a bar, fields, a bar, a quote."""
        ledger = HEAD
        for n, statement in enumerate(statements):
            words, fields, quote = (part.strip() for part in f"{statement}||".split("|")[:3])
            lines = "".join(f"    {field.strip()}\n" for field in (fields or "free: it is an example").split(";"))
            ledger += f"  s{n}:\n    records: {words}\n{lines}    evidence:\n"
            ledger += f"      - {{by: League2006history, at: ¶ 7, quote: {quote or 'so it was'}, seen: full}}\n"
        text = f"---\nabout: [{about}]\n---\n\n# The League of the Straits\n\n{sentence.replace('@', CITE)}\n"
        files = {"docs/facts/plan.yaml": ledger.encode(), PAGE: text.encode()}
        for id, (name, part) in ((id, words.split(", ")) for id, words in OTHERS.items()):
            other = f"id: {id}\nkind: instrument\nnames: {{en: {name}}}\npart-of: [{part}]\n"
            files[f"docs/facts/{id}.yaml"] = other.encode()
        corpus = assemble({**small, **files}, date(2020, 1, 1))
        one = tuple(each for each in rules() if each.slug in (rule, "rule-crashed"))

        assert [] == [str(fault.text) for fault in corpus.faults if fault.mark.path != PAGE]
        findings = examine(corpus, one).findings
        if places:
            return [(finding.mark.line, finding.mark.column) for finding in findings]
        return [finding.text.partition(" (plan#")[0] for finding in findings]

    return told


FAST = "Corvia quickly built the long pier."
AFTER = "Corvia built it after the war."
LONG = "Selin ate bread quickly one day in fog, rain, winter, storms and snow."
WOUND_UP = "Corvia began to wind up the long works of piers."


@pytest.mark.parametrize(
    ("sentence", "statements", "expected"),
    [
        ("Corvia slowly built the long pier @.", [FAST], ["“slowly” is told, against “quickly”"]),
        ("Slowly Corvia built the long pier @.", [FAST], ["“Slowly” is told, against “quickly”"]),
        ("Corvia quickly built the long pier @.", [FAST], []),
        ("Corvia speedily built the long pier @.", [FAST], []),
        ("Corvia slowly built the long pier.", [FAST], []),
        ("Corvia “slowly” built the long pier @.", [FAST], []),
        ("Corvia with Slowly Co. built the long pier @.", [FAST], []),
        ("Corvia did not slowly build the long pier @.", [FAST], []),
        ("Corvia slowly built the long pier @.", ["Corvia did not quickly build the long pier."], []),
        ("Corvia slowly built the long pier @.", ["Corvia with Quickly Co. built the long pier."], []),
        ("Corvia slowly built the long pier @.", [FAST, "Corvia painted the pier slowly."], []),
        ("Corvia slowly built the long pier @.", [FAST, "Corvia painted the pier gradually."], []),
        ("Corvia slowly and quickly built the long pier @.", [FAST], []),
        ("Selin slowly ate fish, with salt and pepper and dill, on the long pier @.", [FAST], []),
        ("Corvia built it before the war @.", [AFTER], ["“before” is told, against “after”"]),
        ("Corvia built it before the fair @.", [AFTER], []),
        ("Corvia drafted the long plan of piers @.", ["Corvia adopted the long plan of piers."], []),
        ("## Corvia slowly built the long pier @", [FAST], []),
        ("Boreland ate slowly @.", [LONG], ["“slowly” is told, against “quickly”"]),
        ("Boreland slowly ate @.", [LONG], ["“slowly” is told, against “quickly”"]),
        ("Boreland slowly wrote letters to all of its members and ate @.", [LONG], []),
        ("Boreland ate and wrote letters to all of its members slowly @.", [LONG], []),
        ("Corvia ended the long works of piers @.", [WOUND_UP], ["“ended” is told, against “began”"]),
        ("Corvia ended the long works of piers @.", [f"{WOUND_UP}|event: end"], []),
        ("Corvia ended the long works of piers @.", [f"{WOUND_UP}|event: meet"], [
            "“ended” is told, against “began”",
        ]),
        ("Corvia ended the long works of piers @.", [f"{WOUND_UP}|event: end; polarity: not"], [
            "“ended” is told, against “began”",
        ]),
    ],
)
def test_a_word_that_excludes_what_the_statement_says(
    told: Told, sentence: str, statements: list[str], expected: list[str]
) -> None:
    assert expected == told("contrast-disagrees", sentence, *statements)


NAMES = "Corvia built a pier with Borka Tund.||with Borka Tund at Smolt overzolka overzork Ледник"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Corvia built a pier with Alma Zork @.", ["Alma Zork"]),
        ("Corvia built a pier with Borka Tund @.", []),
        ("Corvia built a pier with Borkans @.", []),
        ("Corvia built a pier with Alma Tund @.", []),
        ("Corvia built a pier at Smolt @.", []),
        ("Corvia built a pier with Alma Zork.", []),
        ("Zorkans built a pier @.", []),
        ("Corvia built: Zorkans paid @.", []),
        ("It came in August @.", []),
        ("It asked the Security Council @.", []),
        ("Corvia met Petra Voss @.", []),
        ("Corvia read the “Zorkan Book” @.", []),
        ("We see Alma Zork at times.\nCorvia built a pier with Zork @.", []),
        ("Corvia read the History of Straits @.", []),
        ("Corvia met Zor @.", []),
        ("## Corvia and Alma Zork @", []),
        ("Corvia read Short Tales @.", []),
        ("Corvia met Council Zork @.", ["Council Zork"]),
        ("Corvia read the Code of Pilots @.", []),
        ("Corvia met Zolka @.", []),
        ("Corvia met Zork @.", ["Zork"]),
        ("Corvia met Lednik @.", []),
    ],
)
def test_a_name_that_nothing_carries(told: Told, sentence: str, expected: list[str]) -> None:
    rest = " is named, but nothing that League2006history backs has this name"

    assert [name + rest for name in expected] == told("name-not-carried", sentence, NAMES)


SIGNED = "Corvia signed the pact on pilots.|event: sign; agent: corvia; theme: the pact on pilots"
UNSIGNED = "Corvia did not sign the pact on pilots.|event: sign; agent: corvia; theme: the pact; polarity: not"
DENIED, TAKEN = "is denied, but it is on record", "is told, but it is on record as not so"


@pytest.mark.parametrize(
    ("sentence", "statements", "expected"),
    [
        ("Corvia did not sign the pact on pilots @.", [SIGNED], [f"“sign” {DENIED}"]),
        ("Corvia signed the pact on pilots @.", [UNSIGNED], [f"“signed” {TAKEN}"]),
        ("Corvia signed the pact on pilots @.", [SIGNED], []),
        ("Corvia did not sign the pact on pilots @.", [UNSIGNED], []),
        ("Corvia signed the pact on pilots and did not leave @.", [UNSIGNED], []),
        ("Corvia did not sign the pact on pilots @.", [SIGNED, UNSIGNED], []),
        ("Corvia did not sign the pact on pilots.", [SIGNED], []),
        ("Nobody signed @.", [SIGNED], []),
        ("Corvia signed the pact on pilots unless it rained @.", ["Nobody at Corvia paints the pact on pilots."], []),
        ("Corvia has no lamps or ropes @.", ["Corvia has lamps and ropes."], [f"“no lamps or ropes” {DENIED}"]),
        ("Corvia has no lamps or ropes @.", ["Corvia has lamps.", "Corvia has ropes."], []),
        ("Corvia has no lamps or ropes @.", ["Corvia has lamps and ropes, and no pier."], []),
        ("Corvia has “no lamps” or ropes @.", ["Corvia has lamps and ropes."], []),
        ("Corvia has lamps and ropes @.", ["Corvia has no lamps or ropes."], [f"“no lamps or ropes” {TAKEN}"]),
        ("Corvia has only lamps and ropes @.", ["Corvia has no lamps or ropes."], []),
        ("Corvia has lamps and ropes, and no pier @.", ["Corvia has no lamps or ropes."], []),
        ("Corvia has lamps and ropes @.", ["Corvia has no lamps or ropes.", "Corvia sells lamps and ropes."], []),
        ("Corvia has lamps and ropes.", ["Corvia has no lamps or ropes."], []),
        ("Corvia signed the pact on pilots @.", [SIGNED, UNSIGNED], []),
        ("Boreland has lamps and ropes @.", ["Corvia has no lamps or ropes, but piers, boats, sails, nets and tents."], []),
        ("Corvia has no lamps or ropes or piers or boats @.", ["Corvia has lamps and ropes."], []),
        ("Corvia has no lamps or ropes or piers or boats @.", ["Corvia has lamps, ropes, piers and boats."], [
            f"“no lamps or ropes or piers or” {DENIED}",
        ]),
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


BESIDE = "Corvia closed the port.|with: boreland; free: it is an example"
FOG = "Corvia closed the port because of thick fog near Selin."


@pytest.mark.parametrize(
    ("sentence", "statements", "expected"),
    [
        ("Corvia closed the port because of high waves @.", [FOG], ["“because of high waves” is told"]),
        ("Corvia closed the port because of high waves, and slept @.", [FOG], ["“because of high waves” is told"]),
        ("Corvia closed the port unless high waves came @.", [FOG], ["“unless high waves came” is told"]),
        ("Corvia closed the port because of thick fog @.", [FOG], []),
        ("Corvia closed the port because of waves @.", [FOG], []),
        ("Corvia closed the port because of waves at Selin @.", [FOG], []),
        ("Corvia closed the port because of high waves.", [FOG], []),
        ("Lamps failed owing to high waves @.", [FOG], []),
        ("Corvia closed the port “because of high waves” @.", [FOG], []),
        ("Corvia closed the port because of high waves @.", [FOG, "Waves were high."], []),
        ("Corvia closed the port because of fog and thick ropes, due to high waves @.", [FOG], [
            "“due to high waves” is told",
        ]),
        ("Corvia closed the port because of a fog of waves @.", [FOG], []),
        ("Corvia closed the port because of high waves near Boreland @.", [BESIDE, FOG], []),
        ("Boreland closed the port because of high waves @.", [BESIDE], ["“because of high waves” is told"]),
        ("Corvia closed the port because of fog, high waves, lamps @.", [FOG], []),
        ("Corvia closed the port because of fog with high waves @.", [FOG], ["“because of fog with high waves” is told"]),
    ],
)  # fmt: skip
def test_a_reason_that_no_statement_gives(
    told: Told, sentence: str, statements: list[str], expected: list[str]
) -> None:
    found = [text.partition(", but")[0] for text in told("reason-not-on-record", sentence, *statements)]

    assert expected == found


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
    ("sentence", "statements", "about", "expected"),
    [
        ("Corvia read the Code of Pilots @.", ["Corvia read it.|with: plan; free: x y"], "league", [
            "Code of Pilots is named, but what is on record names Plan for the Harbours",
        ]),
        ("Corvia read the Plan for the Harbours @.", ["Corvia read it."], "league", []),
        ("Corvia read the Code of Pilots and the Plan for the Harbours @.", ["Corvia read it."], "league", []),
        ("Corvia read the Code of Pilots @.", ["Corvia read the Code of Pilots."], "league", []),
        ("Corvia read the Code of Pilots @.", ["Corvia read it.||the Code of Pilots"], "league", []),
        ("Corvia read the Code of Pilots @.", ["Corvia read it."], "code", []),
        ("Corvia read the Code of Pilots @.", ["Corvia read it."], "plan", []),
        ("Corvia read the Code of Pilots @.", ["Corvia read the Code of Pilots.", "Corvia read it."], "league", []),
        ("Corvia read the Code of Pilots @.", ["Corvia read it.|with: rask; free: x y"], "plan", []),
        ("Corvia read the Annex of Ropes @.", ["Corvia read it."], "league", []),
        ("Corvia read the Book of Rules @.", ["Corvia read it.|with: code; free: x y"], "plan", []),
        ("Corvia read the Annex of Ropes @.", ["Corvia read it.|with: code; free: x y"], "plan", [
            "Annex of Ropes is named, but what is on record names Code of Pilots",
        ]),
        ("Petra Voss read it in Corvia @.", ["Rask read it.|who: rask; free: x y"], "league", []),
        ("The League read it @.", ["Corvia read it."], "corvia", []),
    ],
)  # fmt: skip
def test_a_name_beside_the_one_that_is_meant(
    told: Told, sentence: str, statements: list[str], about: str, expected: list[str]
) -> None:
    assert expected == told("sibling-named", sentence, *statements, about=about)


@pytest.mark.parametrize(
    ("sentence", "statements", "expected"),
    [
        ("Corvia rejected the pact @.", ["Corvia adopted the pact."], ["“rejected” is told, but what is on record is to adopt"]),
        ("Corvia ratified the pact @.", [SIGNED], ["“ratified” is told, but what is on record is to sign"]),
        ("Corvia adopted the pact @.", ["Corvia adopted the pact."], []),
        ("Corvia adopted the pact @.", ["Corvia rejected the pact.", "Arvenia adopted the pact."], []),
        ("Corvia rejected the pact, and adopted it @.", ["Corvia adopted the pact."], []),
        ("Corvia did not reject the pact @.", ["Corvia adopted the pact."], []),
        ("Corvia rejected the pact.", ["Corvia adopted the pact."], []),
        ("Corvia rejected the pact @.", ["Corvia did it.||Corvia adopted the pact"], []),
        ("Corvia painted the pact @.", ["Corvia adopted the pact."], []),
        ("Corvia ratified the pact @.", [f"{SIGNED}; modality: planned"], ["“ratified” is told, but what is on record is to sign"]),
    ],
)  # fmt: skip
def test_another_event_than_the_one_on_record(
    told: Told, sentence: str, statements: list[str], expected: list[str]
) -> None:
    assert expected == told("wrong-event", sentence, *statements)


@pytest.mark.parametrize(
    ("rule", "sentence", "statement", "column"),
    [
        ("contrast-disagrees", "Corvia slowly built the long pier @.", FAST, 8),
        ("name-not-carried", "Corvia built a pier with Alma Zork @.", NAMES, 26),
        ("negation-disagrees", "Corvia did not sign the pact on pilots @.", SIGNED, 16),
        ("negation-disagrees", "Corvia has no lamps or ropes @.", "Corvia has lamps and ropes.", 12),
        ("negation-disagrees", "Corvia has lamps and ropes @.", "Corvia has no lamps or ropes.", 1),
        ("plan-told-as-done", "Corvia signed the pact @.", f"{SIGNED}; modality: planned".replace("signed", "plans"), 8),
        ("reason-not-on-record", "Corvia closed the port because of high waves @.", FOG, 24),
        ("roles-disagree", "Corvia lent Arvenia two pilots @.", LENT, 1),
        ("sibling-named", "Corvia read the Code of Pilots @.", "Corvia read it.", 17),
        ("wrong-event", "Corvia ratified the pact @.", SIGNED, 8),
    ],
)
def test_it_is_told_where_it_stands(told: Told, rule: str, sentence: str, statement: str, column: int) -> None:
    assert [(7, column)] == told(rule, sentence, statement, places=True)
