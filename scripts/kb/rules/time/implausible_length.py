"""Nothing lasts, or comes after what it follows, longer than its declaration expects."""

from collections.abc import Iterator

from kb.core.dates import Date
from kb.core.derive import overruled, stated
from kb.core.finding import Finding, doubtful
from kb.core.interval import Days
from kb.core.lengths import DAYS
from kb.core.model import Ledger, Property, Statement


def check(statement: Statement, ledger: Ledger) -> Iterator[Finding]:
    """Nothing lasts, or comes after what it follows, longer than its declaration expects."""
    declared = ledger.properties.get(statement.property)
    if declared is None or declared.longest is None or overruled(ledger, statement):
        return
    first, last, what, field = _ends(statement, declared, ledger)
    if first is None or last is None:
        return
    years = (Days.of(last).first - Days.of(first).last) / DAYS["year"]
    if years <= declared.longest:
        return
    yield doubtful(
        statement.marks.get(field, statement.mark),
        f"{last} is {years:.0f} years after {what}, {first}, against at most {declared.longest} for {declared.name!r}",
        "look for a slip in one of the two years; if both are right, raise `longest` in the schema",
        compare=(declared.mark,),
        statement=statement.id,
        seen=(str(first), str(last)),
    )


def _ends(statement: Statement, declared: Property, ledger: Ledger) -> tuple[Date | None, Date | None, str, str]:
    """What is measured: an interval, or the way from the latest thing that must come first."""
    if not isinstance(statement.value, Date):
        field = "through" if statement.through else "until"
        return (*stated(statement), "its first day", field)
    entity = ledger.entities[statement.subject]
    before = [
        (other.value, other.property)
        for other in entity.statements
        if other.property in declared.not_before and isinstance(other.value, Date) and not overruled(ledger, other)
    ]
    if not before:
        return None, None, "", "value"
    first, property = max(before, key=lambda each: each[0].latest)
    return first, statement.value, f"it was {property}", "value"
