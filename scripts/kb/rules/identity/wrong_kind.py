"""Subject and value of a statement are of the kinds its property is for."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Entity, Property, Statement


def check(statement: Statement, named: Mapping[str, Entity], properties: Mapping[str, Property]) -> Iterator[Finding]:
    """Subject and value of a statement are of the kinds its property is for."""
    declared = properties.get(statement.property)
    if declared is None:
        return
    values = statement.value if isinstance(statement.value, tuple) else ()
    those = [(statement.subject, declared.domain, statement.mark, "a subject")]
    for n, id in enumerate(values):
        those.append((id, declared.range, statement.marks.get(f"value.{n}", statement.mark), "a value"))
    for id, kinds, mark, what in those:
        entity = named.get(id)
        if entity is not None and entity.kind not in kinds:
            yield impossible(
                mark,
                f"{id!r} is of kind {entity.kind!r}, and {statement.property!r} takes as {what} {', '.join(kinds)}",
                "name the entity that is meant, or state it by another property",
                compare=(entity.mark, declared.mark),
                statement=statement.id,
                seen=(id,),
            )
