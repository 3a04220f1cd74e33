"""A post has as many holders at one time as its declaration allows."""

from collections.abc import Iterator
from datetime import date

from kb.core.derive import interval, overruled, stated
from kb.core.finding import Finding, impossible
from kb.core.interval import Interval
from kb.core.model import Entity, Ledger, Statement
from kb.core.truth import Truth


def check(entity: Entity, ledger: Ledger) -> Iterator[Finding]:
    """A post has as many holders at one time as its declaration allows."""
    held: dict[str, list[tuple[Interval, Statement]]] = {}
    for statement in entity.statements:
        declared = ledger.properties.get(statement.property)
        if declared and declared.at_once and stated(statement)[0] and not overruled(ledger, statement):
            held.setdefault(statement.property, []).append((interval(statement, ledger.today), statement))
    for name, them in held.items():
        most = ledger.properties[name].at_once or 1
        them.sort(key=lambda each: (each[0].begin.last, each[0].end.first, each[1].mark))
        for n, (mine, late) in enumerate(them):
            surely = [each for its, each in them[:n] if mine.overlaps(its) is Truth.SURELY]
            at_once = [each for each in surely if not _same(each, late, ledger)]
            if len(at_once) >= most:
                yield _finding(late, at_once[-1], most, date.fromordinal(mine.begin.last))


def _same(one: Statement, other: Statement, ledger: Ledger) -> bool:
    """Two statements of one tenure, or two that are left open against each other, are no two holders."""
    left_open = any(other.id in judgement.statements for judgement in ledger.judged.get(one.id, ()))
    return left_open or (one.value == other.value and one.as_ == other.as_)


def _finding(late: Statement, early: Statement, most: int, day: date) -> Finding:
    ends = early.through or early.until or early.open_end or early.from_
    return impossible(
        late.marks.get("from", late.mark),
        f"{_who(late)} and {_who(early)} both hold {late.subject} on {day}, against at most {most} at one time",
        f"compare {late.from_} with {ends}, the end of {early.slug}: `through` is the last day, `until` the one after",
        compare=(early.marks.get("through", early.marks.get("until", early.mark)),),
        statement=late.id,
        seen=(late.id, early.id, str(day)),
    )


def _who(statement: Statement) -> str:
    names = ", ".join(statement.value) if isinstance(statement.value, tuple) else str(statement.value)
    return f"{names} ({statement.as_})" if statement.as_ else names
