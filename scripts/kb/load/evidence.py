"""Reads what a statement rests on: sources, the places in them, and their words."""

from __future__ import annotations

from kb.core.model import Evidence
from kb.core.places import may_be_called
from kb.load.bibtex import PLAIN_KEY
from kb.load.fields import Fields
from kb.load.yaml_marks import Located

SEEN = ("full", "excerpt")


def evidence(located: Located | None, fields: Fields) -> tuple[Evidence, ...]:
    """The evidence of a statement; what names no source is left out."""
    made = []
    for item in located.list if located else []:
        inner = Fields(item, fields.faults, "the evidence")
        by, at, quote = inner.text("by", required=True), inner.text("at"), inner.text("quote")
        seen = inner.text("seen", required=True)
        if at and not may_be_called(at):
            text = f"'at' is {at[:60]!r}, against a place such as ¶ 3, Art. 4, p. 12, heading or list of members"
            inner.fault(inner.marks["at"], text, "say in a few words where it stands, and nothing of what it says")
        if seen and seen not in SEEN:
            inner.fault(inner.marks["seen"], f"'seen' is {seen!r}", f"write one of {', '.join(SEEN)}")
        inner.close()
        if by and not PLAIN_KEY.fullmatch(by):
            text = f"'by' is {by[:80]!r}, which cannot be the key of an entry"
            inner.fault(inner.marks["by"], text, "write the key of an entry in refs.bib, such as Indeo2016strategy")
        elif by:
            made.append(Evidence(by, at or "", quote or "", seen or "excerpt", item.mark, inner.marks))
    return tuple(made)
