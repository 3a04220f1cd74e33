"""A count says of what in one of the nouns that its property knows."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Count, Property, Statement


def check(statement: Statement, properties: Mapping[str, Property]) -> Iterator[Finding]:
    """A count says of what in one of the nouns that its property knows."""
    declared = properties.get(statement.property)
    if declared is None or not declared.unit or not isinstance(statement.value, Count):
        return
    if not set(statement.value.of) & set(declared.unit):
        yield impossible(
            statement.marks.get("value", statement.mark),
            f"{statement.property!r} counts {', '.join(statement.value.of)}, against {', '.join(declared.unit)}",
            "name the unit that the source counts in; what is no such count belongs to another property",
            compare=(declared.mark,),
            statement=statement.id,
            seen=statement.value.of,
        )
