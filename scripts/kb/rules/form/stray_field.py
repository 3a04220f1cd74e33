"""A statement has no field that says nothing of it."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Property, Statement

ENDS = ("from", "until", "through")


def check(statement: Statement, properties: Mapping[str, Property]) -> Iterator[Finding]:
    """A statement has no field that says nothing of it."""
    declared = properties.get(statement.property)
    for field, why in _stray(statement, declared):
        yield impossible(
            statement.marks[field],
            f"{field!r} says nothing here: {why}",
            "leave the field out, or state what the source says by another property",
            compare=(declared.mark,) if declared else (),
            statement=statement.id,
            seen=(field,),
        )


def _stray(statement: Statement, declared: Property | None) -> Iterator[tuple[str, str]]:
    marks, property = statement.marks, statement.property
    if "checked" in marks and statement.open_end != "ongoing":
        yield "checked", "only what is `until: ongoing` is checked again"
    if "complete" in marks and not statement.who and not isinstance(statement.value, tuple):
        yield "complete", "there is no set that could leave anybody out"
    if declared is None:
        return
    if "as" in marks and "as" not in declared.qualifiers:
        yield "as", f"{property!r} knows no capacities"
    if declared.time != "interval":
        yield from ((field, f"{property!r} is of one day") for field in ENDS if field in marks)
    if "on" in marks and declared.time == "value":
        yield "on", f"the value of {property!r} is its day"
    elif "on" in marks and any(field in marks for field in ENDS):
        yield "on", "from when to when is said beside it"
