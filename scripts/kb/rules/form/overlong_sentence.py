"""A sentence is no longer than it can be read, and a page too."""

from collections.abc import Iterator

from kb.core.finding import Finding, impossible
from kb.verify.verdict import VerifiedPage


def check(reading: VerifiedPage) -> Iterator[Finding]:
    """A sentence is no longer than it can be read, and a page too."""
    for each in reading.overlong:
        yield impossible(each.mark, f"{each.what}, and is not read on", "divide it")
