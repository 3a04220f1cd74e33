"""A post is held, and a session meets, while the body they belong to exists."""

from collections.abc import Iterator

from kb.core.dates import Date
from kb.core.derive import existence, overruled, span
from kb.core.finding import Finding, doubtful, impossible
from kb.core.model import Corpus, Statement


def check(statement: Statement, corpus: Corpus) -> Iterator[Finding]:
    """A post is held, and a session meets, while the body they belong to exists."""
    declared = corpus.properties.get(statement.property)
    entity = corpus.entities.get(statement.subject)
    if declared is None or entity is None or not declared.within or overruled(corpus, statement):
        return
    for whole in entity.part_of:
        for when, field, words, edge in _faults(statement, whole, corpus):
            report = doubtful if when.approximate or edge.approximate else impossible
            yield report(
                statement.marks.get(field, statement.marks.get("until", statement.mark)),
                f"{statement.property} {when}, {words} {edge}, and {entity.id} is part of it",
                "compare both dates with their sources; if it belonged to a predecessor, say so with `part-of`",
                compare=(corpus.entities[whole].mark,),
                statement=statement.id,
                seen=(whole, str(when), str(edge)),
            )


def _faults(statement: Statement, whole: str, corpus: Corpus) -> Iterator[tuple[Date, str, str, Date]]:
    begun, ended = existence(corpus, whole)
    dated = isinstance(statement.value, Date)
    first, last = (statement.value,) * 2 if isinstance(statement.value, Date) else span(statement)
    if first and begun and first.latest < begun.earliest:
        yield first, "value" if dated else "from", f"before {whole} begins", begun
    if last and ended and last.earliest > ended.latest:
        yield last, "value" if dated else "through", f"after {whole} ended", ended
