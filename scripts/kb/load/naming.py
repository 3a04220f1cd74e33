"""Reads how things may be called from ``docs/facts/schema/names.yaml``."""

from __future__ import annotations

from functools import lru_cache

from kb.finding import Finding
from kb.load.fields import Fields
from kb.load.yaml_marks import read
from kb.model import Naming

NAMES = "docs/facts/schema/names.yaml"


@lru_cache(maxsize=64)
def naming(data: bytes) -> tuple[Naming, tuple[Finding, ...]]:
    """The scripts of each language and the form of each external identifier; without the file nothing is held."""
    if not data:
        return Naming(), ()
    root, found = read(NAMES, data)
    faults = list(found)
    if root is None:
        return Naming(), tuple(faults)
    fields = Fields(root, faults, "the file")
    languages, identifiers = fields.raw("languages"), fields.raw("identifiers")
    fields.close()
    scripts = Fields(languages, faults, "languages") if languages else None
    forms = Fields(identifiers, faults, "identifiers") if identifiers else None
    made = Naming(
        languages={name: scripts.texts(name) for name in scripts.located.items} if scripts else {},
        identifiers={name: forms.text(name) or "" for name in forms.located.items} if forms else {},
    )
    return made, tuple(faults)
