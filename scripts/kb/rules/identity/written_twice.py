"""One fact is one statement, however many sources say it."""

from collections.abc import Hashable, Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Ledger, Statement


def check(ledger: Ledger) -> Iterator[Finding]:
    """One fact is one statement, however many sources say it."""
    first: dict[Hashable, list[Statement]] = {}
    for statement in ledger.statements.values():
        alike = first.setdefault(_fact(statement, ledger), [])
        other = next((each for each in alike if _rest(each) == _rest(statement)), None)
        alike.append(statement)
        if other is not None:
            yield impossible(
                statement.mark,
                f"{statement.id} says what {other.id} says",
                "keep the older id and give it both pieces of evidence; if they differ, state the difference",
                compare=(other.mark,),
                statement=statement.id,
                seen=(statement.id, other.id),
            )
        yield from _evidence_twice(statement)


def _evidence_twice(statement: Statement) -> Iterator[Finding]:
    seen = set()
    for evidence in statement.evidence:
        words = (evidence.by, evidence.at, evidence.quote)
        if words in seen:
            yield impossible(
                evidence.mark,
                f"{statement.id} rests twice on the same words of {evidence.by} ({evidence.at})",
                "keep one of the two",
                statement=statement.id,
                seen=(evidence.by, evidence.at),
            )
        seen.add(words)


def _fact(statement: Statement, ledger: Ledger) -> Hashable:
    """Subject, property and value; what holds both ways is the same from either side."""
    declared = ledger.properties.get(statement.property)
    if not isinstance(statement.value, tuple):
        return statement.subject, statement.property, str(statement.value)
    if declared and declared.symmetric:
        return statement.property, frozenset((statement.subject, *statement.value))
    return statement.subject, statement.property, frozenset(statement.value)


def _rest(statement: Statement) -> object:
    """Everything else that tells one fact from another."""
    times = (statement.on, statement.from_, statement.until, statement.through, statement.as_of, statement.open_end)
    rest = (statement.as_, statement.ordinal, statement.number, statement.stance, statement.dates, statement.counts)
    sets = (statement.who, statement.author, statement.articles, statement.where)
    return times, rest, [frozenset(each) for each in sets]
