"""Mistakes in the names of a page: misspelt, exchanged for another, added to or dropped from a list or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb_plant.known import Known, another, any_of
from kb_plant.lines import Line
from kb_plant.planted import Planted

_QUOTED = re.compile(r"(?<=“)[^”]+(?=”)")
_CELL = re.compile(r"(?<=\| )[^|]*?(?= \|)")


def plants(line: Line, known: Known) -> Iterator[Planted]:
    """Every mistake in a name of one line."""
    if line.is_heading:
        return
    for match in line.free(known.names):
        yield line.plant("misspelt name", match.span(), _swap(match[0]))
    yield from _exchanged(line, known)
    yield from _lists(line, known.labels("state"))
    for match in line.free(_QUOTED):
        words = match[0].split()
        if len(words) > 1 and words[-1] != words[-2]:
            altered = " ".join([*words[:-2], words[-1], words[-2]])
            yield line.plant("quotation altered", match.span(), altered)


def _swap(name: str) -> str:
    """The name with two neighbouring letters in the middle exchanged."""
    at = next((n for n in range(len(name) // 2, len(name) - 2) if name[n] != name[n + 1]), 1)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _exchanged(line: Line, known: Known) -> Iterator[Planted]:
    """A person for another, told the same way, whole or by family name; a place for another; a state for another."""
    people = known.labels("person")
    for forms in (people, [name.split()[-1] for name in people]):
        for match in line.free(any_of(forms)):
            other = another(forms, match[0], line.text)
            if other and (" " in match[0] or not line.text[: match.start()].endswith(tuple(_first_names(people)))):
                yield line.plant("another person in prose", match.span(), other)
    for role, before in (("place", r"(?:in|at|to|from) "), ("state", r"(?:in|to|by|from|of) ")):
        forms = known.labels(role)
        for match in line.free(re.compile(rf"(?<=\b){before}({any_of(forms).pattern})")):
            other = another(forms, match[1], line.text)
            if other:
                yield line.plant(f"another {role} in prose", match.span(1), other)


_AMONG = re.compile(r" (?:(?:is|are|was|were) )?among\b")
"""Behind a list of some of many: it is as true with one fewer."""


def _first_names(people: Sequence[str]) -> list[str]:
    return [name.rpartition(" ")[0] + " " for name in people if " " in name]


def _lists(line: Line, states: Sequence[str]) -> Iterator[Planted]:
    """A list of three or more states: one dropped, one added, one exchanged."""
    state = any_of(states).pattern
    for match in line.free(re.compile(rf"({state}), (?:{state}, )*(?:{state}),? and (?:{state})")):
        first = match.span(1)
        if not _AMONG.match(line.text, match.end()):
            yield line.plant("member dropped", (first[0], first[1] + 2), "")
        other = another(states, match[1], line.text, 1)
        if other:
            yield line.plant("member added", (first[0], first[0]), f"{other}, ")
            yield line.plant("another member", first, other)


def rows(lines: Sequence[Line], known: Known) -> Iterator[Planted]:
    """The first cells of two neighbouring rows of a table, exchanged, if each holds a figure, a state or a person."""
    telling = re.compile(rf"\d|{any_of([*known.labels('state'), *known.labels('person')]).pattern}")
    for one, other in pairwise(lines):
        if one.is_row and other.is_row and one.offset + len(one.text) == other.offset:
            first, second = _CELL.search(one.text), _CELL.search(other.text)
            cells = [match[0] for match in (first, second) if match and telling.search(match[0])]
            if first and second and len(set(cells)) > 1:
                spans = [(e.offset + c.start(), e.offset + c.end()) for e, c in ((one, first), (other, second))]
                yield one.sheet.swap("cells of two rows swapped", spans[0], spans[1])
