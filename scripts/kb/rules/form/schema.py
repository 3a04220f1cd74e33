"""A file of the ledger holds only the fields it may, each in its form."""

from collections.abc import Iterator

from kb.core.finding import Finding
from kb.core.model import Corpus


def check(corpus: Corpus) -> Iterator[Finding]:
    """A file of the ledger holds only the fields it may, each in its form."""
    return (fault for fault in corpus.faults if fault.rule == "schema")
