"""What BibTeX is made of: entries, their fields, and the slips that break them; places count characters from 0."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in lower case, its value as written, and where both begin."""

    name: str
    value: str
    at: int
    start: int


@dataclass(slots=True)
class Entry:
    """An entry, by its type in lower case; not ``whole`` where some of it can not be read."""

    type: str
    key: str
    at: int
    fields: dict[str, Field] = field(default_factory=dict)
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Slip:
    """What breaks the grammar, where, what to do next, and the other place concerned."""

    at: int
    text: str
    help: str
    other: int | None = None
    rule: str = "unreadable"
