"""A file holds no character that hides or turns text, acts on it, or passes for another."""

from collections.abc import Iterator

from kb.core.finding import Finding


def check(faults: tuple[Finding, ...]) -> Iterator[Finding]:
    """A file holds no character that hides or turns text, acts on it, or passes for another."""
    return (fault for fault in faults if fault.rule == "stray-character")
