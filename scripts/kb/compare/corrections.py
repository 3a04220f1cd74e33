"""What the page of corrections names, and the row that a change asks for there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kb.compare.change import NOTHING, FactChange

PATH = "docs/about/corrections.md"
_NAMED = re.compile(r"`([a-z0-9-]*(?:#[a-z0-9-]+)?)`(?:\]\((?:[^()\s]*/)?([a-z0-9-]+)\.yaml)?")
_DRAFTED = frozenset({"entity gone", "statement gone", "id changed", "value changed"})


def named(old: Mapping[str, str], new: Mapping[str, str]) -> frozenset[str]:
    """The ids that a row of today names, of which there was none before; given are the texts of pages by path."""
    there = {line.strip() for line in old.get(PATH, "").splitlines()}
    rows = (line for line in new.get(PATH, "").splitlines() if line.strip() not in there)
    return frozenset(_id(*match.groups()) for row in rows for match in _NAMED.finditer(row))


def _id(text: str, entity: str | None) -> str:
    """The id that is meant: a slug alone belongs to the entity to whose file it leads."""
    return f"{entity or ''}{text}" if text.startswith("#") else text


def draft(change: FactChange, ids: tuple[str, ...]) -> str:
    """The row of a change of fact, to be put into better words; nothing of any other change."""
    if change.kind not in _DRAFTED or not ids:
        return ""
    links = ", ".join(f"[`{id}`](../facts/{id.partition('#')[0]}.yaml)" for id in ids)
    return f"draft for the corrections page: | {links} | {_cell(_wrong(change))} | {_cell(_done(change))} |"


def _wrong(change: FactChange) -> str:
    if change.kind == "value changed":
        return f"{_field(change)} was {'missing' if change.old == NOTHING else change.old}"
    return f"the id was {change.old}" if change.kind == "id changed" else f"it said: {change.old}"


def _done(change: FactChange) -> str:
    if change.kind == "value changed":
        return f"it is {'left out' if change.new == NOTHING else change.new}"
    return f"it is {change.new}" if change.kind == "id changed" else "it is gone"


def _field(change: FactChange) -> str:
    return f"`{change.what[-1].partition(':')[0]}`"


def _cell(text: str) -> str:
    """Words in a cell of a table, as a sentence."""
    said = " ".join(text.split()).replace("|", "\\|").rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."
