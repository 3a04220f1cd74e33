"""A picture is what its name says, can be shown, and does nothing but be seen."""

from collections.abc import Iterator

from kb.core.finding import Finding
from kb.core.model import Corpus


def check(corpus: Corpus) -> Iterator[Finding]:
    """A picture is what its name says, can be shown, and does nothing but be seen."""
    return (fault for fault in corpus.faults if fault.rule == "bad-picture")
