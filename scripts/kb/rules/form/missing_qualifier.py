"""A statement has the fields that its property requires."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Property, Statement

TIMES = ("on", "from", "until", "through", "as-of")


def check(statement: Statement, properties: Mapping[str, Property]) -> Iterator[Finding]:
    """A statement has the fields that its property requires."""
    declared = properties.get(statement.property)
    if declared is None:
        return
    for field in declared.required:
        if not any(name in statement.marks for name in (TIMES if field == "time" else (field,))):
            yield impossible(
                statement.mark,
                f"{statement.property!r} has no {field!r}, which it requires",
                f"add `{'on' if field == 'time' else field}:` as precise as the source is, "
                "or state what the source says by another property",
                compare=(declared.mark,),
                statement=statement.id,
                seen=(field,),
            )
