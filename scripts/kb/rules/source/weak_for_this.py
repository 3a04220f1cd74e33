"""A legal fact rests on its text or its depositary, and never on encyclopaedias alone."""

from collections.abc import Iterator

from kb.core.derive import overruled
from kb.core.finding import Finding, doubtful, missing
from kb.core.model import Corpus, Entity, Statement


def check(entity: Entity, corpus: Corpus) -> Iterator[Finding]:
    """A legal fact rests on its text or its depositary, and never on encyclopaedias alone."""
    second: list[Statement] = []
    for statement in entity.statements:
        declared = corpus.properties.get(statement.property)
        sources = {e.by: corpus.sources[e.by] for e in statement.evidence if e.by in corpus.sources}
        ranks = {source.rank for source in sources.values()}
        if declared is None or not declared.legal or not ranks or "primary" in ranks or overruled(corpus, statement):
            continue
        if ranks == {"tertiary"}:
            yield doubtful(
                statement.mark,
                f"the legal fact {statement.slug!r} rests on tertiary sources alone: {', '.join(sources)}",
                "cite the instrument, its depositary or a report of the day; an encyclopaedia shows where to look",
                compare=tuple(source.mark for source in sources.values()),
                statement=statement.id,
                seen=tuple(sources),
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
