"""A count and the set beside it that leaves nobody out are of one size."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Count, Property, Statement


def check(statement: Statement, properties: Mapping[str, Property]) -> Iterator[Finding]:
    """A count and the set beside it that leaves nobody out are of one size."""
    count, size = statement.value, len(statement.who)
    declared = properties.get(statement.property)
    if declared is None or declared.adds_up:  # heads are counted, and the set is of those who send them
        return
    if not isinstance(count, Count) or not statement.complete or not statement.who:
        return
    if size not in count.numbers:
        yield impossible(
            statement.marks.get("value", statement.mark),
            f"{count}, against {size} that are listed: {', '.join(statement.who)}",
            "compare both with the source; if it lists only some, leave `complete` out",
            compare=(statement.marks.get("who", statement.mark),),
            statement=statement.id,
            seen=(str(count), *statement.who),
        )
