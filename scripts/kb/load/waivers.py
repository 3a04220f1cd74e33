"""Reads ``docs/facts/waivers.yaml``: findings we accept, and sentences of a source that say nothing on the subject."""

from __future__ import annotations

from functools import lru_cache

from kb.core.finding import Finding
from kb.core.model import Boilerplate, Waiver
from kb.load.fields import Fields
from kb.load.yaml_marks import read

PATH = "docs/facts/waivers.yaml"


@lru_cache(maxsize=64)
def waivers(data: bytes) -> tuple[tuple[Waiver, ...], tuple[Boilerplate, ...], tuple[Finding, ...]]:
    """The waivers, the boilerplate with its reasons, and faults of form."""
    if not data.strip():
        return (), (), ()
    root, faults = read(PATH, data)
    found = list(faults)
    if root is None:
        return (), (), tuple(found)
    top = Fields(root, found, "the waivers")
    accepted = []
    listed = top.raw("waivers")
    for item in listed.list if listed and listed.value else []:
        fields = Fields(item, found, "the waiver")
        rule, where = fields.text("rule", required=True), fields.text("where", required=True)
        because = fields.text("because", required=True)
        seen = fields.texts("seen")
        if not seen:
            fields.fault(item.mark, "the waiver has no 'seen'", "add `seen: [ … ]`, as `kb check --verbose` prints it")
        accepted.append(Waiver(rule or "", where or "", seen, because or "", item.mark, fields.text("line") or ""))
        fields.close()
    boilerplate = []
    listed = top.raw("boilerplate")
    for item in listed.list if listed and listed.value else []:
        fields = Fields(item, found, "the boilerplate")
        source, because = fields.text("source", required=True), fields.text("because", required=True)
        boilerplate.append(Boilerplate(source or "", fields.texts("sentences"), because or "", item.mark))
        fields.close()
    top.close()
    return tuple(accepted), tuple(boilerplate), tuple(found)
