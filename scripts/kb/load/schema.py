"""Reads the declarations of kinds and properties in ``docs/facts/schema``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from kb.finding import Finding
from kb.load.fields import Fields
from kb.load.yaml_marks import Located, read
from kb.model import Property

KINDS = "docs/facts/schema/kinds.yaml"
PROPERTIES = "docs/facts/schema/properties.yaml"
STANCES = (
    "argues",
    "calls",
    "doubts",
    "expects",
    "holds",
    "judges",
    "reads",
    "recalls",
    "reports",
    "warns",
)
"""What an author does with a claim, from weaker to stronger in no order: the verb a sentence may use."""


@dataclass(frozen=True, eq=False)
class Schema:
    """The kinds of entity and the law of each property. Compared by identity, so that it can key a memo."""

    kinds: Mapping[str, str]
    properties: Mapping[str, Property]
    stances: Mapping[str, object]


@lru_cache(maxsize=64)
def schema(kinds: bytes, properties: bytes) -> tuple[Schema, tuple[Finding, ...]]:
    """Read both files; what is malformed is a finding."""
    root, faults = read(KINDS, kinds)
    labels = {name: located.text or name for name, located in (root.items if root else {}).items()}
    root, more = read(PROPERTIES, properties)
    found = [*faults, *more]
    declared = {name: _property(name, body, found) for name, body in (root.items if root else {}).items()}
    stances = MappingProxyType(dict.fromkeys(STANCES))
    return Schema(MappingProxyType(labels), MappingProxyType(declared), stances), tuple(found)


def _property(name: str, body: Located, faults: list[Finding]) -> Property:
    fields = Fields(body, faults, f"the property {name!r}")
    enum = fields.raw("enum")
    inner = Fields(enum, faults, "enum") if enum else None
    made = Property(
        name=name,
        domain=fields.texts("domain"),
        range=fields.texts("range"),
        label=fields.text("label") or name,
        event=fields.text("event") or "",
        at_once=fields.number("at-once"),
        once=fields.flag("once"),
        time=fields.text("time") or "none",
        qualifiers=fields.texts("qualifiers"),
        required=fields.texts("required"),
        enum={key: inner.texts(key) for key in enum.items} if enum and inner else {},
        inverse=fields.text("inverse"),
        symmetric=fields.flag("symmetric"),
        unit=fields.texts("unit"),
        roll=fields.text("roll"),
        existence=fields.text("existence"),
        not_before=fields.texts("not-before"),
        future=fields.flag("future"),
        mark=body.key,
    )
    fields.close()
    return made
