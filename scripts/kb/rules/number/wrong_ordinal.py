"""What is counted through, such as the sessions of a council, is counted in the order of its days."""

from collections.abc import Iterator

from kb.core.dates import Date
from kb.core.derive import overruled
from kb.core.finding import Finding, doubtful, impossible
from kb.core.interval import before
from kb.core.model import Ledger, Statement
from kb.core.truth import Truth

Series = dict[tuple[str, ...], list[tuple[Date, int, Statement]]]


def check(ledger: Ledger) -> Iterator[Finding]:
    """What is counted through, such as the sessions of a council, is counted in the order of its days."""
    for them in _series(ledger).values():
        them.sort(key=lambda each: (each[0].latest, each[0].earliest, each[1]))
        highest = them[0]
        for later, next_number, other in them[1:]:
            day, number, one = highest
            highest = max(highest, (later, next_number, other), key=lambda each: each[1])
            if number < next_number or day.latest >= later.earliest or one.subject == other.subject:
                continue
            report = impossible if before(day, later) is Truth.SURELY else doubtful
            yield report(
                other.marks.get("ordinal", other.mark),
                f"number {next_number} on {later}, after number {number} on {day} ({one.subject})",
                "compare both numbers and both days with their sources; who counts otherwise is recorded in words",
                compare=(one.marks.get("ordinal", one.mark),),
                statement=other.id,
                seen=(f"{number} {day}", f"{next_number} {later}"),
            )


def _series(ledger: Ledger) -> Series:
    """The numbered subjects of one whole and kind, each with its day."""
    series: Series = {}
    for entity in ledger.entities.values():
        for statement in entity.statements:
            declared = ledger.properties.get(statement.property)
            if not declared or not declared.numbered or statement.ordinal is None or overruled(ledger, statement):
                continue
            if isinstance(statement.value, Date) and entity.part_of:
                key = (statement.property, entity.kind, *sorted(entity.part_of))
                series.setdefault(key, []).append((statement.value, statement.ordinal, statement))
    return series
