"""A page holds only the markup that is listed: no HTML, no foreign links, nothing that reads files or runs code."""

from collections.abc import Iterator

from kb.core.finding import Finding
from kb.core.model import Corpus


def check(corpus: Corpus) -> Iterator[Finding]:
    """A page holds only the markup that is listed: no HTML, no foreign links, nothing that reads files or runs code."""
    return (fault for fault in corpus.faults if fault.rule == "raw-markup")
