"""Mistakes in ``refs.bib``: entries doubled, lost or out of order, keys, addresses, identifiers and years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kb_plant.planted import Planted, Sheet

_ENTRY = re.compile(r"^@\w+\{(\w+),\n(?:.*\n)*?\}\n", re.MULTILINE)
_URL = re.compile(r"^ *url *= \{(https?)(://)([^/}]+)", re.MULTILINE)
_LINE = r"^ *{0} *= .*\n"
_YEAR = re.compile(r"^ *year *= \{(\d{4})\}", re.MULTILINE)
_PARTY = re.compile(r"^ *x-party *= \{([a-z-]+)\}", re.MULTILINE)
_CHECKED = re.compile(r"^ *(?:isbn|issn) *= \{.*?(\d)\}", re.MULTILINE | re.IGNORECASE)
_DOI = re.compile(r"^ *doi *= \{(10\.)", re.MULTILINE | re.IGNORECASE)
"""A DOI has no check digit: only its form can show a slip."""
_MISSING = (("title missing", "title"), ("rank missing", "keywords"), ("day seen missing", "urldate"))


def plants(sheet: Sheet) -> Iterator[Planted]:
    """Every mistake for the bibliography."""
    entries = list(_ENTRY.finditer(sheet.text))
    for entry in entries:
        yield from _entry(sheet, entry)
    for one, other in pairwise(entries):
        yield sheet.swap("keys of two sources swapped", one.span(1), other.span(1))
        yield sheet.swap("sources out of order", one.span(), other.span())


def _entry(sheet: Sheet, entry: re.Match[str]) -> Iterator[Planted]:
    yield sheet.plant("source doubled", entry.end(), entry.end(), entry[0])
    again = entry[0].replace(entry[1], f"{entry[1]}b", 1)
    yield sheet.plant("source entered under two keys", entry.end(), entry.end(), again)
    yield sheet.plant("source removed", *entry.span(), "")
    for match in _URL.finditer(sheet.text, *entry.span()):
        yield sheet.plant("address that runs a script", *match.span(1), "javascript")
        yield sheet.plant("address broken", *match.span(2), ":/")
        yield sheet.plant("host of an address broken", *match.span(3), match[3].replace(".", ","))
    for match in _YEAR.finditer(sheet.text, *entry.span()):
        yield sheet.plant("year of a source", *match.span(1), str(int(match[1]) + 3))
    for match in _PARTY.finditer(sheet.text, *entry.span()):
        yield sheet.plant("party of a source misspelt", match.end(1), match.end(1), "x")
    for match in _CHECKED.finditer(sheet.text, *entry.span()):
        yield sheet.plant("identifier broken", *match.span(1), str((int(match[1]) + 1) % 10))
    for match in _DOI.finditer(sheet.text, *entry.span()):
        yield sheet.plant("identifier broken", *match.span(1), "l0.")
    for kind, field in _MISSING:
        for match in re.finditer(_LINE.format(field), entry[0], re.MULTILINE):
            yield sheet.plant(kind, entry.start() + match.start(), entry.start() + match.end(), "")
