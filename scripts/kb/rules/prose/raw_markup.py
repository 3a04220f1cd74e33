"""A page holds Markdown only: no HTML, no foreign links, no directive that reads files or runs code."""

from collections.abc import Iterator

from kb.finding import Finding
from kb.model import Corpus


def check(corpus: Corpus) -> Iterator[Finding]:
    """A page holds Markdown only: no HTML, no foreign links, no directive that reads files or runs code."""
    yield from (fault for fault in corpus.faults if fault.rule == "raw-markup")
