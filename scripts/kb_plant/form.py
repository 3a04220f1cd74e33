"""Mistakes in the form of a page: lines and sentences, markup that runs or reaches out, ids that nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb_plant.lines import Line
from kb_plant.planted import Planted, Sheet

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_LINK = re.compile(r"\{doc\}`(?:[^`<]*<)?([^`>]+)")
_DERIVED = re.compile(r"\{kb:[a-z]+\}(?:` *|`?\S*[ `])([a-z0-9][a-z0-9-]*)")
_ASOF = re.compile(r"^asof: (\d{4})-\d\d-\d\d\n", re.MULTILINE)
_WORD = re.compile(r"\b[a-z]{4,}\b")
_COMMA = re.compile(r", (?=[a-z])")


def plants(sheet: Sheet, lines: Sequence[Line]) -> Iterator[Planted]:
    """Every mistake of form in one page."""
    yield from _ids(sheet)
    yield from _days(sheet)
    for one, other in pairwise(lines):
        if one.is_sentence and other.is_sentence and one.offset + len(one.text) == other.offset:
            yield one.plant("two sentences on a line", (len(one.text) - 1, len(one.text)), " ")
    for line in lines:
        if line.is_heading:
            yield line.plant("directive that is not allowed", (0, 0), "```{raw} html\n<b>\n```\n\n")
        elif line.is_sentence:
            yield from _markup(line)


def _markup(line: Line) -> Iterator[Planted]:
    for match in list(line.free(_COMMA))[:1]:
        yield line.plant("sentence over two lines", match.span(), ",\n")
    for match in list(line.free(_WORD))[:1]:
        yield line.plant("raw HTML", match.span(), f"<b>{match[0]}</b>")
        yield line.plant("link that runs a script", match.span(), f"[{match[0]}](javascript:alert)")


def _days(sheet: Sheet) -> Iterator[Planted]:
    """The day up to which the page holds: dropped, and ten years early."""
    for match in _ASOF.finditer(sheet.text):
        yield sheet.plant("day of a page dropped", *match.span(), "")
        yield sheet.plant("day of a page ten years early", *match.span(1), str(int(match[1]) - 10))


def _ids(sheet: Sheet) -> Iterator[Planted]:
    about = re.search(r"^about: \[([^\]]*)\]", sheet.text, re.MULTILINE)
    for match in _ID.finditer(sheet.text, *about.span(1)) if about else ():
        yield sheet.plant("unknown id in front matter", match.end(), match.end(), "x")
    for match in _LINK.finditer(sheet.text):
        yield sheet.plant("link to a page that is not there", match.end(1), match.end(1), "x")
    for match in _DERIVED.finditer(sheet.text):
        yield sheet.plant("unknown id in a directive", match.end(1), match.end(1), "x")
