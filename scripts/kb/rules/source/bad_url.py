"""A source links to nothing but an address of the web."""

from collections.abc import Iterator

from kb.core.finding import Finding


def check(faults: tuple[Finding, ...]) -> Iterator[Finding]:
    """A source links to nothing but an address of the web."""
    return (fault for fault in faults if fault.rule == "bad-url")
