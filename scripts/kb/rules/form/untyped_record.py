"""What a text tells happened is said in fields too, or why no event fits."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, doubtful
from kb.core.model import EventType, Property, Statement


def check(
    statement: Statement, properties: Mapping[str, Property], events: Mapping[str, EventType]
) -> Iterator[Finding]:
    """What a text tells happened is said in fields too, or why no event fits."""
    declared = properties.get(statement.property)
    if not events or declared is None or declared.tells != "event" or not isinstance(statement.value, str):
        return
    typed = {"event", "free"} & statement.marks.keys()
    if not typed:
        yield doubtful(
            statement.marks.get("value", statement.mark),
            f"{statement.property!r} tells in words alone what happened",
            "add `event:` with who did it, of what and to whom (`agent`, `theme`, `to`), or `free:` with the reason "
            "why none of facts/schema/events.yaml fits",
            compare=(declared.mark,),
            statement=statement.id,
            seen=(statement.value,),
        )
