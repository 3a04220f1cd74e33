"""Reads the words that exclude one another from ``docs/facts/schema/contrasts.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from kb.core.finding import Finding
from kb.core.model import Scale
from kb.load.fields import Fields
from kb.load.yaml_marks import Located, read

CONTRASTS = "docs/facts/schema/contrasts.yaml"


NONE: Mapping[str, Scale] = MappingProxyType({})


@lru_cache(maxsize=64)
def scales(data: bytes) -> tuple[Mapping[str, Scale], tuple[Finding, ...]]:
    """Every scale, and what is malformed; a file that is not there declares none.

    The same bytes give the very same scales, so that a change elsewhere reaches nothing that rests on them.
    """
    root, found = read(CONTRASTS, data) if data else (None, ())
    if root is None:
        return NONE, found
    faults = list(found)
    Fields(root, faults, "the file")
    made = {name: _scale(name, body, faults) for name, body in root.items.items()}
    return MappingProxyType(made), tuple(faults)


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
