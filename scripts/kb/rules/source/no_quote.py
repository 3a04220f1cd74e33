"""Every piece of evidence quotes the words it rests on."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Statement


def check(statement: Statement) -> Iterator[Finding]:
    """Every piece of evidence quotes the words it rests on."""
    for evidence in statement.evidence:
        if not evidence.quote:
            yield impossible(
                evidence.mark,
                f"{evidence.by} ({evidence.at or 'no place'}) is named without the words that say so",
                "add `quote:`, at most twelve words, verbatim, in the source's language",
                statement=statement.id,
                seen=(evidence.by, evidence.at),
            )
