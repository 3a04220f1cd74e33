"""Every entity, statement and claim has an id of its own."""

from collections.abc import Iterator

from kb.core.finding import Finding


def check(faults: tuple[Finding, ...]) -> Iterator[Finding]:
    """Every entity, statement and claim has an id of its own."""
    return (fault for fault in faults if fault.rule == "duplicate-id")
