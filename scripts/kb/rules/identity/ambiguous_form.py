"""A form of a name points to one entity only."""

from collections.abc import Iterator, Mapping

from kb.annotate.entities import spellings
from kb.core.finding import Finding, impossible
from kb.core.model import Entity


def check(entities: Mapping[str, Entity]) -> Iterator[Finding]:
    """A form of a name points to one entity only."""
    first: dict[str, Entity] = {}
    for entity in entities.values():
        for form in filter(str.strip, spellings(entity)):
            other = first.setdefault(form[0].upper() + form[1:], entity)
            if other is not entity:
                number = entity.also.index(form) if form in entity.also else None
                yield impossible(
                    entity.marks.get("names" if number is None else f"also.{number}", entity.mark),
                    f"{form!r} names both {other.id} and {entity.id}",
                    "keep the form where a reader would look first, and lengthen the other by what tells them apart",
                    compare=(other.mark,),
                    seen=(form, other.id),
                )
