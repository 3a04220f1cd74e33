"""Between two holders of a post there is no day without one."""

from collections.abc import Iterator
from datetime import date

from kb.core.derive import interval, overruled
from kb.core.finding import Finding, missing
from kb.core.model import Entity, Ledger, Statement


def check(entity: Entity, ledger: Ledger) -> Iterator[Finding]:
    """Between two holders of a post there is no day without one."""
    by_property: dict[str, list[Statement]] = {}
    for statement in entity.statements:
        declared = ledger.properties.get(statement.property)
        if declared and declared.tiles and statement.from_ and not overruled(ledger, statement):
            by_property.setdefault(statement.property, []).append(statement)
    for name, them in by_property.items():
        gaps = list(_gaps(them, ledger.today))
        if gaps:
            after = gaps[0][2]
            yield missing(
                after.marks.get("from", after.mark) if after is not them[-1] or len(gaps) > 1 else after.mark,
                f"{entity.id} has no {name!r} {', nor '.join(f'from {a} to {b}' for a, b, _ in gaps)}",
                "look up who held or acted; if it stood vacant, record that with its source",
                statement=after.id,
                seen=tuple(f"{a}/{b}" for a, b, _ in gaps),
            )


def _gaps(them: list[Statement], today: date) -> Iterator[tuple[date, date, Statement]]:
    """First and last day of each gap that surely is one, and the statement after it; the last one reaches to today."""
    held = sorted(((interval(statement), statement) for statement in them), key=lambda each: each[0].begin.first)
    reach = held[0][0].end.last
    for days, statement in held:
        if days.begin.first > reach + 1:
            yield date.fromordinal(reach + 1), date.fromordinal(days.begin.first - 1), statement
        reach = max(reach, days.end.last)
    if reach < today.toordinal():
        yield date.fromordinal(reach + 1), today, held[-1][1]
