"""The parts of a force are together no larger than the whole on the same day."""

from collections.abc import Iterator

from kb.core.answer import Answer
from kb.core.derive import overruled, told_on
from kb.core.finding import Finding, doubtful
from kb.core.interval import overlap
from kb.core.model import Corpus, Count, Entity, Statement

LEAST = {"exactly": 1.0, "over": 1.0, "about": 0.9}
MOST = {"exactly": 1.0, "up-to": 1.0, "under": 1.0, "about": 1.1}


def check(corpus: Corpus) -> Iterator[Finding]:
    """The parts of a force are together no larger than the whole on the same day."""
    parts: dict[str, list[Entity]] = {}
    for entity in corpus.entities.values():
        for whole in entity.part_of if any(_counted(s, corpus) for s in entity.statements) else ():
            parts.setdefault(whole, []).append(entity)
    for whole, inner in parts.items():
        for statement in corpus.entities[whole].statements if whole in corpus.entities else ():
            count = _counted(statement, corpus)
            if count is None or count.bound not in MOST:
                continue
            least = [found for part in inner if (found := _least(part, statement, count, corpus))]
            total = sum(n for n, _ in least)
            if total > count.n * MOST[count.bound]:
                yield _finding(statement, count, total, [part for _, part in least])


def _counted(statement: Statement, corpus: Corpus) -> Count | None:
    declared = corpus.properties.get(statement.property)
    adds_up = declared is not None and declared.adds_up and not overruled(corpus, statement)
    return statement.value if adds_up and isinstance(statement.value, Count) else None


def _least(part: Entity, whole: Statement, of: Count, corpus: Corpus) -> tuple[float, Statement] | None:
    """The least that a part surely has when the whole was counted, in the same unit."""
    found = []
    for statement in part.statements:
        count = _counted(statement, corpus)
        same = count is not None and statement.property == whole.property and set(count.of) & set(of.of)
        if count and same and count.bound in LEAST and _same_day(statement, whole):
            found.append((count.n * LEAST[count.bound], statement))
    return min(found, key=lambda each: each[0], default=None)


def _same_day(one: Statement, other: Statement) -> bool:
    days = [told_on(s)[1] for s in (one, other)]
    return days[0] is not None and days[1] is not None and overlap(days[0], days[1]) is not Answer.NEVER


def _finding(statement: Statement, count: Count, total: float, parts: list[Statement]) -> Finding:
    return doubtful(
        statement.marks.get("value", statement.mark),
        f"{count}, against {total:,.0f} or more in its parts: {', '.join(f'{s.value} ({s.id})' for s in parts)}",
        "look for a digit too few, and whether both count the same: planned or present, with or without reserves",
        compare=tuple(s.marks.get("value", s.mark) for s in parts),
        statement=statement.id,
        seen=(str(count), *(str(s.value) for s in parts)),
    )
