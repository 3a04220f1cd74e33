"""Nothing stands in a relation to itself."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.mark import Mark
from kb.core.model import Entity


def check(entity: Entity) -> Iterator[Finding]:
    """Nothing stands in a relation to itself."""
    for mark, text, about in _loops(entity):
        help = "name the other one that is meant; an id that was copied with its neighbours is the usual cause"
        yield impossible(mark, text, help, statement=about, seen=(about or entity.id,))


def _loops(entity: Entity) -> Iterator[tuple[Mark, str, str | None]]:
    marks, id = entity.marks, entity.id
    if id in entity.part_of:
        yield marks.get(f"part-of.{entity.part_of.index(id)}", entity.mark), f"{id} is part of itself", None
    if entity.stands_for == entity.id:
        yield marks.get("stands-for", entity.mark), f"{entity.id} stands for itself", None
    for statement in entity.statements:
        value, marks = statement.value, statement.marks
        if isinstance(value, tuple) and entity.id in value:
            mark = marks.get(f"value.{value.index(entity.id)}", statement.mark)
            yield mark, f"{statement.property} of {entity.id} is {entity.id} itself", statement.id
        if statement.superseded_by in (statement.id, statement.slug):
            yield marks.get("superseded-by", statement.mark), f"{statement.id} supersedes itself", statement.id
    for judgement in entity.judgements:
        twice = next((id for n, id in enumerate(judgement.statements) if id in judgement.statements[:n]), None)
        if twice:
            yield judgement.mark, f"{twice} is judged against itself", None
