"""A post has as many holders at one time as its declaration allows."""

from collections.abc import Iterator
from datetime import date

from kb.core.derive import overruled, span
from kb.core.finding import Finding, doubtful, impossible
from kb.core.model import Corpus, Entity, Statement


def check(entity: Entity, corpus: Corpus) -> Iterator[Finding]:
    """A post has as many holders at one time as its declaration allows."""
    held: dict[str, list[tuple[date, date, Statement]]] = {}
    for statement in entity.statements:
        declared = corpus.properties.get(statement.property)
        days = _surely(statement, corpus) if declared and declared.at_once else None
        if days and not overruled(corpus, statement):
            held.setdefault(statement.property, []).append((*days, statement))
    for name, them in held.items():
        most = corpus.properties[name].at_once or 1
        them.sort(key=lambda each: (each[0], each[1], each[2].mark))
        for n, (start, _, late) in enumerate(them):
            at_once = [each for _, end, each in them[:n] if end >= start and not _same(each, late, corpus)]
            if len(at_once) >= most:
                yield _finding(late, at_once[-1], most, start)


def _surely(statement: Statement, corpus: Corpus) -> tuple[date, date] | None:
    """The first and last day it surely held; an unknown end is not an overlap."""
    first, last = span(statement)
    if first is None:
        return None
    known = statement.checked.earliest if statement.checked else corpus.today
    end = last.earliest if last else known if statement.open_end == "ongoing" else first.latest
    return (first.latest, end) if end >= first.latest else None


def _same(one: Statement, other: Statement, corpus: Corpus) -> bool:
    """Two statements of one tenure, or two that are left open against each other, are no two holders."""
    left_open = any(other.id in judgement.statements for judgement in corpus.judged.get(one.id, ()))
    return left_open or (one.value == other.value and one.as_ == other.as_)


def _finding(late: Statement, early: Statement, most: int, day: date) -> Finding:
    first, last = span(late)[0], span(early)[1]
    report = doubtful if any(when is not None and when.approximate for when in (first, last)) else impossible
    ends = early.through or early.until or early.open_end or early.from_
    return report(
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
