"""Every file can be read: UTF-8, not empty, plain YAML or BibTeX."""

from collections.abc import Iterator

from kb.core.finding import Finding
from kb.core.model import Corpus
from kb.load.bibliography import without_sources


def check(corpus: Corpus) -> Iterator[Finding]:
    """Every file can be read: UTF-8, not empty, plain YAML or BibTeX."""
    yield from (fault for fault in corpus.faults if fault.rule == "unreadable")
    yield from without_sources(corpus)
