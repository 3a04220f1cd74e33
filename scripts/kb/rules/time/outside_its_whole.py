"""A post is held, and a session meets, while the body they belong to exists."""

from collections.abc import Iterator

from kb.core.dates import Date
from kb.core.derive import existence, interval, overruled, stated
from kb.core.finding import Finding, doubtful, impossible
from kb.core.interval import Days, Interval
from kb.core.model import Ledger, Statement
from kb.core.truth import Truth


def check(statement: Statement, ledger: Ledger) -> Iterator[Finding]:
    """A post is held, and a session meets, while the body they belong to exists."""
    declared = ledger.properties.get(statement.property)
    entity = ledger.entities.get(statement.subject)
    if declared is None or entity is None or not declared.within or overruled(ledger, statement):
        return
    for whole in entity.part_of:
        for when, field, words, edge, surely in _faults(statement, whole, ledger):
            report = impossible if surely is Truth.SURELY else doubtful
            yield report(
                statement.marks.get(field, statement.marks.get("until", statement.mark)),
                f"{statement.property} {when}, {words} {edge}, and {entity.id} is part of it",
                "compare both dates with their sources; if it belonged to a predecessor, say so with `part-of`",
                compare=(ledger.entities[whole].mark,),
                statement=statement.id,
                seen=(whole, str(when), str(edge)),
            )


def _faults(statement: Statement, whole: str, ledger: Ledger) -> Iterator[tuple[Date, str, str, Date, Truth]]:
    begun, ended = existence(ledger, whole)
    value = statement.value if isinstance(statement.value, Date) else None
    first, last = (value, value) if value else stated(statement)
    held = Interval.on(Days.of(value)) if value else interval(statement)
    if first and begun and first.latest < begun.earliest:
        surely = held.begin.before(Days.of(begun))
        yield first, "value" if value else "from", f"before {whole} begins", begun, surely
    lost = 1 if last and last is statement.until else 0
    if last and ended and last.earliest.toordinal() - lost > ended.latest.toordinal():
        surely = Days.of(ended).before(held.end)
        yield last, "value" if value else "through", f"after {whole} ended", ended, surely
