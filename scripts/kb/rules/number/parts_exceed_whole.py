"""The parts of a force are together no larger than the whole on the same day."""

from collections.abc import Iterator

from kb.core.derive import overruled, told_on
from kb.core.finding import Finding, doubtful
from kb.core.interval import overlap
from kb.core.model import Count, Entity, Ledger, Statement
from kb.core.numbers import Numbers
from kb.core.truth import Truth


def check(ledger: Ledger) -> Iterator[Finding]:
    """The parts of a force are together no larger than the whole on the same day."""
    parts: dict[str, list[Entity]] = {}
    for entity in ledger.entities.values():
        for whole in entity.part_of if any(_counted(s, ledger) for s in entity.statements) else ():
            parts.setdefault(whole, []).append(entity)
    for whole, inner in parts.items():
        for statement in ledger.entities[whole].statements if whole in ledger.entities else ():
            count = _counted(statement, ledger)
            if count is None:
                continue
            least = [found for part in inner if (found := _least(part, statement, count, ledger))]
            together = Numbers(sum(n.low for n, _ in least), low_open=any(n.low_open for n, _ in least))
            if least and together.meets(count.numbers) is Truth.NEVER:
                yield _finding(statement, count, together.low, [part for _, part in least])


def _counted(statement: Statement, ledger: Ledger) -> Count | None:
    declared = ledger.properties.get(statement.property)
    adds_up = declared is not None and declared.adds_up and not overruled(ledger, statement)
    return statement.value if adds_up and isinstance(statement.value, Count) else None


def _least(part: Entity, whole: Statement, of: Count, ledger: Ledger) -> tuple[Numbers, Statement] | None:
    """What a part has when the whole was counted, in the same unit, where it surely has some: by the least of them."""
    found = []
    for statement in part.statements:
        count = _counted(statement, ledger)
        same = count is not None and statement.property == whole.property and set(count.of) & set(of.of)
        if count and same and count.numbers.low > 0 and _same_day(statement, whole):
            found.append((count.numbers, statement))
    return min(found, key=lambda each: each[0].low, default=None)


def _same_day(one: Statement, other: Statement) -> bool:
    days = [told_on(s)[1] for s in (one, other)]
    return days[0] is not None and days[1] is not None and overlap(days[0], days[1]) is not Truth.NEVER


def _finding(statement: Statement, count: Count, total: float, parts: list[Statement]) -> Finding:
    return doubtful(
        statement.marks.get("value", statement.mark),
        f"{count}, against {total:,.0f} or more in its parts: {', '.join(f'{s.value} ({s.id})' for s in parts)}",
        "look for a digit too few, and whether both count the same: planned or present, with or without reserves",
        compare=tuple(s.marks.get("value", s.mark) for s in parts),
        statement=statement.id,
        seen=(str(count), *(str(s.value) for s in parts)),
    )
