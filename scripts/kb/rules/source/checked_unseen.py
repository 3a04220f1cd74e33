"""A check date is a day on which one of the sources was seen."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import Source, Statement


def check(statement: Statement, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """A check date is a day on which one of the sources was seen."""
    if statement.checked is None:
        return
    resting = [sources[e.by] for e in statement.evidence if e.by in sources]
    seen = {source.fields["urldate"]: source for source in resting if "urldate" in source.fields}
    if seen and str(statement.checked) not in seen:
        yield impossible(
            statement.marks.get("checked", statement.mark),
            f"checked {statement.checked}, against {', '.join(sorted(seen))}, when its sources were seen",
            "look again, and enter that day both here and as `urldate` of the source that says it still holds",
            compare=tuple(source.marks["urldate"] for source in seen.values()),
            statement=statement.id,
            seen=(str(statement.checked), *sorted(seen)),
        )
