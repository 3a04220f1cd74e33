"""A stated list or number of members agrees with the roll of that day."""

from collections.abc import Iterator
from datetime import date

from kb.core.dates import Date
from kb.core.derive import Roll, has_roll, interval, overruled, roll, told_on
from kb.core.finding import Finding, impossible
from kb.core.interval import Days
from kb.core.mark import Mark
from kb.core.model import Count, Ledger, Statement


def check(statement: Statement, ledger: Ledger) -> Iterator[Finding]:
    """A stated list or number of members agrees with the roll of that day."""
    declared = ledger.properties.get(statement.property)
    if declared is None or declared.roll != "stated" or overruled(ledger, statement):
        return
    when = told_on(statement)[1]
    if when is None or not has_roll(ledger, statement.subject):
        return
    rolls = {day: roll(ledger, statement.subject, day) for day in _days(statement, when, ledger)}
    faults = {day: fault for day, then in rolls.items() if (fault := _fault(statement, then))}
    if len(faults) == len(rolls):
        day, fault = next(iter(faults.items()))
        yield impossible(
            statement.marks.get("value", statement.mark),
            f"{fault} on {day}",
            "compare with the days on which members joined and left; if sources differ, add a judgement",
            compare=_members(statement.subject, ledger),
            statement=statement.id,
            seen=(str(statement.value), *sorted(rolls[day].possibly)),
        )


def _days(statement: Statement, when: Date, ledger: Ledger) -> list[date]:
    """The first and last day that are meant, and every day between on which the roll may change."""
    meant = Days.of(when)
    held = [interval(each, ledger.today) for each in ledger.entities[statement.subject].statements]
    edges = (day for each in held for edge in (each.begin, each.end.later(1)) for day in (edge.first, edge.last))
    changes = {day for day in edges if meant.first < day < meant.last}
    return [date.fromordinal(day) for day in sorted({meant.first, meant.last, *changes})]


def _fault(statement: Statement, then: Roll) -> str | None:
    stated = statement.value
    if isinstance(stated, Count):
        low, high = len(then.surely), len(then.possibly)
        if stated.numbers.any_of(range(low, high + 1)):
            return None
        has = str(low) if low == high else f"{low} to {high}"
        return f"{stated} are stated, against {has} by the roll"
    if not isinstance(stated, tuple):
        return None
    extra = sorted(set(stated) - then.possibly)
    absent = sorted(then.surely - set(stated)) if statement.complete else []
    said = [f"names {', '.join(extra)}, not on the roll"] if extra else []
    said += [f"leaves out {', '.join(absent)}, by the roll a member"] if absent else []
    return f"the list {', and '.join(said)}" if said else None


def _members(body: str, ledger: Ledger) -> tuple[Mark, ...]:
    return tuple(
        s.mark
        for s in ledger.entities[body].statements
        if (declared := ledger.properties.get(s.property)) and declared.roll == "member"
    )
