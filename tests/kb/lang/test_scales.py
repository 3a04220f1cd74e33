"""Scales and their sides: those of English are whole, and a file of another form would be noticed."""

from __future__ import annotations

from collections import Counter

import pytest

from kb.lang.scales import CONTRASTS, Scale, scales

FORMS = ("", "rising", "of what follows")


def faults(text: str) -> list[str]:
    """What keeps a text from being a list of scales, line by line; read by itself, and not as the code reads it."""
    found, scale, taken = [], "", Counter[tuple[str, str]]()
    sides: dict[str, int] = {}
    for n, line in enumerate(text.splitlines(), start=1):
        if line.startswith("  ") and line[2:3] != " ":
            side, colon, words = line[2:].partition(": ")
            sides[scale] = sides.get(scale, 0) + 1
            found += [f"{n}: no words"] if not colon or not words else []
            found += [f"{n}: a side is one word" for _ in [1] if " " in side]
            for word in words.split(", "):
                found += [f"{n}: {word!r} is not in lower case"] if word != word.lower() else []
                found += [f"{n}: {word!r} is not clean"] if word.strip(" ,:()") != word or not word else []
                taken[scale, word] += 1
                found += [f"{n}: {word!r} stands twice in {scale}"] if taken[scale, word] == 2 else []
        elif line and not line.startswith(" "):
            scale, _, how = line.partition(" (")
            found += [f"{n}: {scale!r} stands twice"] if scale in sides else []
            found += [f"{n}: {how!r} is no form"] if how.removesuffix(")") not in FORMS or how == ")" else []
            found += [f"{n}: a scale is one word"] if " " in scale or ":" in scale else []
            sides[scale] = 0
        else:
            found.append(f"{n}: neither a scale nor a side")
    return found + [f"{name} has {many} sides" for name, many in sides.items() if many < 2]


def test_the_scales_of_english_are_whole() -> None:
    assert [] == faults(CONTRASTS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("time\n  early: early, soon\n", "time has 1 sides"),
        ("time\n", "time has 0 sides"),
        ("time\n  early: early\n  late: late, early\n", "3: 'early' stands twice in time"),
        ("time\n  early: early, early\n  late: late\n", "2: 'early' stands twice in time"),
        ("time\n  early: Early\n  late: late\n", "2: 'Early' is not in lower case"),
        ("time\n  early: early,soon,\n  late: late\n", "2: 'early,soon,' is not clean"),
        ("time\n  early: \n  late: late\n", "2: no words"),
        ("time\n  early\n  late: late\n", "2: no words"),
        ("time (falling)\n  early: early\n  late: late\n", "1: 'falling)' is no form"),
        ("time of day\n  early: early\n  late: late\n", "1: a scale is one word"),
        ("time\n  quite early: early\n  late: late\n", "2: a side is one word"),
        ("time\n  early: early\n\n  late: late\n", "3: neither a scale nor a side"),
        ("time\n  early: a\n  late: b\ntime\n  early: c\n  late: d\n", "4: 'time' stands twice"),
    ],
)
def test_a_malformed_list_would_be_noticed(text: str, fault: str) -> None:
    assert fault in faults(text)


def test_what_is_read_is_what_is_written() -> None:
    read = scales()
    lines = CONTRASTS.read_text(encoding="utf-8").splitlines()

    assert len([line for line in lines if not line.startswith(" ")]) == len(read)
    assert len([line for line in lines if line.startswith(" ")]) == sum(len(each.sides) for each in read.values())
    assert {name: name for name in read} == {name: each.name for name, each in read.items()}


def test_each_side_has_its_words() -> None:
    speed = scales()["speed"]

    assert ["fast", "slow"] == list(speed.sides)
    assert ("fast", "quick", "quickly") == speed.sides["fast"][:3]
    assert "little by little" in speed.sides["slow"]


@pytest.mark.parametrize(
    ("how", "expected"), [("speed", (False, False)), ("order-in-time", (False, True)), ("RISING", (True, False))]
)
def test_a_scale_may_rise_or_speak_of_what_follows(how: str, expected: tuple[bool, bool]) -> None:
    text = CONTRASTS.read_text(encoding="utf-8")
    rising = next(line.removesuffix(" (rising)") for line in text.splitlines() if line.endswith(" (rising)"))
    scale: Scale = scales()[rising if how == "RISING" else how]

    assert expected == (scale.rising, scale.of_what_follows)
    assert (False, False) == (Scale("a", {}).rising, Scale("a", {}).of_what_follows)
