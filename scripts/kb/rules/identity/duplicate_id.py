"""Every entity, statement and claim has an id of its own."""

from collections.abc import Iterator

from kb.core.finding import Finding
from kb.core.model import Corpus


def check(corpus: Corpus) -> Iterator[Finding]:
    """Every entity, statement and claim has an id of its own."""
    return (fault for fault in corpus.faults if fault.rule == "duplicate-id")
