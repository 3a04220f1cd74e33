"""A place in a source is a path: ``Art. 4 › cl. 1 › c``, of steps that are counted, and of parts that have a name.

The form is closed, for what stands there is no prose: readers see it, and nothing in it is held against the ledger.
A whole meets its parts both ways. Whoever cites Art. 4 sends readers to all of it, so that what stands at Art. 4(2) is
where they look; and where the ledger says no more than Art. 4, nobody knows that it does not stand at Art. 4(2).
Two parts beside one another never meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kb.core import numbering
from kb.core.place_words import COUNTS, KINDS, LONG, ORDER, PART, SHORT, SIDES

_AND = re.compile(r" (?:and|&|и) ")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WORD = r"[^\W\d_]+(?:[-'’][^\W_]+)*"
_NAME = re.compile(rf"(?:¶ )?{_WORD}(?: {_WORD}){{0,4}}(?: of \d{{1,2}} (?:{_MONTHS})| \d{{1,2}})?")
"""What a part of a source is called that has no number: five words at most, and no figure but its day or number."""
_WORDS = re.compile(r"(\D+)(\d{0,5})")
_Order = tuple[int, bool, tuple[numbering.Order, ...], int, tuple[tuple[str, int], ...]]
LONGEST = 100
"""So many characters of a place."""


@dataclass(frozen=True, slots=True)
class Step:
    """Parts of one kind within a whole, by their numbers; without numbers all of the kind. ``side`` as in *last ¶*.

    A named step is called in words of the source's own, and stands for nothing but these words.
    """

    kind: str
    numbers: tuple[numbering.Number, ...] = ()
    side: str = ""
    named: bool = False

    def meets(self, other: Step) -> bool:
        """Can both be the same part, or one within the other?"""
        if (self.kind, self.side, self.named) != (other.kind, other.side, other.named):
            return False
        pairs = ((mine, theirs) for mine in self.numbers for theirs in other.numbers)
        return not (self.numbers and other.numbers) or any(numbering.meet(*pair) for pair in pairs)

    @property
    def order(self) -> _Order:
        """By what steps are put in order: by kind, then as numbers; what only has a name comes last."""
        words = tuple((words, int(n or 0)) for words, n in _WORDS.findall(self.kind)) if self.named else ()
        numbers = tuple(map(numbering.order, self.numbers))
        return ORDER.get(self.kind, len(ORDER)), self.side == "last", numbers, SIDES[self.side], words

    def __str__(self) -> str:
        kind = self.kind + "." * (self.kind in SHORT)
        kind = f"{kind[0].upper()}{kind[1:]}" if self.kind == "art" else kind
        first, *rest = [numbering.written(number) for number in self.numbers] or [""]
        return ", ".join([" ".join(filter(None, [self.side, kind, first])), *(_beside(kind, each) for each in rest)])


def _beside(kind: str, number: str) -> str:
    """A further number of a step: ``¶ 1, ¶ S``, for ``¶ 1, S`` would be its first paragraph and a sentence there."""
    read = PART.fullmatch(number.casefold())
    return f"{kind} {number}" if read and read["kind"] else number


Place = tuple[Step, ...]
"""A path from the outside in."""


@lru_cache(maxsize=8192)
def parse(text: str) -> tuple[Place, ...]:
    """The places that a citation names of one source, which semicolons separate; words of its own become a name."""
    if len(text) > LONGEST:
        return ((Step(text.casefold(), named=True),),)
    return tuple(map(_path, text.casefold().split(";"))) if text.strip() else ()


def printed(places: Iterable[Place]) -> str:
    """The places as a citation has them."""
    return "; ".join(", ".join(map(str, place)) for place in places)


def _path(text: str) -> Place:
    steps: list[Step] = []
    for part in text.split(","):
        step = _step(part.strip(), steps[-1] if steps else None)
        if steps and not step.named and (step.kind, step.side) == (steps[-1].kind, steps[-1].side) and step.numbers:
            steps[-1] = Step(step.kind, (*steps[-1].numbers, *step.numbers), step.side)
        else:
            steps.append(step)
    return tuple(steps)


def _step(part: str, before: Step | None) -> Step:
    found = PART.fullmatch(part)
    if found and part:
        side = found["side"] or ""
        kind = KINDS.get(found["kind"] or "", found["kind"]) or (before.kind if before and not before.named else "")
        given = _AND.split(found["numbers"]) if found["numbers"] else []
        given, side = ([COUNTS[side]], "") if side in COUNTS and not given else (given, side)
        numbers = [number for each in given if (number := numbering.numbered(each))]
        digits = max(map(len, re.findall(r"\d+", found["numbers"] or "")), default=0)
        if kind and len(numbers) == len(given) and (digits <= 3 or kind in LONG) and side in SIDES:
            return Step(kind, tuple(numbers), side)
    return Step(part, named=True)


def listed(parts: Iterable[str]) -> Iterator[Step]:
    """Parts that a list names beside one another, each of the kind before it if it says none: clauses 1(a), 1(b)."""
    before = None
    for part in parts:
        step = _step(part.casefold().strip(), before)
        before = before if step.named else step
        yield step


def is_place(text: str) -> bool:
    """Has the text the form of a place that is found by counting, or because a source has only one of its kind?"""
    places = parse(text)
    return len(places) == 1 and not any(step.named for step in places[0])


@lru_cache(maxsize=4096)
def may_be_called(text: str) -> bool:
    """Is it a place, or what a part of a source may be called? The ledger names such a part, and pages repeat it."""
    steps = [step for place in parse(text) for step in place]
    return len(text) <= LONGEST and all(not step.named or _NAME.fullmatch(step.kind) for step in steps)


@lru_cache(maxsize=8192)
def meet(one: str, other: str) -> bool:
    """Can both mean the same place, or has one a place within the other? An empty one is the whole source.

    What has not the form of a place is one only where both have it, word for word: the heading of a part, and nothing
    that a sentence could hide in.
    """
    if one == other or not one or not other:
        return True
    here, there = parse(one), parse(other)
    if _names(here) != _names(there):
        return False
    return any(_within(mine, theirs) for mine in here for theirs in there)


def each(text: str) -> list[str]:
    """The places that a citation names, as they are written; nothing between semicolons is no place at all."""
    return [place.strip() or text for place in text.split(";")]


def _names(places: Iterable[Place]) -> set[str]:
    return {step.kind for place in places for step in place if step.named}


def _within(one: Place, other: Place) -> bool:
    """Is one path the other, or on the way to it?"""
    return all(mine.meets(theirs) for mine, theirs in zip(one, other, strict=False))


def beside(one: str, other: str) -> bool:
    """Are they counted parts of one kind, and neither the other nor within it?"""
    pairs = [(mine, theirs) for mine in parse(one) for theirs in parse(other)]
    return bool(pairs) and not meet(one, other) and all(_alike(*pair) for pair in pairs)


def _alike(one: Place, other: Place) -> bool:
    kinds = [[(step.kind, step.side) for step in place if step.numbers] for place in (one, other)]
    return kinds[0] == kinds[1] and len(one) == len(other) == len(kinds[0])


def whole_of(text: str) -> Place | None:
    """Of which part the place is an inner part: of cl. 1(a) it is cl. 1; nothing, if it is none or several."""
    place = next(iter(parse(text)), ())
    numbers = place[-1].numbers if place and ";" not in text else ()
    if len(numbers) != 1 or len(numbers[0]) == 1:
        return None
    return (*place[:-1], replace(place[-1], numbers=(numbers[0][:-1],)))


def in_order(places: Iterable[str]) -> list[str]:
    """Each place once, in the order of the source: numbers as numbers, a whole before its parts."""
    return sorted(dict.fromkeys(places), key=_order)


def joined(citations: Iterable[str]) -> str:
    """The places of several citations of one source as one citation: each once, in order, between semicolons."""
    return "; ".join(in_order(place for text in citations if text.strip() for place in each(text)))


def _order(text: str) -> tuple[list[list[_Order]], str]:
    return [[step.order for step in place] for place in parse(text)], text
