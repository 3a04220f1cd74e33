"""Mistakes in what a statement of the ledger rests on: sources, locators, quotes, and how a value was read.

A word exchanged in a quote is planted only where the text of the source was locked; elsewhere nobody can see it
who does not hold the source, so there a figure or a name of the quote is altered, which contradicts the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_plant.blocks import Record, records
from kb_plant.known import Known, any_of
from kb_plant.lettering import exchanged
from kb_plant.planted import Planted, Sheet

_QUOTE = re.compile(r"(?<=^ {8}quote: )(?P<q>[\"']?)(.+)(?P=q)$", re.MULTILINE)
_QUOTED = re.compile(r"^ {8}quote: .*\n", re.MULTILINE)
_BY = re.compile(r"(?<=^ {6}- by: )\w+", re.MULTILINE)
_AT = re.compile(r"^ {8}at: .*\n", re.MULTILINE)
_EVIDENCE = re.compile(r"^ {4}evidence:\n(?: {6,}.*\n?)+", re.MULTILINE)
_INFERRED = re.compile(r"^ {4}inferred: .*\n(?: {6,}(?!- ).*\n)*", re.MULTILINE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NAMED = re.compile(r"(?:held-by|member|led-by|chaired-by|named-to|where|author): \[?([a-z0-9-]+)")
_LIMIT, _SHORT = 12, 4


def plants(sheet: Sheet, known: Known) -> Iterator[Planted]:
    """Every mistake in the evidence of one entity file."""
    for record in records(sheet):
        for match in _QUOTE.finditer(sheet.text, record.start, record.end):
            yield from _quote(sheet, match, record, known)
    for match in _BY.finditer(sheet.text):
        yield sheet.plant("source unknown", *match.span(), f"{match[0]}x")
    for kind, pattern in (
        ("locator missing", _AT),
        ("quote missing", _QUOTED),
        ("evidence missing", _EVIDENCE),
        ("inference not told", _INFERRED),
    ):
        for match in pattern.finditer(sheet.text):
            yield sheet.plant(kind, *match.span(), "")
    for match in _AT.finditer(sheet.text):
        for first, last, other in exchanged(match[0]):
            yield sheet.plant("letter in a place exchanged", match.start() + first, match.start() + last, other)


def _quote(sheet: Sheet, match: re.Match[str], record: Record, known: Known) -> Iterator[Planted]:
    start, words = match.start(2), match[2].split()
    by = _BY.findall(sheet.text, 0, match.start())[-1:]
    if by and by[0] in known.locked and len(words) > 2 and words[0] != words[1]:
        yield sheet.plant("quote altered", *match.span(2), " ".join([words[1], words[0], *words[2:]]))
    if len(words) > _LIMIT // 2:
        yield sheet.plant("quote too long", match.end(2), match.end(2), " and" + " so on and" * 3)
    for year in _YEAR.finditer(match[2]):
        if year[0] in record.fields:
            yield sheet.plant("year in a quote", start + year.start(), start + year.end(), str(int(year[0]) + 1))
    for id in dict.fromkeys(_NAMED.findall(record.fields)):
        for name in any_of(known.forms.get(id, ())).finditer(match[2]):
            if record.quotes.count(name[0]) == 1 and len(name[0]) > _SHORT:
                middle = start + (name.start() + name.end()) // 2
                altered = sheet.text[middle : middle + 2][::-1]
                yield sheet.plant("name in a quote", middle, middle + 2, altered)
