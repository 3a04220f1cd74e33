"""No two entities have one external identifier."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Entity


def check(entities: Mapping[str, Entity]) -> Iterator[Finding]:
    """No two entities have one external identifier."""
    first: dict[tuple[str, str], Entity] = {}
    for entity in entities.values():
        for name, value in entity.ids.items():
            other = first.setdefault((name, value), entity)
            if other is not entity:
                yield impossible(
                    entity.marks.get("ids", entity.mark),
                    f"{entity.id} and {other.id} are both {value} at {name}",
                    "look the identifier up: one of them has another, or both are one entity",
                    compare=(other.marks.get("ids", other.mark),),
                    seen=(name, value, other.id),
                )
