"""What a statement says stands in one part of an article or clause, not in two beside one another."""

from collections.abc import Iterator

from kb.core.finding import Finding, doubtful
from kb.core.model import Evidence, Statement
from kb.core.places import meet, whole_of


def check(statement: Statement) -> Iterator[Finding]:
    """What a statement says stands in one part of an article or clause, not in two beside one another."""
    first: dict[object, Evidence] = {}
    for evidence in statement.evidence:
        whole = whole_of(evidence.at)
        one = first.setdefault((evidence.by, whole), evidence)
        if whole is not None and not meet(one.at, evidence.at):
            yield doubtful(
                evidence.marks.get("at", evidence.mark),
                f"{statement.id} rests on {evidence.at} of {evidence.by}, and on {one.at}",
                "correct the place; if it rests on both, name their whole as the place, or make two statements",
                compare=(one.marks.get("at", one.mark),),
                statement=statement.id,
                seen=(one.by, one.at, evidence.at),
            )
