"""Nobody is at one time what excludes the other, such as member and observer."""

from collections.abc import Iterator
from datetime import date

from kb.core.derive import overruled, span
from kb.core.finding import Finding, impossible
from kb.core.model import Corpus, Entity, Statement


def check(entity: Entity, corpus: Corpus) -> Iterator[Finding]:
    """Nobody is at one time what excludes the other, such as member and observer."""
    those = [(s, s.value) for s in entity.statements if isinstance(s.value, tuple) and not overruled(corpus, s)]
    for n, (statement, value) in enumerate(those):
        declared = corpus.properties.get(statement.property)
        excluded = declared.conflicts_with if declared else ()
        for other, its_value in those[:n] if excluded else ():
            both = sorted(set(value) & set(its_value)) if other.property in excluded else []
            day = max(_surely(statement, corpus)[0], _surely(other, corpus)[0])
            if both and day <= min(_surely(statement, corpus)[1], _surely(other, corpus)[1]):
                yield impossible(
                    statement.marks.get("value", statement.mark),
                    f"{', '.join(both)} is both {statement.property} and {other.property} of {entity.id}{_on(day)}",
                    "compare the days on which one ended and the other began; if sources differ, add a judgement",
                    compare=(other.marks.get("value", other.mark),),
                    statement=statement.id,
                    seen=(statement.id, other.id, *both),
                )


def _surely(statement: Statement, corpus: Corpus) -> tuple[date, date]:
    """The days on which it surely holds; what has no time at all always does."""
    first, last = span(statement)
    start = first.latest if first else date.min
    if last is None:
        known = statement.checked.earliest if statement.checked else corpus.today
        return start, known if statement.open_end == "ongoing" else start if first else date.max
    return start, last.earliest


def _on(day: date) -> str:
    return "" if day == date.min else f" on {day}"
