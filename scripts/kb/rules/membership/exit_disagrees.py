"""Who is said to leave on a day was a member until then."""

from collections.abc import Callable, Iterator

from kb.core.derive import ending, interval, overruled
from kb.core.finding import Finding, doubtful, impossible
from kb.core.interval import Days
from kb.core.model import Entity, Ledger, Statement
from kb.core.truth import Truth


def check(entity: Entity, ledger: Ledger) -> Iterator[Finding]:
    """Who is said to leave on a day was a member until then."""
    roll, left = _of(entity, ledger, "member"), _of(entity, ledger, "left")
    for state in left if roll else ():
        mine, leavings = roll.get(state, []), left[state]
        strangers = [leaving for leaving in leavings if not any(_within(leaving, each) for each in mine)]
        for leaving in strangers:
            yield _finding(impossible, leaving, mine, f"{state} leaves on {leaving.on}, and is no member then")
        for each in mine if not strangers else ():
            if ending(each) and not any(_ends(leaving, each) for leaving in leavings):
                days = ", ".join(str(leaving.on) for leaving in leavings)
                yield _finding(doubtful, each, leavings, f"{state} is a member {ending(each)}, and leaves on {days}")


def _of(entity: Entity, ledger: Ledger, roll: str) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in entity.statements:
        declared = ledger.properties.get(statement.property)
        if declared and declared.roll == roll and not overruled(ledger, statement):
            for state in statement.value if isinstance(statement.value, tuple) else ():
                found.setdefault(state, []).append(statement)
    return found


def _within(leaving: Statement, member: Statement) -> bool:
    """Was it a member then, or on the day before?"""
    held, day = interval(member), leaving.on
    return day is None or Days.of(day).meets(Days(held.begin.first, held.end.last + 1)) is not Truth.NEVER


def _ends(leaving: Statement, member: Statement) -> bool:
    """Does membership end with the day of leaving, or with the day before?"""
    last, day = interval(member).end, leaving.on
    return day is None or Days.of(day).meets(Days(last.first, last.last + 1)) is not Truth.NEVER


def _finding(report: Callable[..., Finding], at: Statement, others: list[Statement], text: str) -> Finding:
    return report(
        at.marks.get("on", at.marks.get("through", at.marks.get("until", at.mark))),
        text,
        "compare the day of leaving with the end of membership: `through` is the last day, `until` the one after",
        compare=tuple(other.mark for other in others),
        statement=at.id,
        seen=(at.id, *(other.id for other in others)),
    )
