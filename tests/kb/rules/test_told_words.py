"""Words, names and reasons of a sentence that its statements do not have, beside the nearest that they have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[..., list[Any]]

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
        ("Ate it slowly @.", [LONG], ["“slowly” is told, against “quickly”"]),
        ("Nobody slowly built the long pier @.", [FAST], []),
        ("Corvia built it before a long fair war @.", [AFTER], []),
        (
            "Corvia slowly ended the long works @.",
            ["Corvia quickly ended the long works.|event: end"],
            [
                "“slowly” is told, against “quickly”",
            ],
        ),
        (
            "Boreland slowly ate @.",
            ["Selin did much in fog, rain and snow.||Selin quickly ate"],
            [
                "“slowly” is told, against “quickly”",
            ],
        ),
        ("Boreland slowly wrote letters to all of its members and ate @.", [LONG], []),
        ("Boreland ate and wrote letters to all of its members slowly @.", [LONG], []),
        ("Corvia ended the long works of piers @.", [WOUND_UP], ["“ended” is told, against “began”"]),
        ("Corvia ended the long works of piers @.", [f"{WOUND_UP}|event: end"], []),
        (
            "Corvia ended the long works of piers @.",
            [f"{WOUND_UP}|event: meet"],
            [
                "“ended” is told, against “began”",
            ],
        ),
        (
            "Corvia ended the long works of piers @.",
            [f"{WOUND_UP}|event: end; polarity: not"],
            [
                "“ended” is told, against “began”",
            ],
        ),
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
        ("Corvia closed the port because of high waves off the shore of Boreland @.", [BESIDE, FOG], []),
        ("Boreland closed the port because of high waves @.", [BESIDE], ["“because of high waves” is told"]),
        ("Corvia closed the port because of fog, high waves, lamps @.", [FOG], []),
        ("Corvia closed the port because of fog with high waves @.", [FOG], [
            "“because of fog with high waves” is told",
        ]),
    ],
)  # fmt: skip
def test_a_reason_that_no_statement_gives(
    told: Told, sentence: str, statements: list[str], expected: list[str]
) -> None:
    found = [text.partition(", but")[0] for text in told("reason-not-on-record", sentence, *statements)]

    assert expected == found


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
        ("Petra Voss read it in Corvia @.", ["Rask read it.|who: rask; free: x y"], "league", [
            "Petra Voss is named, but what is on record names Ilmar Rask",
        ]),
        ("The League read it @.", ["Corvia read it."], "corvia", []),
    ],
)  # fmt: skip
def test_a_name_beside_the_one_that_is_meant(
    told: Told, sentence: str, statements: list[str], about: str, expected: list[str]
) -> None:
    assert expected == told("sibling-named", sentence, *statements, about=about)


@pytest.mark.parametrize(
    ("rule", "sentence", "statement", "column"),
    [
        ("contrast-disagrees", "Corvia slowly built the long pier @.", FAST, 8),
        ("name-not-carried", "Corvia built a pier with Alma Zork @.", NAMES, 26),
        ("reason-not-on-record", "Corvia closed the port because of high waves @.", FOG, 24),
        ("sibling-named", "Corvia read the Code of Pilots @.", "Corvia read it.", 17),
    ],
)
def test_it_is_told_where_it_stands(told: Told, rule: str, sentence: str, statement: str, column: int) -> None:
    assert [(7, column)] == told(rule, sentence, statement, places=True)
