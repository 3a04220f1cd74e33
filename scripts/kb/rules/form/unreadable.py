"""Every file can be read: UTF-8, not empty, plain YAML or BibTeX."""

from collections.abc import Iterator

from kb.finding import Finding
from kb.load.bibliography import without_sources
from kb.model import Corpus


def check(corpus: Corpus) -> Iterator[Finding]:
    """Every file can be read: UTF-8, not empty, plain YAML or BibTeX."""
    yield from (fault for fault in corpus.faults if fault.rule == "unreadable")
    yield from without_sources(corpus)
