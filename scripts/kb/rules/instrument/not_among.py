"""Who ratifies is among those who signed or belong."""

from collections.abc import Iterator

from kb.core.derive import overruled
from kb.core.finding import Finding, doubtful
from kb.core.model import Ledger, Statement


def check(statement: Statement, ledger: Ledger) -> Iterator[Finding]:
    """Who ratifies is among those who signed or belong."""
    declared = ledger.properties.get(statement.property)
    if declared is None or not declared.among or overruled(ledger, statement):
        return
    those = [s for s in ledger.entities[statement.subject].statements if s.property in declared.among]
    kept = [s for s in those if not overruled(ledger, s)]
    known = {id for s in kept for id in (*s.who, *(s.value if isinstance(s.value, tuple) else ()))}
    if not any(s.complete for s in kept):
        return
    for n, id in enumerate(statement.who):
        if id not in known:
            yield doubtful(
                statement.marks.get(f"who.{n}", statement.mark),
                f"{id} has {statement.property!r} here, and is not among {', '.join(sorted(known))}",
                "compare the names with the source; who acceded is stated as a member first",
                compare=tuple(s.mark for s in kept),
                statement=statement.id,
                seen=(id, *sorted(known)),
            )
