"""No key stands twice in a mapping, and no source twice in the bibliography."""

from collections.abc import Iterator

from kb.core.finding import Finding
from kb.core.model import Corpus


def check(corpus: Corpus) -> Iterator[Finding]:
    """No key stands twice in a mapping, and no source twice in the bibliography."""
    return (fault for fault in corpus.faults if fault.rule == "duplicate-key")
