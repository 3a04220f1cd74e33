"""Nobody signs, holds or joins before existing, or after ending."""

from collections.abc import Iterator

from kb.core.dates import Date
from kb.core.derive import existence, told_on
from kb.core.finding import Finding, doubtful, impossible
from kb.core.interval import before
from kb.core.mark import Mark
from kb.core.model import Ledger, Statement
from kb.core.truth import Truth


def check(statement: Statement, ledger: Ledger) -> Iterator[Finding]:
    """Nobody signs, holds or joins before existing, or after ending."""
    field, when = told_on(statement)
    if when is None or statement.is_claim:
        return
    for actor in _actors(statement, ledger):
        begun, ended = existence(ledger, actor)
        early, late = begun and when.latest < begun.earliest, ended and when.earliest > ended.latest
        faults = [("before it begins", begun, before(when, begun))] if begun and early else []
        faults += [("after it ended", ended, before(ended, when))] if ended and late else []
        for words, edge, surely in faults:
            report = impossible if surely is Truth.SURELY else doubtful
            yield report(
                statement.marks.get(field, statement.mark),
                f"{actor} acts on {when}, {words} {edge}",
                "compare both dates with their sources; what came before, a predecessor did",
                compare=_stated(actor, edge, ledger),
                statement=statement.id,
                seen=(actor, str(when), str(edge)),
            )


def _actors(statement: Statement, ledger: Ledger) -> tuple[str, ...]:
    """Whoever acts or belongs; the subject too where others hold or join it, but not where it comes to be."""
    declared = ledger.properties.get(statement.property)
    values = statement.value if isinstance(statement.value, tuple) else ()
    subject = (statement.subject,) if values and declared and declared.time == "interval" else ()
    return tuple(dict.fromkeys((*values, *statement.who, *subject)))


def _stated(actor: str, when: Date, ledger: Ledger) -> tuple[Mark, ...]:
    return tuple(s.marks.get("value", s.mark) for s in ledger.entities[actor].statements if s.value == when)
