"""Mistakes of meaning, which no figure betrays: a denial, a contrary word or verb, two names exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from kb.core.model import EventType
from kb.lang.denial import NEGATION
from kb.lang.scales import Scale
from kb.lang.verbs import forms
from kb_plant.known import Known, any_of
from kb_plant.lines import Line
from kb_plant.planted import Planted

_HELPS = "is are was were has have had can could will would may might must should did does".split()
_DENIED = re.compile(rf"(?<=\b)(?:{'|'.join(_HELPS)}) not\b(?! only| yet| least| until| always| all\b)")
_NEVER = re.compile(r"\bnever (?=[a-z])")
_LONGER = re.compile(r"\bno longer\b")
_AFFIRMED = re.compile(rf"\b(?:{'|'.join(_HELPS)})\b(?= [a-z])")
_VOWELS = frozenset("aeiou")
_QUOTED = re.compile(r"“[^”]*”")
_TURNS = re.compile(r" (?:by|to|from|after|before|than|over|for|against|asked|succeeded|replaced|followed) ")
"""Between two names: what they are told to be to each other is not the same the other way round."""
_OBJECT = r"(?= (?:(?:the|a|an|its|his|her|their)\b|[A-Z]))"
_CLAUSE = r"(?= that\b)"
"""What follows on a verb that is told of something, and on one of saying."""
_DONE = re.compile(r"\b(?:has|have|had|having|is|are|was|were|be|been|being) (?:\w+ly )?$")
_MAIN = 4
"""So many verbs of an event tell it plainly; those behind them are more apart from each other."""
_REGULAR, _STRONG = 4, 5
"""So many forms has a verb whose past and participle are one, and one of which they are two."""


def plants(line: Line, known: Known, scales: Mapping[str, Scale], events: Mapping[str, EventType]) -> Iterator[Planted]:
    """Every mistake of meaning in one line, outside quotations."""
    quoted = [match.span() for match in _QUOTED.finditer(line.text)]
    for planted in (*_denials(line), *_contraries(line, scales), *_opposites(line, events), *_exchanged(line, known)):
        if not any(a < end and start < b for start, end, _ in planted.edits for a, b in quoted):
            yield planted


def _denials(line: Line) -> Iterator[Planted]:
    for match in line.free(_DENIED):
        yield line.plant("denial dropped", match.span(), match[0].removesuffix(" not"))
    for match in line.free(_NEVER):
        yield line.plant("denial dropped", match.span(), "")
    for match in line.free(_LONGER):
        yield line.plant("denial dropped", match.span(), "still")
    if not NEGATION.search(line.text):
        for match in list(line.free(_AFFIRMED))[:1]:
            yield line.plant("denial added", (match.end(), match.end()), " not")


def _contraries(line: Line, scales: Mapping[str, Scale]) -> Iterator[Planted]:
    """A word of a scale for the one that stands for it on the next side."""
    for scale in scales.values():
        sides = [*scale.sides.values()]
        for side, other in pairwise((*sides, *sides[:1])):
            for n, word in enumerate(side):
                new = other[min(n, len(other) - 1)] if other else ""
                article = rf"(?<!\b{'a' if new[:1] in _VOWELS else 'an'} )"
                for match in line.free(_alone(word, article, re.IGNORECASE)) if new else ():
                    yield line.plant("contrary word", match.span(), _like(match[0], new))


def _opposites(line: Line, events: Mapping[str, EventType]) -> Iterator[Planted]:
    """A verb for that of an event which cannot be told instead of it, where an object follows."""
    for event in events.values():
        for name in event.opposite:
            other = forms(events[name].told_by[0]) if name in events and events[name].told_by else ()
            for verb in event.told_by[:_MAIN]:
                if " " not in f"{verb}{''.join(other)}" and len(other) in (_REGULAR, _STRONG):
                    yield from _verbs(line, forms(verb), other, _CLAUSE if event.family == "says" else _OBJECT)


def _verbs(line: Line, these: tuple[str, ...], others: tuple[str, ...], behind: str) -> Iterator[Planted]:
    if len(these) not in (_REGULAR, _STRONG):
        return
    for n, form in enumerate(these[1:], 1):
        for match in line.free(_alone(form, behind=behind)):
            is_past = n == 2 and not (len(these) == _REGULAR and _DONE.search(line.text[: match.start()]))
            at = 1 if n == 1 else -1 if n == len(these) - 1 else 2 if is_past else len(others) - 2
            yield line.plant("opposite verb", match.span(), others[at])


@cache
def _alone(word: str, before: str = "", flags: re.RegexFlag = re.NOFLAG, behind: str = "") -> re.Pattern[str]:
    """Finds a word; there are more of them than Python itself keeps patterns at hand."""
    return re.compile(rf"{before}\b{re.escape(word)}\b{behind}", flags)


def _exchanged(line: Line, known: Known) -> Iterator[Planted]:
    """Two persons, states or places that are told to be something to each other."""
    for role in ("person", "state", "place"):
        for one, other in pairwise(line.free(any_of(known.labels(role)))):
            between = line.text[one.end() : other.start()]
            if one[0] != other[0] and _TURNS.search(between) and not re.search(r"[.;:|]", between):
                yield line.sheet.swap(
                    "names exchanged",
                    (line.offset + one.start(), line.offset + one.end()),
                    (line.offset + other.start(), line.offset + other.end()),
                )


def _like(old: str, new: str) -> str:
    return new[0].upper() + new[1:] if old[0].isupper() else new
