"""How the words of a source bound a number, in English and in Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kb.core.numbers import BETWEEN
from kb.evidence.quotes import mentions
from kb.extract.units import bound_after, bound_before
from kb.lang import en, ru

_WORDS = {**ru.BOUNDS, "nearly": f"{en.NEARLY}|{ru.BOUNDS['nearly']}"}
_BEFORE = [(bound, re.compile(rf"(?<!не )\b(?:{words})\s$")) for bound, words in _WORDS.items()]
_MONEY = re.compile(r"(?:\b(?:us|a|c))?[$€£₽] ?$")
Span = tuple[int, int, float]
"""From where to where a number stands, and what it is."""


def bounds(text: str, n: float) -> Iterator[str]:
    """How each mention of the number is bounded there; ``6 to 9`` may be two numbers, or one that lies between."""
    lower = text.lower()
    found = sorted(mentions(lower))
    for each in (each for each in found if each[2] == n):
        before = [other for other in found if other[1] <= each[0]][-1:]
        after = [other for other in found if other[0] >= each[1]][:1]
        ends = {_lies_between(lower, *pair) for pair in pairwise([*before, each, *after])}
        yield from [BETWEEN] if ends - {""} else []
        yield from [] if "surely" in ends else [_bound(lower, each[0], each[1])]


def _lies_between(text: str, one: Span, other: Span) -> str:
    head, middle = _MONEY.sub("", text[: one[0]]), text[one[1] : other[0]]
    if (middle == " and " and head.endswith("between ")) or (middle == " и " and head.endswith("между ")):
        return "surely"
    is_span = middle == " to " or middle.strip() in ("–", "-", "—") or (middle == " до " and head.endswith("от "))
    return "possibly" if is_span else ""


def _bound(text: str, start: int, end: int) -> str:
    head = _MONEY.sub("", text[max(0, start - 40) : start])
    read = next((bound for bound, words in _BEFORE if words.search(head)), None)
    before = read or bound_before(head, len(head))
    return before if before != "exactly" else _after(text, end)


def _after(text: str, end: int) -> str:
    if re.match(r" (?:и|или) (?:более|больше)\b", text[end:]):
        return "at-least"
    return bound_after(text, end)[0]
