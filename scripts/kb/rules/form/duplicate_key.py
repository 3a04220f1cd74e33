"""No key stands twice in a mapping, and no source twice in the bibliography."""

from collections.abc import Iterator

from kb.core.finding import Finding


def check(faults: tuple[Finding, ...]) -> Iterator[Finding]:
    """No key stands twice in a mapping, and no source twice in the bibliography."""
    return (fault for fault in faults if fault.rule == "duplicate-key")
