"""A file of the ledger holds only the fields it may, each in its form."""

from collections.abc import Iterator

from kb.core.finding import Finding


def check(faults: tuple[Finding, ...]) -> Iterator[Finding]:
    """A file of the ledger holds only the fields it may, each in its form."""
    return (fault for fault in faults if fault.rule == "schema")
