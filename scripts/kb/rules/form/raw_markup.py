"""A page holds only the markup that is listed: no HTML, no foreign links, nothing that reads files or runs code."""

from collections.abc import Iterator

from kb.core.finding import Finding


def check(faults: tuple[Finding, ...]) -> Iterator[Finding]:
    """A page holds only the markup that is listed: no HTML, no foreign links, nothing that reads files or runs code."""
    return (fault for fault in faults if fault.rule == "raw-markup")
