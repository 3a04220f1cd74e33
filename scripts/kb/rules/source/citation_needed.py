"""Every statement and claim names a source."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.core.model import Statement


def check(statement: Statement) -> Iterator[Finding]:
    """Every statement and claim names a source."""
    if not statement.evidence:
        yield impossible(
            statement.mark,
            f"{statement.slug!r} names no source",
            "add `evidence:` with by, at, quote and seen; without a source it does not belong in the ledger",
            statement=statement.id,
            seen=(statement.slug,),
        )
