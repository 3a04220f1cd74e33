"""What has become of the statements and claims: gone, renamed, replaced, changed, withdrawn, added."""

from __future__ import annotations

from collections.abc import Iterator

from kb.compare.change import NOTHING, Alike, FactChange
from kb.compare.evidence import evidence
from kb.compare.fields import content, differing, told
from kb.compare.rivals import origins_of
from kb.compare.sides import Sides
from kb.core.model import Statement


def statements(sides: Sides) -> Iterator[FactChange]:
    """Every change of a statement or a claim, and of what it rests on."""
    yield from _gone(sides)
    replaced = dict(_replaced(sides))
    yield from (_replacement(old, new) for old, new in replaced.items())
    twins = {new for old, new in replaced.items() if _is_twin(sides, old, new)}
    known = {*sides.renamed.values(), *twins}
    for id, statement in sides.come.items():
        if id not in known:
            text = told(statement)
            yield FactChange("statement added", (id, text), (id,), (id,), NOTHING, text)
    for old, new in sides.statements:
        yield from _on_one(sides, old, new)
        if old == new and not sides.renamed and not sides.sources:
            continue
        yield from _changed(sides, old, new, new.id in replaced)
        yield from evidence(old, new, sides.sources)
        yield from _withdrawn(old, new)


def _gone(sides: Sides) -> Iterator[FactChange]:
    for id, statement in sides.gone.items():
        new = sides.renamed.get(id)
        if new:
            yield FactChange("id changed", (f"{id} → {new}",), (id,), (id, new), id, new)
        else:
            text = told(statement)
            yield FactChange("statement gone", (id, text), (id,), (id,), text, NOTHING)


def _replaced(sides: Sides) -> Iterator[tuple[str, str]]:
    """The statements that say now by which they are replaced."""
    for old, new in sides.statements:
        newer = sides.ids[1].whole(new.superseded_by, new.subject) if new.superseded_by else ""
        if newer in sides.new.statements and not old.superseded_by:
            yield new.id, newer


def _replacement(old: str, new: str) -> FactChange:
    return FactChange("statement replaced", (f"{old} → {new}",), (old,), (old, new), old, new)


def _is_twin(sides: Sides, old: str, new: str) -> bool:
    """Is the newer statement the very same as the one that it replaces, so that nothing is added?"""
    before, after = sides.old.statements[old], sides.new.statements[new]
    return content(before, sides.ids[0]) == content(after, sides.ids[1])


def _changed(sides: Sides, old: Statement, new: Statement, is_replaced: bool) -> Iterator[FactChange]:
    if old.is_claim != new.is_claim:
        one, other = _sort(old), _sort(new)
        yield _value(new, -1, f"record: {one} → {other}", one, other, ())
    for place, each in differing(old, new, *sides.ids):
        if each.name == "superseded-by" and is_replaced:
            continue
        had = ("field", each.name, each.old) if each.old != NOTHING else ()
        yield _value(new, place, each.text, each.old, each.new, had)


def _sort(statement: Statement) -> str:
    return "a claim" if statement.is_claim else "a statement"


def _value(new: Statement, place: int, text: str, one: str, other: str, had: tuple[str, ...]) -> FactChange:
    alike = Alike(new.property, text, had)
    order = (new.id, place, 0 if other == NOTHING else 1)
    return FactChange("value changed", (new.id, text), order, (new.id,), one, other, alike=alike)


def _withdrawn(old: Statement, new: Statement) -> Iterator[FactChange]:
    before, after = (each.withdrawn.reason if each.withdrawn else "" for each in (old, new))
    if after and after != before:
        yield FactChange("statement withdrawn", (new.id, after), (new.id,), (new.id,), before or NOTHING, after)
    elif before and not after:
        text = f"withdrawn: {before} → {NOTHING}"
        yield FactChange("value changed", (new.id, text), (new.id, 99), (new.id,), before, NOTHING)


def _on_one(sides: Sides, old: Statement, new: Statement) -> Iterator[FactChange]:
    after = origins_of(sides.new, new)
    if len(after) == 1 and len(origins_of(sides.old, old)) > 1:
        (key,) = after
        alike = Alike(new.property, key, ("sources",))
        yield FactChange("rests on one source", (new.id, key), (new.id,), (new.id,), alike=alike)
