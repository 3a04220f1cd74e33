"""Reads the order words of a statement: after, before, during, later, earlier, within, lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.core.model.order import SIDES, UNITS, Length, Order
from kb.core.nearest import did_you_mean
from kb.load.counts import bounded, is_rising
from kb.load.fields import Fields
from kb.load.yaml_marks import Located

PLAIN, APART = ("after", "before", "during"), ("later", "earlier")
ORDER = frozenset((*PLAIN, *APART, "within", "lasts"))
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,6})?", re.ASCII)


def orders(fields: Fields) -> tuple[Order, ...]:
    """Every order word of a statement, in the order of this list."""
    return tuple(_orders(fields))


def _orders(fields: Fields) -> Iterator[Order]:
    for name in PLAIN:
        yield from _each(fields, name)
    for name in (*APART, "within", "lasts"):
        found = fields.raw(name)
        for number, item in enumerate(found.list if found else ()):
            made = _apart(fields, name, f"{name}.{number}", item)
            if made:
                yield made


def _each(fields: Fields, name: str) -> Iterator[Order]:
    found = fields.raw(name)
    for number, item in enumerate(found.list if found else ()):
        label = f"{name}.{number}"
        fields.marks[label] = item.mark
        if not isinstance(item.value, dict):
            than = fields.as_text(item, name)
            side = None
        else:
            inner = Fields(item, fields.faults, f"{name!r}")
            than, side = inner.text("than", required=True), _side(inner)
            fields.marks[label] = inner.marks.get("than", item.mark)
            inner.close()
        if than:
            yield Order(name, label, fields.marks[label], than, None, side)


def _apart(fields: Fields, name: str, label: str, item: Located) -> Order | None:
    """A mapping with a length: ``{n: 10, of: years, than: id}``, ``{n: 3, of: weeks, after: id}``."""
    before = len(fields.faults)
    inner = Fields(item, fields.faults, f"{name!r}")
    if not isinstance(item.value, dict):
        return None
    length = _length(inner, has_bound=name != "within")
    way, than = _pointed(inner, name)
    side = None if name == "lasts" else _side(inner)
    inner.close()
    fields.marks |= {label: inner.marks.get(way, item.mark), f"{label}.n": inner.marks.get("n", item.mark)}
    if length is None or len(fields.faults) > before:
        return None
    relation = f"within-{way}" if name == "within" else name
    return Order(relation, label, fields.marks[label], than or "", length, side)


def _pointed(inner: Fields, name: str) -> tuple[str, str | None]:
    """By which word it points, and at what."""
    if name == "lasts":
        return "n", None
    if name in APART:
        return "than", inner.text("than", required=True)
    both = {way: inner.text(way) for way in ("after", "before")}
    given = [way for way, than in both.items() if than]
    if len(given) != 1:
        text = f"'within' has {'both' if given else 'neither'} 'after' and 'before'"
        inner.fault(inner.located.mark, text, "write `within: {n: 3, of: weeks, after: id}`, or `before`")
        return "after", None
    return given[0], both[given[0]]


def _side(inner: Fields) -> str | None:
    side = inner.text("side")
    if side and side not in SIDES:
        inner.fault(inner.marks["side"], f"{side!r} is no side", f"write one of {', '.join(SIDES)}")
        return None
    return side


def _length(inner: Fields, has_bound: bool) -> Length | None:
    n, unit = inner.text("n", required=True), inner.text("of", required=True)
    bound, to = bounded(inner) if has_bound else ("exactly", None)
    if unit and unit not in UNITS:
        help = did_you_mean(unit, UNITS) or "write days, weeks, months, years or decades"
        inner.fault(inner.marks["of"], f"{unit!r} is no unit of time", help)
        return None
    for field, text in (("n", n), ("to", to)):
        if text and not (_NUMBER.fullmatch(text) and float(text)):
            help = f"write digits only, such as `{field}: 10`"
            inner.fault(inner.marks[field], f"{text!r} is not a number above 0", help)
            return None
    if not n or not unit or not is_rising(inner, float(n), float(to) if to else None):
        return None
    return Length(float(n), UNITS[unit], bound, float(to) if to else None)
