"""A quote of a source whose whole text was at hand stands in that text."""

from collections.abc import Iterator, Mapping

from kb.core.finding import Finding, impossible
from kb.core.model import LockedSource, Statement
from kb.lock.fingerprints import holds, is_locked


def check(statement: Statement, lock: Mapping[str, LockedSource]) -> Iterator[Finding]:
    """A quote of a source whose whole text was at hand stands in that text."""
    for evidence in statement.evidence:
        if evidence.quote and is_locked(lock, evidence) and not holds(lock, evidence):
            yield impossible(
                evidence.marks.get("quote", evidence.mark),
                f"the quote {evidence.quote!r} stands in no sentence of {evidence.by}",
                "copy it from the source letter by letter; if it is new and exact, run `kb lock --texts DIR` again",
                compare=(lock[evidence.by].mark,),
                statement=statement.id,
                seen=(evidence.quote,),
            )
