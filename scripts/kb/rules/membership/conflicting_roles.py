"""Nobody is at one time what excludes the other, such as member and observer."""

from collections.abc import Iterator
from datetime import date

from kb.core.derive import interval, overruled
from kb.core.finding import Finding, impossible
from kb.core.interval import BEFORE_ALL, Interval
from kb.core.model import Entity, Ledger
from kb.core.truth import Truth


def check(entity: Entity, ledger: Ledger) -> Iterator[Finding]:
    """Nobody is at one time what excludes the other, such as member and observer."""
    those = [(s, s.value) for s in entity.statements if isinstance(s.value, tuple) and not overruled(ledger, s)]
    for n, (statement, value) in enumerate(those):
        declared = ledger.properties.get(statement.property)
        excluded = declared.conflicts_with if declared else ()
        for other, its_value in those[:n] if excluded else ():
            both = sorted(set(value) & set(its_value)) if other.property in excluded else []
            mine, its = (interval(each, ledger.today) for each in (statement, other))
            if both and mine.overlaps(its) is Truth.SURELY:
                yield impossible(
                    statement.marks.get("value", statement.mark),
                    f"{', '.join(both)} is both {statement.property} and {other.property} of {entity.id}"
                    f"{_on(mine, its)}",
                    "compare the days on which one ended and the other began; if sources differ, add a judgement",
                    compare=(other.marks.get("value", other.mark),),
                    statement=statement.id,
                    seen=(statement.id, other.id, *both),
                )


def _on(one: Interval, other: Interval) -> str:
    day = max(one.begin.last, other.begin.last)
    return "" if day == BEFORE_ALL else f" on {date.fromordinal(day)}"
