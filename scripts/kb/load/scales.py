"""Reads the words that exclude one another from ``docs/facts/schema/contrasts.yaml``."""

from __future__ import annotations

from kb.core.finding import Finding
from kb.core.model import Scale
from kb.load.fields import Fields
from kb.load.yaml_marks import Located, read

CONTRASTS = "docs/facts/schema/contrasts.yaml"


def scales(data: bytes, faults: list[Finding]) -> dict[str, Scale]:
    """Every scale; a file that is not there declares none."""
    if not data:
        return {}
    root, found = read(CONTRASTS, data)
    faults += found
    if root is None:
        return {}
    Fields(root, faults, "the file")
    return {name: _scale(name, body, faults) for name, body in root.items.items()}


def _scale(name: str, body: Located, faults: list[Finding]) -> Scale:
    fields = Fields(body, faults, f"the scale {name!r}")
    sides = {side: fields.texts(side) for side in body.items}
    if len(sides) < 2:
        fields.fault(body.key, f"{fields.what} has no two sides", "name what excludes one another, each with its words")
    told: dict[str, str] = {}
    for side, words in sides.items():
        if not body.items[side].list:
            text = f"the side {side!r} of {fields.what} has no words"
            fields.fault(body.items[side].key, text, "add the words that tell it, or leave it out")
        for n, word in enumerate(words):
            mark = fields.marks.get(f"{side}.{n}", body.key)
            if word != word.lower():
                fields.fault(mark, f"{word!r} is not in lower case, and would never be met", "write it in lower case")
            if told.setdefault(word, side) != side:
                fields.fault(mark, f"{word!r} stands on two sides of {name!r}", "leave it out on one of them")
    return Scale(name, sides, body.key)
