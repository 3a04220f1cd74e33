"""How the words of a source bound a number, in English and in Russian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kb.core.numbers import BETWEEN
from kb.extract.numbers import WORDS, number
from kb.extract.units import bound_after, bound_before

_WORDS_BEFORE = {
    "about": "около|примерно|порядка|приблизительно",
    "nearly": "nearly|almost|почти",
    "at-least": "не менее|не меньше|как минимум|по меньшей мере|минимум",
    "over": "более|свыше|больше",
    "up-to": "до|не более|не больше|максимум",
    "under": "менее|меньше",
}
_BEFORE = [(bound, re.compile(rf"(?<!не )\b(?:{words})\s$")) for bound, words in _WORDS_BEFORE.items()]
_NUMBER = re.compile(rf"(?<![\d.,])\d+(?:[ ,\u00a0]\d{{3}})*(?:\.\d+)?|\b{WORDS}\b")
_SCALE = re.compile(r"[ \u00a0-]?(?:(thousand|тыс)|(million|млн|миллион))")


def bounds(text: str, n: float) -> Iterator[str]:
    """How each mention of the number is bounded there; ``6 to 9`` may be two numbers, or one that lies between."""
    lower = text.lower()
    found = list(_NUMBER.finditer(lower))
    for k, match in enumerate(found):
        if n in _values(match, lower):
            ends = {_lies_between(lower, *pair) for pair in pairwise(found[max(k - 1, 0) : k + 2])}
            yield from [BETWEEN] if ends - {""} else []
            yield from [] if "surely" in ends else [_bound(lower, match.start(), match.end())]


def _lies_between(text: str, one: re.Match[str], other: re.Match[str]) -> str:
    head, middle = text[: one.start()], text[one.end() : other.start()]
    if (middle == " and " and head.endswith("between ")) or (middle == " и " and head.endswith("между ")):
        return "surely"
    is_span = middle == " to " or middle.strip() in ("–", "-", "—") or (middle == " до " and head.endswith("от "))
    return "possibly" if is_span else ""


def _values(match: re.Match[str], text: str) -> tuple[float, ...]:
    """What the number may be: some write 3.500 for three thousand and a half."""
    digits = re.sub(r"[ \u00a0]", "", match[0])
    value = number(digits if digits[0].isdigit() else match[0])
    scale = _SCALE.match(text, match.end())
    if scale:
        return (value * (1000 if scale[1] else 10**6),)
    return (value, value * 1000) if re.fullmatch(r"\d{1,3}\.\d{3}", digits) else (value,)


def _bound(text: str, start: int, end: int) -> str:
    read = next((bound for bound, words in _BEFORE if words.search(text[:start])), None)
    before = read or bound_before(text, start)
    return before if before != "exactly" else _after(text, end)


def _after(text: str, end: int) -> str:
    if re.match(r" (?:и|или) (?:более|больше)\b", text[end:]):
        return "at-least"
    return bound_after(text, end)[0]
