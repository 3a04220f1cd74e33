"""Mistakes in the records of the ledger: entered twice, under another's name, misspelt, unjudged, unreadable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb_plant.blocks import records
from kb_plant.known import Known, another
from kb_plant.planted import Planted, Sheet

_ID = re.compile(r"^id: (.+)$", re.MULTILINE)
_KIND = re.compile(r"^kind: (.+)$", re.MULTILINE)
_ALSO = re.compile(r"^also: \[", re.MULTILINE)
_PART = re.compile(r"^part-of: \[?([a-z0-9-]+)", re.MULTILINE)
_FIELD = re.compile(r"^ {4}(from|until|through|where|inferred|evidence|stance):", re.MULTILINE)
_JUDGEMENTS = re.compile(r"^judgements:\n((?: .*\n?)+)", re.MULTILINE)
_JUDGEMENT = re.compile(r"^ {2}- .*\n(?: {4,}.*\n?)*", re.MULTILINE)
_REASON = re.compile(r"^ {4}because: .*\n(?: {6,}.*\n?)*", re.MULTILINE)
_JUDGED = re.compile(r"^ {4}(?:- )?(?:follow: |over: \[|open: \[)([a-z0-9#-]+(?:, [a-z0-9#-]+)*)", re.MULTILINE)
_TOLD = frozenset("says records provides aims".split())
"""What is told in words: no value that two statements could differ in."""
_SPELLING = {"from": "form", "until": "untill", "through": "trough", "where": "were", "evidence": "evidense"}


def plants(sheet: Sheet, known: Known) -> Iterator[Planted]:
    """Every mistake in a record of one entity file."""
    own = _ID.search(sheet.text)
    if own is None:
        return
    yield sheet.plant("id of another entity", *own.span(1), another(list(known.kinds), own[1], "") or "")
    yield from _entity(sheet, own[1], known)
    entries = list(records(sheet))
    for entry in entries:
        yield sheet.plant("slug used twice", entry.end, entry.end, entry.text)
        copy = entry.text.replace(entry.slug, f"{entry.slug}-too", 1)
        yield sheet.plant("statement entered twice", entry.end, entry.end, copy)
    for match in _FIELD.finditer(sheet.text):
        yield sheet.plant("field misspelt", *match.span(1), _SPELLING.get(match[1], f"{match[1]}x"))
    for match in list(re.finditer(r"^ {4}evidence:$", sheet.text, re.MULTILINE))[:1]:
        yield sheet.plant("YAML that is not allowed", match.end(), match.end(), " &all")
        yield sheet.plant("YAML that cannot be read", match.start(), match.start(), " ")
    yield from _judgements(sheet, {entry.slug: entry.states for entry in entries})


def _entity(sheet: Sheet, own: str, known: Known) -> Iterator[Planted]:
    kind = _KIND.search(sheet.text)
    if kind:
        yield sheet.plant("unknown kind", kind.end(1), kind.end(1), "x")
    for match in _ALSO.finditer(sheet.text):
        other = another([id for id, names in known.forms.items() if names], own, own)
        if other:
            yield sheet.plant("name of another entity", match.end(), match.end(), f"{known.forms[other][0]}, ")
    for match in _PART.finditer(sheet.text):
        yield sheet.plant("part of itself", *match.span(1), own)


def _judgements(sheet: Sheet, properties: dict[str, str]) -> Iterator[Planted]:
    """A judgement missing where two statements give one property two values; one without its reason, or of nothing."""
    whole = _JUDGEMENTS.search(sheet.text)
    found = list(_JUDGEMENT.finditer(sheet.text, *whole.span(1))) if whole else []
    for match in found:
        judged = [slug for fields in _JUDGED.findall(match[0]) for slug in fields.split(", ")]
        stated = {properties.get(slug, slug) for slug in judged}
        if len(stated) == 1 and not stated & _TOLD:
            start = whole.start() if whole and len(found) == 1 else match.start()
            yield sheet.plant("judgement missing", start, match.end(), "")
        for reason in _REASON.finditer(sheet.text, *match.span()):
            yield sheet.plant("reason of a judgement missing", *reason.span(), "")
        for slug in _JUDGED.finditer(sheet.text, *match.span()):
            end = slug.start(1) + len(slug[1].split(", ")[0])
            yield sheet.plant("judgement of an unknown statement", end, end, "x")
