"""Mistakes in an entity file of the ledger, of every kind and at every place."""

from __future__ import annotations

from collections.abc import Iterator

from kb_plant import evidence, order, records, values
from kb_plant.known import Known
from kb_plant.planted import Planted, Sheet


def plants(sheet: Sheet, known: Known) -> Iterator[Planted]:
    """Every mistake for one entity file."""
    yield from values.plants(sheet, known)
    yield from order.plants(sheet, known)
    yield from evidence.plants(sheet, known)
    yield from records.plants(sheet, known)


def waivers(sheet: Sheet, paths: list[str]) -> Iterator[Planted]:
    """A waiver that excuses nothing, for each page."""
    start = sheet.text.index("waivers:") if "waivers:" in sheet.text else -1
    end = sheet.text.find("\n", start)
    for path in paths if start >= 0 else ():
        idle = f"  - rule: prose-disagrees\n    where: {path}\n    seen: ['1999']\n    because: It is so.\n"
        if sheet.text[start:end].endswith("[]"):
            yield sheet.plant("waiver that excuses nothing", start, end + 1, f"waivers:\n{idle}")
        else:
            yield sheet.plant("waiver that excuses nothing", end + 1, end + 1, idle)
