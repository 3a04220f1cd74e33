"""The numbers at the end of a run: how much was looked at and what came of it."""

from __future__ import annotations

from collections.abc import Collection

from kb.core.finding import Finding
from kb.core.model import Corpus


def tally(corpus: Corpus, findings: Collection[Finding], waived: int) -> dict[str, int]:
    """Count what the ledger, the bibliography and the pages hold, and the findings by severity."""
    statements = corpus.statements.values()
    claims = sum(s.is_claim for s in statements)
    severities = [finding.severity.value for finding in findings]
    return {
        "statements": len(statements) - claims,
        "claims": claims,
        "inferred": sum(s.inferred is not None for s in statements),
        "sources": len(corpus.sources),
        "primary": sum(source.rank == "primary" for source in corpus.sources.values()),
        "pages": sum(page.vouched for page in corpus.pages),
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "notes": severities.count("note"),
        "waived": waived,
    }
