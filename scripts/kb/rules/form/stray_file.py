"""Under docs there are only files that the content has: no links, odd names or other kinds."""

from collections.abc import Iterator

from kb.core.finding import Finding


def check(faults: tuple[Finding, ...]) -> Iterator[Finding]:
    """Under docs there are only files that the content has: no links, odd names or other kinds."""
    return (fault for fault in faults if fault.rule == "stray-file")
