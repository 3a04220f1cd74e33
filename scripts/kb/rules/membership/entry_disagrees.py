"""A founder is a member from the founding, a signatory from the signing."""

from collections.abc import Iterator

from kb.core.dates import Date
from kb.core.derive import overruled
from kb.core.finding import Finding, impossible
from kb.core.interval import overlap
from kb.core.model import Ledger, Statement
from kb.core.truth import Truth


def check(statement: Statement, ledger: Ledger) -> Iterator[Finding]:
    """A founder is a member from the founding, a signatory from the signing."""
    declared = ledger.properties.get(statement.property)
    start = declared.entry.get(statement.as_ or "") if declared else None
    if start is None or statement.from_ is None or overruled(ledger, statement):
        return
    dated = [
        (other.value, other)
        for other in ledger.entities[statement.subject].statements
        if other.property == start and isinstance(other.value, Date) and not overruled(ledger, other)
    ]
    if not dated or any(overlap(day, statement.from_) is not Truth.NEVER for day, _ in dated):
        return
    yield impossible(
        statement.marks.get("from", statement.mark),
        f"{statement.as_} from {statement.from_}, against {start} on {', '.join(str(day) for day, _ in dated)}",
        "compare both days with their sources; who came later is no " + str(statement.as_),
        compare=tuple(other.marks.get("value", other.mark) for _, other in dated),
        statement=statement.id,
        seen=(str(statement.from_), *(str(day) for day, _ in dated)),
    )
