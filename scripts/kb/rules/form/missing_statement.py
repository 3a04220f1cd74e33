"""What cannot be without another statement has it, such as entry into force without a signature."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, doubtful
from kb.core.model import Entity, Property


def check(entity: Entity, properties: Mapping[str, Property]) -> Iterator[Finding]:
    """What cannot be without another statement has it, such as entry into force without a signature."""
    has = {statement.property for statement in entity.statements} | ({"part-of"} if entity.part_of else set())
    told = set()
    for statement in entity.statements:
        declared = properties.get(statement.property)
        if declared is None or not declared.needs or has & set(declared.needs) or declared.needs in told:
            continue
        told.add(declared.needs)
        yield doubtful(
            statement.mark,
            f"{entity.id} has {statement.property!r} and no {' or '.join(declared.needs)}, without which it cannot be",
            "state what came first, with its source; if none was seen, state what you know by `records`",
            compare=(declared.mark,),
            statement=statement.id,
            seen=(entity.id, statement.property),
        )
