"""How the parts of a source are numbered: ``4``, ``4(2)``, ``12.3``, ``1(a)–(c)``, ``V``, ``A``.

A number is a path of spans from the outside in: ``4(2)(b)`` is 4, in it 2, in it b. A span is one label or the labels
from a first to a last; only the last span of a number may be a range. Labels are compared as numbers, letters and
Roman numerals, never as text. A letter that is a Roman numeral as well is read both ways: (i) stands between (h) and
(j) in one source and before (ii) in another. A letter right behind a figure makes a number of its own: Article 3a was
put in between 3 and 4 and is no part of 3, as 3(a) is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

_ROMAN = re.compile(r"(?=.)c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FIGURE = re.compile(r"(\d{1,5})([a-zа-яё]?)")
_HEAD = r"(?:\d{1,5}[a-zа-яё]?|[ivxlc]{2,7}|[a-zа-яё])(?!\w)"
_BRACKETS = r"(?:\((?:\d{1,5}[a-zа-яё]?|[ivxlc]{1,7}|[a-zа-яё]{1,3})\)){1,3}(?:[a-zа-яё](?!\w))?"
_NUMBER = rf"(?:{_HEAD}(?:\.\d{{1,5}}[a-zа-яё]?(?!\w)){{0,3}}(?:{_BRACKETS})?|{_BRACKETS})"
NUMBERS = rf"{_NUMBER}(?: ?[-–—] ?{_NUMBER}| to {_NUMBER})?"
"""Where a number or a range may stand; ``numbered`` says whether it is one."""
_LABEL = re.compile(r"([.(]?)([^\W_]+)\)?")
_DASH = re.compile(r" ?[-–—] ?| to ")
_NUMERALS = "ivx"
"""Single letters that number parts as numerals rather than as letters, where one must be chosen to put in order."""


@dataclass(frozen=True, slots=True)
class Span:
    """One label or those from a first to a last; ``mark`` is what it is written with: nothing, a dot or a bracket."""

    first: str
    last: str
    mark: str = field(default="", compare=False)

    def meets(self, other: Span) -> bool:
        """Have both a label in common?"""
        here, there = _series(self), _series(other)
        return any(
            here[name][0] <= there[name][1] and there[name][0] <= here[name][1] for name in here.keys() & there.keys()
        )


Number = tuple[Span, ...]
Order = tuple[tuple[str, int, str], ...]


def meet(one: Number, other: Number) -> bool:
    """Can both mean the same part, or is one a whole that the other is part of?"""
    return all(mine.meets(theirs) for mine, theirs in zip(one, other, strict=False))


def order(number: Number) -> Order:
    """By what numbers are put in order: as numbers, a whole before its parts."""
    made = []
    for span in number:
        series = _series(span)
        wanted = ("number", "roman", "letter") if span.first in _NUMERALS else ("number", "letter", "roman")
        name = next((name for name in wanted if name in series), next(iter(series)))
        made.append(({"number": "", "letter": "a"}.get(name, name), *series[name][0]))
    return tuple(made)


def numbered(text: str) -> Number | None:
    """Read a number or a range in lower case; nothing if it is none: 5–3, iiii, 4(2)–5(1)."""
    first, *rest = [_spans(end) for end in _DASH.split(text)]
    if len(rest) > 1:
        return None
    made = _ranged(first, rest[0]) if rest else first
    return made if made and all(map(_series, made)) else None


def written(number: Number) -> str:
    """The number as a citation has it."""
    spans = [(_shown(span.first, span), _shown(span.last, span), span.mark) for span in number]
    first = "".join(shown for shown, _, _ in spans)
    if not number or number[-1].first == number[-1].last:
        return first
    alone = spans[-1][1] if spans[-1][2] == "(" else "".join(shown for _, shown, _ in spans)
    return f"{first}–{alone}"


def _shown(label: str, span: Span) -> str:
    if span.mark == "(":
        return f"({label})"
    return span.mark + (label if label[0].isdigit() else label.upper())


def _spans(text: str) -> Number:
    """``4(2)b`` as its labels, the last as if it stood in brackets too."""
    made: list[Span] = []
    for mark, label in _LABEL.findall(text):
        figure = _FIGURE.fullmatch(label)
        plain = f"{int(figure[1])}{figure[2]}" if figure else label
        made.append(Span(plain, plain, mark or ("(" if made else "")))
    return tuple(made)


def _ranged(first: Number, last: Number) -> Number | None:
    """The range from one number to another: of the second only what differs needs to be written."""
    if first and len(last) == 1 and last[0].first.isalpha() and first[-1].mark == "(":
        last = (replace(last[0], mark="("),)  # 1(a)–c
    if last and last[0].mark == "(":
        last = (*first[: len(first) - len(last)], *last)
    if len(first) != len(last) or not first or first[:-1] != last[:-1] or first[-1].mark != last[-1].mark:
        return None
    start, end = first[-1].first, last[-1].first
    if start.isdigit() and end.isdigit() and len(end) < len(start) and not first[-1].mark:
        end = start[: len(start) - len(end)] + end  # 212–15
    return (*first[:-1], replace(first[-1], last=end))


@lru_cache(maxsize=4096)
def _series(span: Span) -> dict[str, tuple[tuple[int, str], tuple[int, str]]]:
    """In which series both ends of the span stand, and where; in none, if it is no number or runs backwards."""
    head = not span.mark
    first, last = _readings(span.first, head), _readings(span.last, head)
    return {name: (first[name], last[name]) for name in first if name in last and first[name] <= last[name]}


def _readings(label: str, head: bool) -> dict[str, tuple[int, str]]:
    """The series that a label may belong to, and where in it: at the head of a number ``V`` is 5."""
    figure = _FIGURE.fullmatch(label)
    if figure:
        return {"number": (int(figure[1]), figure[2])}
    made = {"letter": (ord(label), "")} if len(label) == 1 else {}
    if _ROMAN.fullmatch(label):
        made["number" if head else "roman"] = (_roman(label), "")
    return made or ({} if head else {f"={label}": (0, "")})


def _roman(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
