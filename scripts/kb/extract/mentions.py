"""Finds every figure in a text: dates, decades, counts, ordinals, articles, numbers, durations, shares, amounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase

from kb.core.numbers import BETWEEN
from kb.extract.mention import Mention
from kb.extract.patterns import FIGURE, hit
from kb.extract.readers import READERS
from kb.extract.units import are_ends, bound_after, bound_before, counted, single, unit_after

_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_COUNTING = frozenset({"count", "percentage", "amount"})
_UNITLESS = frozenset({"date", "decade", "article", "number", "percentage"})


def find(text: str, masked: Iterable[tuple[int, int]] = ()) -> tuple[Mention, ...]:
    """Every figure outside the masked spans, in order. No digit is passed over: what has no shape is a number."""
    return _find(text, tuple((start, end) for start, end in masked))


@lru_cache(maxsize=65536)
def _find(text: str, masked: tuple[tuple[int, int], ...]) -> tuple[Mention, ...]:
    lower = text.translate(_LOWER)
    for start, end in masked:
        lower = lower[:start] + "\0" * (min(end, len(text)) - start) + lower[end:]
    found = []
    for match in FIGURE.finditer(lower):
        shape = match.lastgroup or "token"
        for kind, value, start, end, unit in READERS[shape](hit(match, shape), text):
            bound, head = bound_before(lower, start), end
            if kind not in _UNITLESS and bound == "exactly":
                bound, head = bound_after(lower, end)
            unit = unit or ("" if kind in _UNITLESS else unit_after(lower, head))
            if kind == "count" and lower[end : end + 1] != "-":
                unit = single(unit) if value == 1 else counted(unit)
            found.append(Mention(kind, value, start, end, text[start:end], unit, bound))
    ends = _ends(lower, found)
    return tuple(_shared(found, ends) if ends else found)


def _ends(text: str, found: list[Mention]) -> set[int]:
    """The places in the row of the figures that are the two numbers between which one lies."""
    ends: set[int] = set()
    for n, (one, other) in enumerate(pairwise(found)):
        rises = one.kind == "count" and other.kind in _COUNTING and _rises(one, other)
        if rises and are_ends(text, (one.start, one.end), (other.start, other.end)):
            ends |= {n, n + 1}
    return ends


def _shared(found: list[Mention], ends: set[int]) -> Iterator[Mention]:
    """The figures, where the two ends of a number share what they count."""
    for n, figure in enumerate(found):
        unit = figure.unit or (found[n + 1].unit if n in ends and n + 1 in ends else "")
        yield replace(figure, bound=BETWEEN, unit=unit) if n in ends else figure


def _rises(one: Mention, other: Mention) -> bool:
    return isinstance(one.value, int | float) and isinstance(other.value, int | float) and one.value < other.value
