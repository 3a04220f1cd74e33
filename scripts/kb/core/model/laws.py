"""What the schema of the ledger declares, frozen: the law of each property, and how things may be called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.core.forms import Form
from kb.core.mark import Mark

DECLARED = Mark("docs/facts/schema/properties.yaml")


ROLES = ("state", "organisation", "person", "office", "place", "event")
"""The parts that a kind of entity may play for the rules."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity: what one and many are called, and which of ``ROLES`` it plays, if any."""

    name: str
    label: str
    many: str
    acts_as: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Property:
    """The law of one property, declared in ``docs/facts/schema``; rules read this and know no property by name."""

    name: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    label: str
    at_once: int | None = None
    once: bool = False
    once_each: bool = False
    time: str = "none"
    qualifiers: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    enum: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inverse: str | None = None
    symmetric: bool = False
    unit: tuple[str, ...] = ()
    roll: str | None = None
    existence: str | None = None
    happens: str | None = None
    not_before: tuple[str, ...] = ()
    future: bool = False
    legal: bool = False
    text_of: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    entry: Mapping[str, str] = field(default_factory=dict)
    acyclic: bool = False
    tiles: bool = False
    within: bool = False
    longest: int | None = None
    least: int | None = None
    most: int | None = None
    whole: bool = False
    adds_up: bool = False
    numbered: bool = False
    event: str = ""
    tells: str | None = None
    told_by: tuple[str, ...] = ()
    mark: Mark = DECLARED


@dataclass(frozen=True, slots=True)
class Naming:
    """How things may be called: the scripts of each language, and the form of each external identifier."""

    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    identifiers: Mapping[str, Form] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """The words of the subject, which differ from one knowledge base to another.

    ``common`` are those that nearly every source has; ``plain`` are words in their own right, however near to a name;
    ``sets`` are what the members of a complete set may be called.
    """

    common: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    sets: tuple[str, ...] = ("members", "parties", "participants", "signatories", "founders")
