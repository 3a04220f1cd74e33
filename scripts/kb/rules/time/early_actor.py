"""Nobody signs, holds or joins before existing, or after ending."""

from collections.abc import Iterator

from kb.core.dates import Date
from kb.core.derive import existence, told_on
from kb.core.finding import Finding, doubtful, impossible
from kb.core.mark import Mark
from kb.core.model import Corpus, Statement


def check(statement: Statement, corpus: Corpus) -> Iterator[Finding]:
    """Nobody signs, holds or joins before existing, or after ending."""
    field, when = told_on(statement)
    if when is None or statement.is_claim:
        return
    for actor in _actors(statement, corpus):
        begun, ended = existence(corpus, actor)
        faults = [("before it begins", begun)] if begun and when.latest < begun.earliest else []
        faults += [("after it ended", ended)] if ended and when.earliest > ended.latest else []
        for words, edge in faults:
            report = doubtful if when.approximate or edge.approximate else impossible
            yield report(
                statement.marks.get(field, statement.mark),
                f"{actor} acts on {when}, {words} {edge}",
                "compare both dates with their sources; what came before, a predecessor did",
                compare=_stated(actor, edge, corpus),
                statement=statement.id,
                seen=(actor, str(when), str(edge)),
            )


def _actors(statement: Statement, corpus: Corpus) -> tuple[str, ...]:
    """Whoever acts or belongs; the subject too where others hold or join it, but not where it comes to be."""
    declared = corpus.properties.get(statement.property)
    values = statement.value if isinstance(statement.value, tuple) else ()
    subject = (statement.subject,) if values and declared and declared.time == "interval" else ()
    return tuple(dict.fromkeys((*values, *statement.who, *subject)))


def _stated(actor: str, when: Date, corpus: Corpus) -> tuple[Mark, ...]:
    return tuple(s.marks.get("value", s.mark) for s in corpus.entities[actor].statements if s.value == when)
