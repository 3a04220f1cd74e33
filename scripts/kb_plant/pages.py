"""Mistakes in a page, of every kind and at every place."""

from __future__ import annotations

from collections.abc import Iterator

from kb_plant import citing, figures, form, naming, voice
from kb_plant.known import Known
from kb_plant.lines import prose
from kb_plant.planted import Planted, Sheet


def plants(sheet: Sheet, known: Known) -> Iterator[Planted]:
    """Every mistake for one page."""
    lines = prose(sheet)
    yield from form.plants(sheet, lines)
    yield from naming.rows(lines, known)
    for before, line in zip([None, *lines], lines, strict=False):
        joined = before is not None and before.is_sentence and before.offset + len(before.text) == line.offset
        yield from figures.plants(line)
        yield from naming.plants(line, known)
        yield from voice.plants(line, known)
        yield from citing.plants(line, before if joined else None, known)
