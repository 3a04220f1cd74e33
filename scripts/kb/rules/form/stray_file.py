"""Under docs there are only files that the content has: no links, odd names or other kinds."""

from collections.abc import Iterator

from kb.core.finding import Finding
from kb.core.model import Corpus


def check(corpus: Corpus) -> Iterator[Finding]:
    """Under docs there are only files that the content has: no links, odd names or other kinds."""
    return (fault for fault in corpus.faults if fault.rule == "stray-file")
