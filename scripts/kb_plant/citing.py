"""Mistakes in the citations of a page: dropped, swapped, unknown, with another locator or with none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb_plant.known import Known
from kb_plant.lettering import exchanged
from kb_plant.lines import CITED, KEY, Line
from kb_plant.planted import Planted

_LOCATOR = re.compile(r"(?<=\{)([^{}]*?)(\d+)([^{}]*)(?=\})")
_BRACED = re.compile(r"\{[^{}]+\}")


def plants(line: Line, before: Line | None, known: Known) -> Iterator[Planted]:
    """Every mistake in a citation of one line; ``before`` is the line above it in the same paragraph."""
    for number, match in enumerate(CITED.finditer(line.text)):
        if number or before is None or not _is_inherited(match[1], before):
            yield line.plant("citation dropped", match.span(), "")
        for key in KEY.finditer(match[1]):
            span = match.start(1) + key.start(), match.start(1) + key.end()
            yield line.plant("citation of an unknown source", span, f"{key[0]}x")
            if key[0] in known.keys:
                yield line.plant("citation swapped", span, _other(key[0], known.keys))
        for locator in _LOCATOR.finditer(match[1]):
            start = match.start(1) + locator.start(2)
            yield line.plant("locator changed", (start, start + len(locator[2])), str(int(locator[2]) + 7))
        for locator in _BRACED.finditer(match[1]):
            span = match.start(1) + locator.start(), match.start(1) + locator.end()
            yield line.plant("locator dropped", span, "")
            for first, last, other in exchanged(locator[0]):
                yield line.plant("letter in a place exchanged", (span[0] + first, span[0] + last), other)


def _is_inherited(cited: str, before: Line) -> bool:
    """Does the line above end with the same citations? A sentence without any inherits them, and stays true."""
    groups = CITED.findall(before.text)
    return bool(groups) and set(_split(cited)) <= set(_split(groups[-1]))


def _split(cited: str) -> list[str]:
    return re.split(r",(?=[A-Z]\w+\{)", cited)


def _other(key: str, keys: Sequence[str]) -> str:
    return keys[(keys.index(key) + 7) % len(keys)]
