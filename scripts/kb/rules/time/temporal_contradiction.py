"""Dates, durations and order words can all be true together."""

from collections.abc import Iterator, Sequence

from kb.core.finding import Finding, impossible, missing
from kb.core.mark import Mark
from kb.core.model import Ledger
from kb.network.contradictions import Contradiction, telling, told


def check(ledger: Ledger, contradictions: Sequence[Contradiction]) -> Iterator[Finding]:
    """Dates, durations and order words can all be true together."""
    for found in contradictions:
        blamed = ledger.statements[found.blamed]
        if not found.chain:
            text = "too much in dispute hangs together here to try every reading of dates and order"
            yield missing(blamed.mark, text, "follow one of the statements in dispute", statement=blamed.id)
            continue
        clauses = "; ".join(told(ledger, constraint) for constraint in telling(found.chain))
        mark, *compare = _marks(ledger, found)
        yield impossible(
            mark,
            f"these cannot all be so, by {found.days:,} {'day' if found.days == 1 else 'days'}: {clauses}",
            "compare each date and order word with its source; if sources differ, write two statements and a judgement",
            compare=tuple(compare),
            statement=blamed.id,
            seen=tuple(f"{constraint.by} {constraint.says}".strip() for constraint in telling(found.chain)),
        )


def _marks(ledger: Ledger, found: Contradiction) -> list[Mark]:
    """Where the chain was written: what is most likely wrong first, and of each statement the date before the order."""
    said = [(constraint.by, constraint.field) for constraint in found.chain if constraint.by and constraint.field]
    said.sort(key=lambda each: (each[0] != found.blamed, "." in each[1]))
    places = [ledger.statements[id].marks.get(field, ledger.statements[id].mark) for id, field in said]
    return list(dict.fromkeys(places)) or [ledger.statements[found.blamed].mark]
