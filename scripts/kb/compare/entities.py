"""What has become of the entities: gone, added, called or placed otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.compare.change import NOTHING, FactChange
from kb.compare.fields import FieldSaid, difference
from kb.compare.sides import Sides
from kb.compare.wording import worded
from kb.core.model import Entity

POWERFUL = ("kind", "stands-for")
"""Fields by which rules decide what is asked of an entity: a change of theirs is one of value."""


def entities(sides: Sides) -> Iterator[FactChange]:
    """Every change of an entity but for its statements and judgements."""
    for old, new in sides.entities:
        if old and not new:
            yield FactChange("entity gone", (old.id,), (old.id,), (), old.label, NOTHING)
        elif new and not old:
            yield FactChange("entity added", (new.id,), (new.id,), (), NOTHING, new.label)
        elif old and new:
            yield from _changed(old, new)


def _changed(old: Entity, new: Entity) -> Iterator[FactChange]:
    before, after = _fields(old), _fields(new)
    for place, name in enumerate(dict.fromkeys((*before, *after))):
        differs = difference(name, before.get(name), after.get(name))
        if differs:
            kind = "value changed" if name in POWERFUL else "name changed"
            yield FactChange(kind, (new.id, differs.text), (new.id, place), (), differs.old, differs.new)


def _fields(entity: Entity) -> Mapping[str, FieldSaid]:
    """What an entity is called and where it belongs, by field; of names the first is the label, so order counts."""
    found: dict[str, list[str]] = {}
    for each in entity.names:
        found.setdefault(each.language, []).append(worded(each.text))
    names = {language: FieldSaid(language, (", ".join(texts),), (tuple(texts),)) for language, texts in found.items()}
    single = {"kind": entity.kind, "stands-for": entity.stands_for, "short": entity.short}
    ids = {f"ids {name}": text for name, text in sorted(entity.ids.items())}
    ones = {name: FieldSaid(name, (worded(text),), (worded(text),)) for name, text in (single | ids).items() if text}
    many = {"also": entity.also, "part-of": entity.part_of}
    sets = {name: _set(name, texts) for name, texts in many.items() if texts}
    return names | ones | sets


def _set(name: str, texts: tuple[str, ...]) -> FieldSaid:
    members = tuple(map(worded, texts))
    return FieldSaid(name, members, members, is_set=True)
