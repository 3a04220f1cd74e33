"""What is said from one side holds from the other: whoever is named to a post holds it afterwards."""

from collections.abc import Iterator

from kb.core.derive import interval, overruled, stated
from kb.core.finding import Finding, doubtful
from kb.core.model import Ledger, Statement
from kb.core.truth import Truth


def check(statement: Statement, ledger: Ledger) -> Iterator[Finding]:
    """What is said from one side holds from the other: whoever is named to a post holds it afterwards."""
    declared = ledger.properties.get(statement.property)
    if declared is None or declared.inverse is None or overruled(ledger, statement):
        return
    for n, id in enumerate(statement.value if isinstance(statement.value, tuple) else ()):
        other = ledger.entities.get(id)
        answers = [
            each
            for each in (other.statements if other else ())
            if each.property == declared.inverse and isinstance(each.value, tuple) and statement.subject in each.value
        ]
        if other is None or any(_follows(statement, each) for each in answers if not overruled(ledger, each)):
            continue
        begun = " and ".join(str(stated(each)[0]) for each in answers)
        than = f"from {begun} already" if answers else "nowhere"
        yield doubtful(
            statement.marks.get(f"value.{n}", statement.mark),
            f"{declared.name} {id} on {stated(statement)[0]}, against {declared.inverse} {statement.subject} {than}",
            "compare both days with their sources, and state the other side too; who never took office is `records`",
            compare=tuple(each.mark for each in answers) or (other.mark,),
            statement=statement.id,
            seen=(statement.subject, id, *(str(stated(each)[0]) for each in answers)),
        )


def _follows(statement: Statement, answer: Statement) -> bool:
    """Can it begin on the day of naming, or later?"""
    if stated(answer)[0] is None or stated(statement)[0] is None:
        return True
    return interval(answer).begin.before(interval(statement).begin) is not Truth.SURELY
