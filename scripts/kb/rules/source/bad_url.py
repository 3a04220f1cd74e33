"""A source links to nothing but an address of the web."""

from collections.abc import Iterator

from kb.core.finding import Finding
from kb.core.model import Corpus


def check(corpus: Corpus) -> Iterator[Finding]:
    """A source links to nothing but an address of the web."""
    return (fault for fault in corpus.faults if fault.rule == "bad-url")
