"""A legal fact rests on its text or its depositary, and never on encyclopaedias alone."""

from collections.abc import Iterator, Mapping

from kb.core.derive import overruled
from kb.core.finding import Finding, doubtful, missing
from kb.core.model import Entity, Ledger, Source, Statement


def check(entity: Entity, ledger: Ledger, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """A legal fact rests on its text or its depositary, and never on encyclopaedias alone."""
    second: list[Statement] = []
    for statement in entity.statements:
        declared = ledger.properties.get(statement.property)
        resting = {e.by: sources[e.by] for e in statement.evidence if e.by in sources}
        ranks = {source.rank for source in resting.values()}
        if declared is None or not declared.legal or not ranks or "primary" in ranks or overruled(ledger, statement):
            continue
        if ranks == {"tertiary"}:
            yield doubtful(
                statement.mark,
                f"the legal fact {statement.slug!r} rests on tertiary sources alone: {', '.join(resting)}",
                "cite the instrument, its depositary or a report of the day; an encyclopaedia shows where to look",
                compare=tuple(source.mark for source in resting.values()),
                statement=statement.id,
                seen=tuple(resting),
            )
        else:
            second.append(statement)
    if second:
        slugs = [statement.slug for statement in second]
        yield missing(
            second[0].mark,
            f"legal facts of {entity.label} that rest on no primary source: {', '.join(slugs)}",
            "look for the text, the depositary's list or the acting body's own record",
            statement=second[0].id,
            seen=tuple(slugs),
        )
