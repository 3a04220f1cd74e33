"""A field with a closed list of values has one of them."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Property, Statement
from kb.core.nearest import did_you_mean


def check(statement: Statement, properties: Mapping[str, Property]) -> Iterator[Finding]:
    """A field with a closed list of values has one of them."""
    declared = properties.get(statement.property)
    if declared is None:
        return
    written = {"as": statement.as_, "number": statement.number}
    for field, allowed in declared.enum.items():
        value = written.get(field)
        if value is not None and value not in allowed:
            yield impossible(
                statement.marks.get(field, statement.mark),
                f"{field!r} is {value!r}, against {', '.join(allowed)} for {statement.property!r}",
                did_you_mean(value, allowed) or "write one of the list, or add to it in the schema",
                compare=(declared.mark,),
                statement=statement.id,
                seen=(value,),
            )
