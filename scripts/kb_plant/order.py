"""Mistakes in the order of time in the ledger: ends before beginnings, effects before causes, ends left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_plant.blocks import records
from kb_plant.known import Known, field_of
from kb_plant.planted import Planted, Sheet

_FROM = re.compile(r"^ {4}from: (\d{4}\S*)$", re.MULTILINE)
_END = re.compile(r"^ {4}(?:until|through): (\d{4}\S*)$", re.MULTILINE)
_CHECKED = re.compile(r"^ {4}checked: .*\n", re.MULTILINE)
_END_OF_TIME = 2020


def plants(sheet: Sheet, known: Known) -> Iterator[Planted]:
    """Every mistake in the order of time in one entity file."""
    term = re.compile(field_of(known.laws.terms), re.MULTILINE)
    birth, effect = (
        re.compile(rf"{field_of(names)}(\d{{4}})", re.MULTILINE) for names in (known.laws.begins, known.laws.effects)
    )
    for record in records(sheet):
        begin, end = (pattern.search(sheet.text, record.start, record.end) for pattern in (_FROM, _END))
        if begin and end and begin[1] != end[1]:
            yield sheet.swap("beginning and end swapped", begin.span(1), end.span(1))
            if term.search(record.text):
                later = f"{int(end[1][:4]) + 1}{begin[1][4:]}"
                yield sheet.plant("accession after the exit", *begin.span(1), later)
    for match in _CHECKED.finditer(sheet.text):
        yield sheet.plant("ongoing without a check", *match.span(), "")
    causes = [int(match[1]) for match in birth.finditer(sheet.text)]
    for match in effect.finditer(sheet.text) if causes else ():
        yield sheet.plant("effect before its cause", *match.span(1), str(min(causes) - 1))
    for match in birth.finditer(sheet.text):
        if int(match[1]) < _END_OF_TIME:
            yield sheet.plant("beginning put after the deeds", *match.span(1), str(_END_OF_TIME))
