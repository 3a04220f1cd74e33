"""Reads how things may be called from ``docs/facts/schema/names.yaml``."""

from __future__ import annotations

from functools import lru_cache

from kb.core.finding import Finding
from kb.core.forms import ANYTHING, BadForm, Form, form
from kb.core.model import Naming
from kb.load.fields import Fields, declares_nothing
from kb.load.yaml_marks import read

NAMES = "docs/facts/schema/names.yaml"


@lru_cache(maxsize=64)
def naming(data: bytes) -> tuple[Naming, tuple[Finding, ...]]:
    """The scripts of each language and the form of each external identifier."""
    root, found = read(NAMES, data)
    faults = [*found, *declares_nothing(NAMES, root, found)]
    if root is None:
        return Naming(), tuple(faults)
    fields = Fields(root, faults, "the file")
    languages, identifiers = fields.raw("languages"), fields.raw("identifiers")
    fields.close()
    scripts = Fields(languages, faults, "languages") if languages else None
    forms = Fields(identifiers, faults, "identifiers") if identifiers else None
    made = Naming(
        languages={name: scripts.texts(name) for name in scripts.located.items} if scripts else {},
        identifiers={name: _form(forms, name) for name in forms.located.items} if forms else {},
    )
    return made, tuple(faults)


def _form(forms: Fields, name: str) -> Form:
    """The form of one identifier; what cannot be read as one fits anything, and is a finding."""
    text = forms.text(name) or ""
    try:
        return form(text)
    except BadForm as error:
        help = "write characters, \\d, \\w or [classes], each with ?, *, + or {2,5} behind it"
        forms.fault(forms.marks[name], f"the form of {name!r} cannot be read: {error}", help)
        return ANYTHING
