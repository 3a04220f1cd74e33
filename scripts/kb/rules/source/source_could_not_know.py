"""No source tells of a day that came after it, unless it tells of a plan."""

from collections.abc import Iterator, Mapping

from kb.core.derive import told_on
from kb.core.finding import Finding, doubtful, impossible
from kb.core.interval import before
from kb.core.model import Property, Source, Statement
from kb.core.published import known_until
from kb.core.truth import Truth

FORETELLING = ("calls", "doubts", "expects", "warns")
"""What an author does who speaks of what is yet to come."""
HELP = (
    "compare both dates; if the source announced it, write `planned: true` or add one that tells of it after; "
    "a page that is kept up to date has `x-living = {yes}` in its entry"
)


def check(statement: Statement, properties: Mapping[str, Property], sources: Mapping[str, Source]) -> Iterator[Finding]:
    """No source tells of a day that came after it, unless it tells of a plan."""
    field, day = told_on(statement)  # ends are not looked at: a term is set before it runs out
    declared = properties.get(statement.property)
    resting = {e.by: sources[e.by] for e in statement.evidence if e.by in sources}
    if day is None or not resting or (declared and declared.future) or statement.stance in FORETELLING:
        return
    known = {key: known_until(source) for key, source in resting.items()}
    told = ", ".join(f"{key} ({last})" for key, last in known.items() if last)
    if statement.planned:
        if any(last and before(day, last) is Truth.SURELY for last in known.values()):
            yield impossible(
                statement.marks.get("planned", statement.mark),
                f"planned for {day}, but told of after it: {told}",
                "remove `planned`, or move the later source to a statement of what happened",
                statement=statement.id,
                seen=(str(day), *known),
            )
    elif all(last and last.latest < day.earliest for last in known.values()):
        surely = all(last and before(last, day) is Truth.SURELY for last in known.values())
        yield (impossible if surely else doubtful)(
            statement.marks.get(field, statement.mark),
            f"dated {day}, after all its sources: {told}",
            HELP,
            compare=tuple(source.marks.get("date", source.mark) for source in resting.values()),
            statement=statement.id,
            seen=(str(day), *(f"{key} {last}" for key, last in known.items())),
        )
