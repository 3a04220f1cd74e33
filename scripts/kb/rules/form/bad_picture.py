"""A picture is what its name says, can be shown, and does nothing but be seen."""

from collections.abc import Iterator

from kb.core.finding import Finding


def check(faults: tuple[Finding, ...]) -> Iterator[Finding]:
    """A picture is what its name says, can be shown, and does nothing but be seen."""
    return (fault for fault in faults if fault.rule == "bad-picture")
