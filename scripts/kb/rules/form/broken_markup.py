"""What is written on a page is whole: Sphinx can make something of it."""

from collections.abc import Iterator

from kb.finding import Finding
from kb.model import Corpus


def check(corpus: Corpus) -> Iterator[Finding]:
    """What is written on a page is whole: Sphinx can make something of it."""
    return (fault for fault in corpus.faults if fault.rule == "broken-markup")
