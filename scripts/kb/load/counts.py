"""Reads a bounded number of the ledger: ``{n: 6, of: [members], bound: over}``, ``{n: 500, to: 600, of: [troops]}``."""

from __future__ import annotations

import re

from kb.core.model import Count
from kb.core.numbers import BETWEEN, BOUNDS
from kb.load.fields import Fields, shortened
from kb.load.strays import odd_names
from kb.load.yaml_marks import Located

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII)  # what a float can tell apart


def counts(fields: Fields, name: str) -> tuple[Count, ...]:
    """A count or a list of counts."""
    return fields.each(name, name, lambda found, label: count(fields, found, label))


def count(fields: Fields, found: Located, name: str) -> Count | None:
    """The count of a located value."""
    inner = Fields(found, fields.faults, name)
    if not isinstance(found.value, dict):
        return None
    n, of = inner.text("n", required=True), inner.texts("of")
    fields.marks[f"{name}.n"] = inner.marks.get("n", found.mark)
    bound, to = bounded(inner)
    inner.close()
    if not of:
        inner.fault(found.mark, f"{name!r} does not say of what", "add `of: [members]`, the nouns prose may use")
    numbers = [_number(inner, field, text) for field, text in (("n", n), ("to", to)) if text is not None]
    if None in numbers or n is None or not of:
        return None
    low, high = float(n), None if to is None else float(to)
    return Count(low, of, bound, high) if is_rising(inner, low, high) else None


def _number(inner: Fields, field: str, text: str) -> float | None:
    if _NUMBER.fullmatch(text):
        return float(text)
    told = f"{shortened(text)} is not a number of at most 15 digits{odd_names(text)}"
    inner.fault(inner.marks[field], told, f"write digits only, such as `{field}: 17000`")
    return None


def bounded(inner: Fields) -> tuple[str, str | None]:
    """Its bound, and the second number where it lies between two."""
    bound, to = inner.text("bound"), inner.text("to")
    if bound is not None and bound not in BOUNDS:
        help = "write both numbers, `n: 500, to: 600`" if bound == BETWEEN else f"write one of {', '.join(BOUNDS)}"
        inner.fault(inner.marks["bound"], f"{bound!r} is no bound", help)
        bound = None
    if to is not None and bound is not None:
        inner.fault(inner.marks["bound"], f"{bound!r} stands beside `to`", "with `to` it is between two; leave it out")
    return bound or "exactly" if to is None else BETWEEN, to


def is_rising(inner: Fields, low: float, high: float | None) -> bool:
    """Is the second number the larger one, if there is one?"""
    if high is None or low < high:
        return True
    inner.fault(inner.marks["to"], f"between {low:,g} and {high:,g} lies nothing", "write the smaller number as `n`")
    return False
